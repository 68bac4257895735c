namespace Graph.Annotations;

/// <summary>Relations between what mentions stand for, as BioRED and PubTator have them: by identifiers.</summary>
internal static class ConceptMentions
{
    /// <summary>What the ends of a relation are called where it names no mentions.</summary>
    public static readonly ImmutableArray<string> Ends = ["entity1", "entity2"];

    /// <summary>The first mention of an identifier, which may be one of several of its; null where there is none.</summary>
    public static int? Find(IReadOnlyList<Mention> mentions, string? identifier)
    {
        for (var index = 0; index < mentions.Count && identifier is not null; index++)
        {
            if (mentions[index].Links.Any(link => link.Id == identifier || link.Id.Split(',', ';', '|').Contains(identifier)))
                return index;
        }

        return null;
    }
}
