namespace Graph.Benchmarks;

/// <summary>The files of a social network, open for writing. Relations have an end each way and their own columns after.</summary>
internal sealed class SocialTables : IDisposable
{
    private const string Ends = "source,target";
    private const string Message = "id,content,length,creationDate,language,browser";

    private readonly string folder;
    private readonly List<SocialTable> open = [];

    public SocialTables(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        Persons = Open("nodes_person", "id,firstName,lastName,gender,birthday,creationDate,browser");
        Forums = Open("nodes_forum", "id,title,creationDate");
        (Posts, Comments) = (Open("nodes_post", Message), Open("nodes_comment", Message));
        (Tags, TagClasses) = (Open("nodes_tag", "id,name"), Open("nodes_tagclass", "id,name"));
        (Places, Organisations) = (Open("nodes_place", "id,name,type"), Open("nodes_organisation", "id,name,type"));
        Friends = Open("edges_knows", Ends + ",creationDate");
        (Interests, PersonPlaces) = (Open("edges_person_interest", Ends), Open("edges_person_place", Ends));
        (Studies, Jobs) = (Open("edges_study", Ends + ",classYear"), Open("edges_work", Ends + ",workFrom"));
        (PostLikes, CommentLikes) = (Open("edges_likes_post", Ends + ",creationDate"), Open("edges_likes_comment", Ends + ",creationDate"));
        (PostCreators, CommentCreators) = (Open("edges_post_creator", Ends), Open("edges_comment_creator", Ends));
        (PostTags, CommentTags, ForumTags) = (Open("edges_post_tag", Ends), Open("edges_comment_tag", Ends), Open("edges_forum_tag", Ends));
        (PostPlaces, CommentPlaces,
            OrganisationPlaces) = (Open("edges_post_place", Ends), Open("edges_comment_place", Ends),
                Open("edges_organisation_place", Ends));
        (PostReplies, CommentReplies) = (Open("edges_reply_post", Ends), Open("edges_reply_comment", Ends));
        (Containers, Moderators,
            Members) = (Open("edges_container", Ends), Open("edges_moderator", Ends), Open("edges_member", Ends + ",joinDate"));
        (TagTypes, Subclasses, PlaceParts) = (Open("edges_tag_class", Ends), Open("edges_subclass", Ends), Open("edges_place_part", Ends));
    }

    public SocialTable Persons { get; }

    public SocialTable Forums { get; }

    public SocialTable Posts { get; }

    public SocialTable Comments { get; }

    public SocialTable Tags { get; }

    public SocialTable TagClasses { get; }

    public SocialTable Places { get; }

    public SocialTable Organisations { get; }

    public SocialTable Friends { get; }

    public SocialTable Interests { get; }

    public SocialTable PersonPlaces { get; }

    public SocialTable Studies { get; }

    public SocialTable Jobs { get; }

    public SocialTable PostLikes { get; }

    public SocialTable CommentLikes { get; }

    public SocialTable PostCreators { get; }

    public SocialTable CommentCreators { get; }

    public SocialTable PostTags { get; }

    public SocialTable CommentTags { get; }

    public SocialTable ForumTags { get; }

    public SocialTable PostPlaces { get; }

    public SocialTable CommentPlaces { get; }

    public SocialTable OrganisationPlaces { get; }

    public SocialTable PostReplies { get; }

    public SocialTable CommentReplies { get; }

    public SocialTable Containers { get; }

    public SocialTable Moderators { get; }

    public SocialTable Members { get; }

    public SocialTable TagTypes { get; }

    public SocialTable Subclasses { get; }

    public SocialTable PlaceParts { get; }

    public void Dispose()
    {
        foreach (var table in open)
            table.Dispose();
    }

    private SocialTable Open(string name, string header)
    {
        open.Add(new SocialTable(folder, name, header));
        return open[^1];
    }
}
