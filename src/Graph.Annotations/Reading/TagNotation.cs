namespace Graph.Annotations;

/// <summary>Tags as others write them: <c>b-per</c>, <c>B_PER</c>, <c>PER-B</c>.</summary>
internal static class TagNotation
{
    private const string Positions = "BIESLUM";

    // Phrases of the language, which stand beside the names in CoNLL-2003.
    private static readonly HashSet<string> Phrases =
        ["NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP", "NC", "VC", "PC", "AC", "MPN", "CLS"];

    /// <summary>Whether a type is that of a phrase, and of no name.</summary>
    public static bool IsPhrase(string type) => Phrases.Contains(type);

    /// <summary>The tag as <c>B-PER</c>; <c>O</c> for one outside; null for what is no tag in any notation.</summary>
    public static string? Normalize(string tag)
    {
        if (tag is "O" or "o" or "" or "-" or "0" or "_" or "*")
            return "O";
        if (tag.Length < 3)
            return null;
        if (IsPosition(tag[0]) && tag[1] is '-' or '_')
            return $"{char.ToUpperInvariant(tag[0])}-{tag[2..]}";
        return IsPosition(tag[^1]) && tag[^2] is '-' or '_' ? $"{char.ToUpperInvariant(tag[^1])}-{tag[..^2]}" : null;
    }

    private static bool IsPosition(char letter) => Positions.Contains(char.ToUpperInvariant(letter));
}
