using System.Buffers;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Tags as others write them: <c>b-per</c>, <c>B_PER</c>, <c>B:PER</c>, <c>B.PER</c>, <c>PER-B</c>, <c>B-FAC^E-FAC</c>.</summary>
internal static class TagNotation
{
    private const string Positions = "BIESLUM";
    private const char PartSign = '^';

    // What stands between the tags of names within names, before the next of them.
    private const string Bars = "|#,;+/";
    private const string Next = $"[{Bars}](?=[BIESLUM]-|O(?:[{Bars}]|$))";
    private const int LongestType = 40;
    private static readonly SearchValues<char> BarSigns = SearchValues.Create(Bars);

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
        if (IsPosition(tag[0]) && IsBetween(tag[1]))
            return $"{char.ToUpperInvariant(tag[0])}-{tag[2..]}";
        return IsPosition(tag[^1]) && IsBetween(tag[^2]) ? $"{char.ToUpperInvariant(tag[^1])}-{tag[..^2]}" : null;
    }

    /// <summary>Whether this is several tags with signs between.</summary>
    public static bool IsJoined(string tag) =>
        tag.AsSpan().ContainsAny(BarSigns) && Split(tag) is { Length: > 1 } tags && Array.TrueForAll(tags, TagSequence.IsTag);

    /// <summary>At the signs behind which another tag stands, as a type may have some of them too.</summary>
    public static string[] Split(string tag) =>
        tag.AsSpan().ContainsAny(BarSigns) ? Regex.Split(tag, Next, RegexOptions.CultureInvariant) : [tag];

    /// <summary>Whether this may be a type without a position.</summary>
    public static bool IsPlain(string tag) =>
        tag.Length is > 0 and <= LongestType
        && char.IsLetter(tag[0])
        && tag.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or '&');

    /// <summary>How tags of one list are to be read as <c>B-PER</c>; null where they are none in any notation.</summary>
    public static Func<string, string>? Find(IReadOnlyCollection<string> tags)
    {
        if (tags.All(TagSequence.IsTag))
            return tag => tag;
        return tags.All(tag => tag is "o" or "O" or "")
            || (tags.All(tag => Normalize(tag) is not null) && tags.Any(tag => Normalize(tag) is ['B' or 'S' or 'U', '-', ..]))
                ? tag => Normalize(tag) ?? tag
                : null;
    }

    /// <summary>A tag by itself, where nothing but a position in front shows that it is one; else null.</summary>
    public static string? ReadAlone(string value) => TagSequence.IsTag(value) ? value
        : value is ['B' or 'I' or 'E' or 'S' or 'L' or 'U', '_' or ':', _, ..] ? Normalize(value) : null;

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

    private static bool IsBetween(char sign) => sign is '-' or '_' or ':' or '.';

    private static bool IsPosition(char letter) => Positions.Contains(char.ToUpperInvariant(letter));
}
