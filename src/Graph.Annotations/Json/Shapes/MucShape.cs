using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// MUC-4 as the extraction of roles is trained with it: <c>doctext</c> with <c>templates</c>, events of a type whose roles list entities,
/// or with <c>extracts</c>, such roles of the whole text. An entity is a list of its mentions, each with its words and the character at
/// which it begins, or its words alone.
/// </summary>
internal sealed class MucShape() : JsonShape("MUC-4")
{
    private const string Text = "doctext";
    private const string Templates = "templates";
    private const string Extracts = "extracts";
    private static readonly string[] TypeNames = ["incident_type", "event_type", "type"];
    private static readonly HashSet<string> Taken = [Text, Templates, Extracts];

    public override bool Fits(JsonElement record) =>
        record.Text(Text) is not null
        && (record.HasArray(Templates) || (record.Get(Extracts).IsObject() && ListRoles(record.Get(Extracts)).Any()));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, root.Text(Text)!);
        var holders = root.Items(Templates).Append(root.Get(Extracts)).Where(holder => holder.IsObject()).ToList();
        var offsets = TextOffsets.Choose(
            draft.Text,
            [.. holders.SelectMany(ListRoles).SelectMany(role => role.Mentions).Select(ReadPlace).Where(place => place.Start >= 0)]);
        foreach (var holder in holders)
        {
            var participants = new List<Participant>();
            foreach (var (role, mentions) in ListRoles(holder))
            {
                // What several templates say of one thing is one chain, as its mentions are the same.
                var chain = mentions.Select(ReadPlace).Select(place => Find(place, offsets, draft)).OfType<TextSpan>()
                    .Select(span => draft.FindOrAddMention(span, null, role)).ToList();
                draft.AddChain(null, chain);
                if (chain.Count > 0)
                    participants.Add(new Participant(role, new MentionArgument(chain[0])));
            }

            if (holder.TextOf(TypeNames) is { } type)
                draft.AddEvent(null, type, null, participants);
        }

        yield return draft.ToArticle();
    }

    /// <summary>The entities of an event by their roles.</summary>
    private static IEnumerable<(string Role, List<JsonElement> Mentions)> ListRoles(JsonElement holder) => holder.EnumerateObject()
        .Where(role => role.Value.IsArray())
        .SelectMany(role => role.Value
            .Items()
            .Where(entity => entity.IsArray() && entity.Items().Any())
            .Select(entity => (JsonText.GetName(role), entity.Items().ToList())));

    private static RecordedSpan ReadPlace(JsonElement mention)
    {
        var words = mention.IsArray() ? mention.At(0).Text() : mention.Text();
        return mention.At(1).Integer() is { } start && words is not null
            ? new RecordedSpan(start, start + words.EnumerateRunes().Count(), words)
            : new RecordedSpan(-1, -1, words);
    }

    private static TextSpan? Find(RecordedSpan place, TextOffsets offsets, JsonArticleDraft draft)
    {
        if (place.Start >= 0)
            return draft.FindSpan(offsets, place);
        if (place.Surface is { } words && WordFinder.Find(draft.Text, words) is >= 0 and var start)
            return new TextSpan(start, words.Length);
        draft.Log.CountLoss("mentions whose words are not in the text", 1, draft.Place);
        return null;
    }
}
