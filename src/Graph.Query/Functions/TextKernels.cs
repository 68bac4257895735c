using System.Text;

namespace Graph.Query.Functions;

/// <summary>Functions of a string that give a string, over UTF-8, where no string needs to be made.</summary>
internal static class TextKernels
{
    // What Unicode counts as white space, as far as it is ASCII.
    private static ReadOnlySpan<byte> Blanks => " \t\n\v\f\r"u8;

    public static TextTransform? Left(ReadOnlySpan<Value> others) =>
        others is [var length] && GetPosition(length) is { } end ? (text, target) => target.Append(text[..GetOffset(text, end)]) : null;

    public static TextTransform? Right(ReadOnlySpan<Value> others)
    {
        if (others is not [var given] || GetPosition(given) is not { } length)
            return null;
        return (text, target) => target.Append(text[GetOffset(text, Math.Max(0, CodePoints.Count(text) - length))..]);
    }

    public static TextTransform? Substring(ReadOnlySpan<Value> others)
    {
        if (others.IsEmpty || GetPosition(others[0]) is not { } start)
            return null;
        if (others.Length == 1)
            return (text, target) => target.Append(text[GetOffset(text, start)..]);
        if (GetPosition(others[1]) is not { } length)
            return null;

        return (text, target) =>
        {
            var rest = text[GetOffset(text, start)..];
            return target.Append(rest[..GetOffset(rest, length)]);
        };
    }

    public static TextTransform? Lower(ReadOnlySpan<Value> others) => (text, target) =>
    {
        if (!Ascii.IsValid(text))
            return target.Append(Encoding.UTF8.GetString(text).ToLowerInvariant());
        Ascii.ToLower(text, target.Extend(text.Length), out _);
        return true;
    };

    public static TextTransform? Upper(ReadOnlySpan<Value> others) => (text, target) =>
    {
        if (!Ascii.IsValid(text))
            return target.Append(Encoding.UTF8.GetString(text).ToUpperInvariant());
        Ascii.ToUpper(text, target.Extend(text.Length), out _);
        return true;
    };

    public static TextTransform? Reverse(ReadOnlySpan<Value> others) => (text, target) =>
    {
        if (!Ascii.IsValid(text))
            return target.Append(CodePoints.Reverse(Encoding.UTF8.GetString(text)));
        var reversed = target.Extend(text.Length);
        text.CopyTo(reversed);
        reversed.Reverse();
        return true;
    };

    public static TextTransform? Trim(ReadOnlySpan<Value> others) => Trim(others, atStart: true, atEnd: true);

    public static TextTransform? TrimStart(ReadOnlySpan<Value> others) => Trim(others, atStart: true, atEnd: false);

    public static TextTransform? TrimEnd(ReadOnlySpan<Value> others) => Trim(others, atStart: false, atEnd: true);

    public static TextTransform? Replace(ReadOnlySpan<Value> others)
    {
        if (others is not [var sought, var replacement]
            || GetUtf8(sought) is not { Length: > 0 } from
            || GetUtf8(replacement) is not { } to)
            return null;

        return (text, target) =>
        {
            for (var next = text.IndexOf(from); next >= 0; next = text.IndexOf(from))
            {
                target.Append(text[..next]);
                target.Append(to);
                text = text[(next + from.Length)..];
            }

            return target.Append(text);
        };
    }

    /// <summary>One of the parts between separators, by its place among them from 0, or the last one.</summary>
    /// <param name="others">The separator and the place; without a place the last one is meant.</param>
    public static TextTransform? Piece(ReadOnlySpan<Value> others)
    {
        if (others.IsEmpty || GetUtf8(others[0]) is not { Length: > 0 } separator)
            return null;
        if (others.Length == 1)
            return (text, target) => target.Append(SkipPieces(text, separator, long.MaxValue, out _));
        if (GetPosition(others[1]) is not { } place)
            return null;

        return (text, target) =>
        {
            var rest = SkipPieces(text, separator, place, out var skipped);
            var end = rest.IndexOf(separator);
            return skipped == place && target.Append(end < 0 ? rest : rest[..end]);
        };
    }

    private static ReadOnlySpan<byte> SkipPieces(ReadOnlySpan<byte> text, byte[] separator, long count, out long skipped)
    {
        for (skipped = 0; skipped < count && text.IndexOf(separator) is var end && end >= 0; skipped++)
            text = text[(end + separator.Length)..];
        return text;
    }

    private static TextTransform? Trim(ReadOnlySpan<Value> others, bool atStart, bool atEnd)
    {
        if (!others.IsEmpty)
            return null;

        return (text, target) =>
        {
            if (!Ascii.IsValid(text))
                return target.Append(TrimDecoded(Encoding.UTF8.GetString(text), atStart, atEnd));
            var trimmed = atStart ? text.TrimStart(Blanks) : text;
            return target.Append(atEnd ? trimmed.TrimEnd(Blanks) : trimmed);
        };
    }

    private static string TrimDecoded(string text, bool atStart, bool atEnd)
    {
        var trimmed = atStart ? text.TrimStart() : text;
        return atEnd ? trimmed.TrimEnd() : trimmed;
    }

    private static long? GetPosition(Value value) => value.IsInteger && value.AsInteger() >= 0 ? value.AsInteger() : null;

    private static byte[]? GetUtf8(Value value) => value.Kind == ValueKind.String ? CodePoints.TryGetUtf8(value.AsString()) : null;

    /// <summary>Where a code point begins; the length of the text for one behind its end.</summary>
    private static int GetOffset(ReadOnlySpan<byte> text, long position)
    {
        if (position >= text.Length)
            return text.Length;

        // In ASCII each byte is a code point.
        var start = (int)position;
        if (Ascii.IsValid(text[..start]))
            return start;

        var offset = 0;
        for (var remaining = position; offset < text.Length; offset++)
        {
            if ((text[offset] & 0xC0) != 0x80 && remaining-- == 0)
                break;
        }

        return offset;
    }
}
