using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Graph.Core;

/// <summary>Finds the ends of cells: looks at 64 bytes at once and remembers what it saw, as most cells are shorter than that.</summary>
internal ref struct SeparatorScan(ReadOnlySpan<byte> data, byte delimiter, byte lineEnd)
{
    private const int WindowLength = 64;

    private readonly ReadOnlySpan<byte> data = data;
    private readonly Vector128<byte> delimiters = Vector128.Create(delimiter);
    private readonly Vector128<byte> lineEnds = Vector128.Create(lineEnd);
    private int windowStart = -WindowLength;
    private ulong window;

    /// <summary>The first delimiter or line end from a position on; the length of the data where there is none.</summary>
    public int Find(int start)
    {
        var offset = start - windowStart;
        if ((uint)offset >= WindowLength)
        {
            Look(start);
            offset = 0;
        }

        var rest = window >> offset;
        while (rest == 0)
        {
            start = windowStart + WindowLength;
            if (start >= data.Length)
                return data.Length;
            Look(start);
            rest = window;
        }

        return start + BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>Makes a bit for each byte of the window, set for a separator.</summary>
    private void Look(int start)
    {
        windowStart = start;
        window = 0;
        if (data.Length - start < WindowLength)
        {
            LookAtEnd();
            return;
        }

        ref var first = ref MemoryMarshal.GetReference(data);
        for (var i = 0; i < WindowLength; i += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)(start + i));
            var found = Vector128.Equals(bytes, delimiters) | Vector128.Equals(bytes, lineEnds);
            window |= (ulong)found.ExtractMostSignificantBits() << i;
        }
    }

    private void LookAtEnd()
    {
        for (var i = windowStart; i < data.Length; i++)
        {
            if (data[i] == delimiters[0] || data[i] == lineEnds[0])
                window |= 1UL << (i - windowStart);
        }
    }
}
