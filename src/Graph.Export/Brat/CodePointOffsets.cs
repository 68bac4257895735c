namespace Graph.Export;

/// <summary>Offsets of a text in code points, from those in UTF-16 units.</summary>
internal sealed class CodePointOffsets
{
    /// <summary>Null where both are the same.</summary>
    private readonly int[]? points;

    public CodePointOffsets(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return;

        points = new int[text.Length + 1];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            points[i] = count;
            if (!char.IsLowSurrogate(text[i]))
                count++;
        }

        points[text.Length] = count;
    }

    public int Find(int unit) => points is null ? unit : points[unit];
}
