using System.Buffers;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Tags as others write them: <c>b-per</c>, <c>B_PER</c>, <c>B:PER</c>, <c>B.PER</c>, <c>PER-B</c>, <c>PER_START</c>, <c>BPER</c>,
/// <c>B-PER-1</c>, <c>B-FAC^E-FAC</c>.
/// </summary>
internal static partial class TagNotation
{
    private const string Positions = "BIESLUM";
    private const string Between = "-_:.";
    private const char PartSign = '^';

    // What stands between the tags of names within names, before the next of them.
    private const string Bars = "|#,;+/";
    private const string Next = $"[{Bars}](?=[BIESLUM]-|O(?:[{Bars}]|$))";
    private const int LongestType = 40;
    private static readonly Dictionary<string, char> PositionWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["START"] = 'B', ["BEGIN"] = 'B', ["MID"] = 'I', ["MIDDLE"] = 'I', ["INSIDE"] = 'I', ["IN"] = 'I', ["END"] = 'E', ["LAST"] = 'E',
        ["SINGLE"] = 'S', ["UNIT"] = 'S',
    };

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

    /// <summary>
    /// Whether positions are spelled out. Dates may start and end too, so one at least must be that of a middle or of a single word.
    /// </summary>
    private static bool AreWords(List<string> named) => named.Exists(tag => NormalizeWord(tag) is ['B', ..])
        && named.Exists(tag => NormalizeWord(tag) is ['I' or 'S', ..])
        && named.TrueForAll(tag => NormalizeWord(tag) is not null);

    /// <summary>A position that is spelled out, before the type or behind it.</summary>
    private static string? NormalizeWord(string tag)
    {
        var first = tag.AsSpan().IndexOfAny(Between);
        if (first > 0 && first < tag.Length - 1 && PositionWords.TryGetValue(tag[..first], out var position))
            return $"{position}-{tag[(first + 1)..]}";
        var last = tag.AsSpan().LastIndexOfAny(Between);
        return last > 0 && PositionWords.TryGetValue(tag[(last + 1)..], out position) ? $"{position}-{tag[..last]}" : null;
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
            return AreNumbered(tags) ? WithoutNumber : tag => tag;
        return tags.All(tag => tag is "o" or "O" or "")
            || (tags.All(tag => Normalize(tag) is not null) && tags.Any(tag => Normalize(tag) is ['B' or 'S' or 'U', '-', ..]))
                ? tag => Normalize(tag) ?? tag
                : FindJoint(tags) is { } joint ? tag => joint(tag) ?? tag : null;
    }

    /// <summary>Whether all names have a number in their text behind the type, which begins with the first.</summary>
    public static bool AreNumbered(IReadOnlyCollection<string> tags)
    {
        var numbers = tags.Where(tag => tag.Length > 2).Select(tag => Number().Match(tag)).ToList();
        return numbers.Count > 0
            && !tags.Any(IsJoined)
            && numbers.TrueForAll(number => number.Success)
            && numbers.Exists(number => number.ValueSpan[1..] is "0" or "1");
    }

    public static string WithoutNumber(string tag) => tag.Length > 2 ? Number().Replace(tag, "") : tag;

    /// <summary>
    /// How tags are to be read of which only all together show that they have positions, <c>PER_START</c> or <c>BPER</c>; null where they
    /// do not.
    /// </summary>
    public static Func<string, string?>? FindJoint(IEnumerable<string> tags)
    {
        var named = tags.Where(tag => Normalize(tag) != "O").Distinct(StringComparer.Ordinal).ToList();
        Func<string, string?>? read = AreWords(named) ? NormalizeWord : AreJoined(named) ? ParseJoined : null;
        return read is null ? null : tag => Normalize(tag) == "O" ? "O" : read(tag);
    }

    /// <summary>Whether positions stand before types without a sign between: what goes on with a name has a type that begins one.</summary>
    private static bool AreJoined(List<string> named)
    {
        var begun = named.Where(tag => tag is ['B' or 'S' or 'U', ..]).Select(tag => tag[1..]).ToHashSet(StringComparer.Ordinal);
        return named.TrueForAll(tag => tag.Length > 2 && Positions.Contains(tag[0]) && char.IsLetter(tag[1]) && IsPlain(tag))
            && named.TrueForAll(tag => begun.Contains(tag[1..]))
            && named.Exists(tag => tag[0] is not ('B' or 'S' or 'U'));
    }

    private static string ParseJoined(string tag) => $"{tag[0]}-{tag[1..]}";

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

    private static bool IsBetween(char sign) => Between.Contains(sign);

    [GeneratedRegex("[-_#:][0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private static bool IsPosition(char letter) => Positions.Contains(char.ToUpperInvariant(letter));
}
