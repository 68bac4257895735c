using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Tags as others write them: <c>b-per</c>, <c>B_PER</c>, <c>B:PER</c>, <c>PER-B</c>, <c>B-FAC^E-FAC</c>.</summary>
internal static class TagNotation
{
    private const string Positions = "BIESLUM";
    private const char PartSign = '^';

    // Phrases of the language, which stand beside the names in CoNLL-2003.
    private static readonly HashSet<string> Phrases =
        ["NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP", "NC", "VC", "PC", "AC", "MPN", "CLS"];

    /// <summary>Whether a type is that of a phrase, or of an argument of a predicate as PropBank numbers them, and of no name.</summary>
    public static bool IsPhrase(string type) => Phrases.Contains(type)
        || type is "V" or "REL"
        || Regex.IsMatch(type, "^([RC]-)?A(RG)?([0-9A]|M(-[A-Z]+)?)$", RegexOptions.CultureInvariant);

    /// <summary>The tag as <c>B-PER</c>; <c>O</c> for one outside; null for what is no tag in any notation.</summary>
    public static string? Normalize(string tag)
    {
        if (tag is "O" or "o" or "" or "-" or "0" or "_" or "*")
            return "O";
        if (tag.Length < 3)
            return null;
        if (IsPosition(tag[0]) && tag[1] is '-' or '_' or ':')
            return $"{char.ToUpperInvariant(tag[0])}-{tag[2..]}";
        return IsPosition(tag[^1]) && tag[^2] is '-' or '_' or ':' ? $"{char.ToUpperInvariant(tag[^1])}-{tag[..^2]}" : null;
    }

    /// <summary>The tags of the parts of a word as one: <c>O^B-FAC</c> begins a name, <c>B-FAC^E-FAC</c> is one.</summary>
    public static string Join(string tag)
    {
        if (!tag.Contains(PartSign) || tag.Split(PartSign) is not { Length: > 1 } parts || !Array.TrueForAll(parts, TagSequence.IsTag))
            return tag;
        var named = Array.FindAll(parts, part => part.Length > 2);
        if (named.Length == 0)
            return "O";
        var begins = named[0][0] is 'B' or 'S';
        var ends = named[^1][0] is 'E' or 'S';
        return $"{(begins, ends) switch { (true, true) => 'S', (true, false) => 'B', (false, true) => 'E', _ => 'I' }}-{named[0][2..]}";
    }

    private static bool IsPosition(char letter) => Positions.Contains(char.ToUpperInvariant(letter));
}
