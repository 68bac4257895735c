namespace Graph.Annotations;

/// <summary>Puts what several annotators said of one text into one article; each mention knows who made it.</summary>
internal static class AnnotatorMerge
{
    public static AnnotatedArticle Merge(IReadOnlyList<(string Annotator, AnnotatedArticle Article)> parts)
    {
        var merged = parts[0].Article with { Mentions = [], Relations = [], Events = [], Chains = [], Notes = [] };
        foreach (var (annotator, article) in parts)
            merged = Add(merged, annotator, article);
        return merged;
    }

    private static AnnotatedArticle Add(AnnotatedArticle merged, string annotator, AnnotatedArticle article)
    {
        var (mentions, events) = (merged.Mentions.Length, merged.Events.Length);
        Argument Move(Argument argument) => argument switch
        {
            MentionArgument mention => new MentionArgument(mention.Index + mentions),
            EventArgument found => new EventArgument(found.Index + events),
            _ => argument,
        };
        FactStatus MoveStatus(FactStatus status) => status.ClaimedBy is { } by ? status with { ClaimedBy = Move(by) } : status;
        var name = new KeyValuePair<string, Value>("annotator", Value.FromString(annotator));
        return merged with
        {
            Mentions = merged.Mentions.AddRange(article.Mentions.Select(mention => mention with
            {
                Id = $"{annotator}:{mention.Id}",
                SameAs = mention.SameAs + mentions,
                Properties = mention.Properties.Any(property => property.Key == name.Key)
                    ? mention.Properties
                    : mention.Properties.Add(name),
            })),
            Relations = merged.Relations.AddRange(article.Relations.Select(relation => relation with
            {
                Id = $"{annotator}:{relation.Id}",
                Source = Move(relation.Source),
                Target = Move(relation.Target),
                Status = MoveStatus(relation.Status),
            })),
            Events = merged.Events.AddRange(article.Events.Select(found => found with
            {
                Id = $"{annotator}:{found.Id}",
                Trigger = found.Trigger + mentions,
                Participants = [.. found.Participants.Select(participant => participant with { Argument = Move(participant.Argument) })],
                Status = MoveStatus(found.Status),
            })),
            Chains = merged.Chains.AddRange(article.Chains.Select(chain =>
                chain with { Id = $"{annotator}:{chain.Id}", Mentions = [.. chain.Mentions.Select(index => index + mentions)] })),
            Notes = merged.Notes.AddRange(article.Notes.Select(note => note with
            {
                Target = note.Target is null ? null : $"{annotator}:{note.Target}"
            })),
        };
    }
}
