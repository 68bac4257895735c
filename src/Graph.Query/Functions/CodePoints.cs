using System.Text;

namespace Graph.Query.Functions;

/// <summary>
/// Positions in strings as the language counts them, in code points, over UTF-16. A surrogate without its partner counts as one.
/// </summary>
internal static class CodePoints
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = FirstSurrogate(text); i < text.Length - 1; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>As many as the UTF-8 has bytes that begin one.</summary>
    public static int Count(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
            count += (unit & 0xC0) != 0x80 ? 1 : 0;
        return count;
    }

    /// <summary>The UTF-8 of a text; null where it holds half a surrogate pair, which has none.</summary>
    public static byte[]? TryGetUtf8(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString(utf8) == text ? utf8 : null;
    }

    /// <summary>The UTF-16 offset of a position; the length of the text for a position behind its end.</summary>
    public static int GetOffset(ReadOnlySpan<char> text, long position)
    {
        var first = FirstSurrogate(text);
        if (position <= first)
            return (int)position;

        var offset = first;
        for (var remaining = position - first; remaining > 0 && offset < text.Length; remaining--)
            offset += offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
        return offset;
    }

    /// <summary>The part from one position to another; positions behind the end mean the end.</summary>
    public static string Slice(string text, long from, long to)
    {
        var start = GetOffset(text, from);
        var rest = text.AsSpan(start);
        return rest[..GetOffset(rest, to - from)].ToString();
    }

    public static string Reverse(string text)
    {
        var reversed = text.ToCharArray();
        Array.Reverse(reversed);

        // Pairs now stand with the low surrogate first.
        for (var i = 0; i < reversed.Length - 1; i++)
        {
            if (char.IsSurrogatePair(reversed[i + 1], reversed[i]))
            {
                (reversed[i], reversed[i + 1]) = (reversed[i + 1], reversed[i]);
                i++;
            }
        }

        return new string(reversed);
    }

    private static int FirstSurrogate(ReadOnlySpan<char> text)
    {
        var index = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        return index < 0 ? text.Length : index;
    }
}
