namespace Graph.Core;

/// <summary>Which rows of a column have a value: one bit per row, lowest bit first, as Arrow has it; no bits where all rows do.</summary>
public readonly struct Validity(ReadOnlyMemory<byte> bits)
{
    public bool IsComplete => bits.IsEmpty;

    public ReadOnlySpan<byte> Bits => bits.Span;

    internal bool IsEmpty => !bits.IsEmpty && !bits.Span.ContainsAnyExcept((byte)0);

    internal ReadOnlyMemory<byte> Memory => bits;

    public bool this[int row] => bits.IsEmpty || BitSet.Get(bits.Span, row);

    /// <summary>The same without bits where all of that many rows have a value, as after a selection that left out those without.</summary>
    internal Validity Simplify(int count)
    {
        for (var row = 0; row < count; row++)
        {
            if (!this[row])
                return this;
        }

        return default;
    }

    internal Validity Select(ReadOnlySpan<int> rows) => bits.IsEmpty ? this : new Validity(BitSet.Select(bits.Span, rows));
}

/// <summary>Bits in bytes, lowest bit first.</summary>
internal static class BitSet
{
    public static int GetByteCount(int bits) => (bits + 7) >> 3;

    public static bool Get(ReadOnlySpan<byte> bits, int index) => (bits[index >> 3] & (1 << (index & 7))) != 0;

    public static byte[] Select(ReadOnlySpan<byte> bits, ReadOnlySpan<int> rows)
    {
        var selected = new byte[GetByteCount(rows.Length)];
        for (var i = 0; i < rows.Length; i++)
        {
            if (Get(bits, rows[i]))
                Set(selected, i);
        }

        return selected;
    }

    public static byte[] Pack(ReadOnlySpan<bool> values)
    {
        var bits = new byte[GetByteCount(values.Length)];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i])
                Set(bits, i);
        }

        return bits;
    }

    public static void Set(Span<byte> bits, int index) => bits[index >> 3] |= (byte)(1 << (index & 7));
}
