using System.Globalization;

namespace Graph.Query.Functions;

/// <summary>A place in a regular expression, and what stands there.</summary>
internal sealed class PatternCursor(string pattern)
{
    private const char End = '\0';

    private int position;

    /// <summary>How many characters have been taken.</summary>
    public int CharacterCount => CodePoints.Count(pattern.AsSpan(0, position));

    public bool IsAtEnd => position >= pattern.Length;

    public char Next => At(0);

    public char At(int offset) => position + offset < pattern.Length ? pattern[position + offset] : End;

    public bool StartsWith(string text) => pattern.AsSpan(position).StartsWith(text, StringComparison.Ordinal);

    public string Take(int length)
    {
        var text = pattern.Substring(position, Math.Min(length, pattern.Length - position));
        position += text.Length;
        return text;
    }

    /// <summary>How many units there are to a sign, with it.</summary>
    public int LengthUntil(char sign)
    {
        var end = pattern.IndexOf(sign, position);
        return (end < 0 ? pattern.Length : end + 1) - position;
    }

    /// <summary>One unit, or two that are one character.</summary>
    public string TakeCharacter() => Take(char.IsHighSurrogate(Next) && char.IsLowSurrogate(At(1)) ? 2 : 1);

    /// <summary><c>(?</c> up to the sign with which what stands in the group begins.</summary>
    public string TakeGroupStart()
    {
        var length = 2;
        while (char.IsAsciiLetter(At(length)) || At(length) == '-')
            length++;
        return At(length) switch
        {
            '<' => Take(LengthUntil('>')),
            '\'' => Take(3 + pattern.AsSpan(Math.Min(position + 3, pattern.Length)).IndexOf('\'') + 1),
            _ => Take(length + 1),
        };
    }

    /// <summary><c>{,3}</c>, which some engines repeat by and others match as it stands.</summary>
    public string? TakesBoundWithoutStart()
    {
        var length = 2;
        while (char.IsAsciiDigit(At(length)))
            length++;
        return At(1) == ',' && length > 2 && At(length) == '}' ? pattern.Substring(position, length + 1) : null;
    }

    public PatternEscape TakeEscape()
    {
        var letter = At(1);
        if (PatternCategories.OfEscape(letter) is { } categories)
            return new PatternEscape(Take(2)) { Categories = categories };
        if (letter is 'p' or 'P' && At(2) == '{')
        {
            var text = Take(LengthUntil('}'));
            return new PatternEscape(text) { Categories = PatternCategories.OfProperty(text[3..].TrimEnd('}'), letter == 'P') };
        }

        if (letter == 'u' && UnitAt(0) is { } high && char.IsHighSurrogate(high) && UnitAt(6) is { } low && char.IsLowSurrogate(low))
            return new PatternEscape(Take(12)) { Character = char.ConvertToUtf32(high, low) };
        if (char.IsHighSurrogate(letter) && char.IsLowSurrogate(At(2)))
            return new PatternEscape(Take(3)[1..]) { Character = char.ConvertToUtf32(letter, pattern[position - 1]) };
        return new PatternEscape(Take(letter switch
        {
            'u' => 6,
            'x' => 4,
            'c' => 3,
            _ when char.IsAsciiDigit(letter) && char.IsAsciiDigit(At(2)) => char.IsAsciiDigit(At(3)) ? 4 : 3,
            _ => 2,
        }));
    }

    private char? UnitAt(int offset)
    {
        var start = position + offset;
        if (At(offset) != '\\' || At(offset + 1) != 'u' || start + 6 > pattern.Length)
            return null;
        var digits = pattern.AsSpan(start + 2, 4);
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
    }
}

/// <summary>A backslash with what it makes special.</summary>
/// <param name="Text">As an engine of units reads it.</param>
internal readonly record struct PatternEscape(string Text)
{
    /// <summary>Where it stands for many characters: the categories of those beyond U+FFFF.</summary>
    public uint? Categories { get; init; }

    /// <summary>Where it stands for one beyond U+FFFF.</summary>
    public int? Character { get; init; }
}
