namespace Graph.Annotations;

/// <summary>How fields and columns are called that say what a span is, without regard to case and to what joins their words.</summary>
internal static class TypeNames
{
    /// <summary>The usual ones; the first counts most.</summary>
    public static readonly ImmutableArray<string> Usual =
    [
        "entitytag", "label", "labels", "type", "types", "entitytype", "entitylabel", "nertype", "nertag", "category", "class", "tag",
        "tags", "entitygroup", "displayname", "labelname", "tagname", "classname", "semantictype", "kind", "ner", "technique", "alltypes",
        "entity", "concept", "annotation", "code",
    ];

    // What others end in: label_type, ne_label, annotType.
    private static readonly string[] Ends = ["type", "label", "tag", "class", "category"];

    private static readonly string[] Nothing = ["entity", "span", "mention", "annotation", "label", "labels", "text", "highlight"];

    /// <summary>Whether a type is only that of all annotations of a tool.</summary>
    public static bool SaysNothing(string type) => Nothing.Contains(Normalize(type));

    /// <summary>The place of a name among the usual ones, or behind all of these; null where it is none of a type.</summary>
    public static int? FindRank(string name)
    {
        var plain = Normalize(name);
        return Usual.IndexOf(plain) is >= 0 and var rank ? rank
            : Array.Exists(Ends, end => plain.EndsWith(end, StringComparison.Ordinal)) ? Usual.Length
            : null;
    }

    public static string Normalize(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
