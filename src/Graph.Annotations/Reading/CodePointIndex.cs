namespace Graph.Annotations;

/// <summary>
/// Offsets in code points, as most annotation tools count, to UTF-16 units. Costs nothing for texts without surrogate pairs.
/// </summary>
internal sealed class CodePointIndex
{
    private readonly int[]? offsets;
    private readonly int length;

    public CodePointIndex(string text)
    {
        var pairs = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        length = text.Length - pairs;
        if (pairs > 0)
            offsets = FindOffsets(text, length);
    }

    /// <summary>The length of the text in code points.</summary>
    public int Length => length;

    /// <summary>The UTF-16 offset of a code point; the end of the text is one too.</summary>
    public bool TryGetOffset(long codePoint, out int offset)
    {
        offset = 0;
        if (codePoint < 0 || codePoint > length)
            return false;

        offset = offsets is null ? (int)codePoint : offsets[codePoint];
        return true;
    }

    /// <summary>A span from code points; false where it is empty, reversed or outside the text.</summary>
    public bool TryGetSpan(long start, long end, out TextSpan span)
    {
        var isValid = TryGetOffset(start, out var from) & TryGetOffset(end, out var to) && from < to;
        span = isValid ? TextSpan.FromBounds(from, to) : default;
        return isValid;
    }

    private static int[] FindOffsets(string text, int length)
    {
        var result = new int[length + 1];
        var offset = 0;
        for (var i = 0; i < length; i++)
        {
            result[i] = offset;
            offset += offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
        }

        result[length] = text.Length;
        return result;
    }
}
