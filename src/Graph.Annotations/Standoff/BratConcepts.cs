namespace Graph.Annotations;

/// <summary>Reads what a terminology calls a mention: <c>271782001 | Drowsy |</c>, <c>10005886/10047513</c>, <c>CONCEPT_LESS</c>.</summary>
internal static class BratConcepts
{
    private const string None = "CONCEPT_LESS";

    /// <summary>One code is a link; several are a property, as nothing says which of them the words mean.</summary>
    public static Mention Add(Mention mention, string terminology, string concept)
    {
        if (concept == None)
            return mention;
        var codes = ListCodes(concept);
        return codes is [var code]
            ? mention with { Links = mention.Links.Add(new EntityLink(terminology.ToLowerInvariant(), code)) }
            : mention with { Properties = mention.Properties.Add(new(terminology, Value.FromString(concept))) };
    }

    private static List<string> ListCodes(string concept) =>
        [.. concept.Split('|', '/', ' ').Where(word => word.Length > 0 && word.All(char.IsAsciiDigit)).Distinct(StringComparer.Ordinal)];
}
