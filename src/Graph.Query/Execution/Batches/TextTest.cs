using System.Buffers;
using System.Text;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

internal enum TextTestKind
{
    StartsWith,
    EndsWith,
    Contains,
    Equal,

    /// <summary>A regular expression.</summary>
    Matches,
}

/// <summary>Whether letters are changed before a text is tested.</summary>
internal enum LetterCase
{
    AsWritten,
    Lower,
    Upper,
}

/// <summary>A test of the UTF-8 of two texts.</summary>
internal delegate bool TextPairTest(ReadOnlySpan<byte> text, ReadOnlySpan<byte> other);

/// <summary>A test of UTF-8 against a text that is the same for every row.</summary>
internal sealed class TextTest
{
    private readonly TextTestKind kind;
    private readonly LetterCase letterCase;
    private readonly byte[] pattern;
    private readonly RegularExpression? expression;

    private TextTest(TextTestKind kind, LetterCase letterCase, byte[] pattern, RegularExpression? expression)
    {
        this.kind = kind;
        this.letterCase = letterCase;
        this.pattern = pattern;
        this.expression = expression;
    }

    /// <summary>
    /// Null where the text holds half a surrogate pair, which has no UTF-8, or is no regular expression where it must be.
    /// </summary>
    public static TextTest? TryCreate(TextTestKind kind, LetterCase letterCase, string pattern)
    {
        RegularExpression? expression = null;
        return CodePoints.TryGetUtf8(pattern) is { } utf8
            && (kind != TextTestKind.Matches || RegularExpressions.TryGet(pattern, out expression, out _))
                ? new TextTest(kind, letterCase, utf8, expression)
                : null;
    }

    public bool Holds(ReadOnlySpan<byte> text)
    {
        if (letterCase == LetterCase.AsWritten)
            return HoldsAsWritten(text);
        return Ascii.IsValid(text) ? HoldsOfAscii(text) : HoldsAsWritten(Encoding.UTF8.GetBytes(Convert(Encoding.UTF8.GetString(text))));
    }

    private string Convert(string text) => letterCase == LetterCase.Lower ? text.ToLowerInvariant() : text.ToUpperInvariant();

    private bool HoldsOfAscii(ReadOnlySpan<byte> text)
    {
        const int Small = 256;
        byte[]? rented = null;
        Span<byte> converted = text.Length <= Small ? stackalloc byte[Small] : rented = ArrayPool<byte>.Shared.Rent(text.Length);
        if (letterCase == LetterCase.Lower)
            Ascii.ToLower(text, converted, out _);
        else
            Ascii.ToUpper(text, converted, out _);
        var holds = HoldsAsWritten(converted[..text.Length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return holds;
    }

    private bool HoldsAsWritten(ReadOnlySpan<byte> text) => kind switch
    {
        TextTestKind.StartsWith => text.StartsWith(pattern),
        TextTestKind.EndsWith => text.EndsWith(pattern),
        TextTestKind.Contains => text.IndexOf(pattern) >= 0,
        TextTestKind.Matches => expression!.Matches(text),
        _ => text.SequenceEqual(pattern),
    };

    /// <summary>The test of one text with another; null for an expression, which is first compiled.</summary>
    public static TextPairTest? FindPlain(TextTestKind kind) => kind switch
    {
        TextTestKind.StartsWith => static (text, other) => text.StartsWith(other),
        TextTestKind.EndsWith => static (text, other) => text.EndsWith(other),
        TextTestKind.Contains => static (text, other) => text.IndexOf(other) >= 0,
        _ => null,
    };
}
