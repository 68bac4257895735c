using System.Buffers.Binary;

namespace Graph.Core;

/// <summary>Sorts byte strings by their first eight bytes as integers, and compares bytes only where those are the same.</summary>
internal static class Utf8Sort
{
    /// <summary>The given ids by their strings; ids of equal strings keep their order.</summary>
    public static int[] Sort(int[] ids, ReadOnlyMemory<int> offsets, ReadOnlyMemory<byte> blob)
    {
        var keys = new ulong[ids.Length];
        var starts = offsets.Span;
        var bytes = blob.Span;
        for (var i = 0; i < ids.Length; i++)
            keys[i] = ReadPrefix(bytes[starts[ids[i]]..starts[ids[i] + 1]]);
        Array.Sort(keys, ids);

        var comparer = Comparer<int>.Create((left, right) => Compare(left, right, offsets.Span, blob.Span));
        for (var start = 0; start < ids.Length;)
        {
            var end = start + 1;
            while (end < ids.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                Array.Sort(ids, start, end - start, comparer);
            start = end;
        }

        return ids;
    }

    private static ulong ReadPrefix(ReadOnlySpan<byte> text)
    {
        if (text.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(text);
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        text.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private static int Compare(int left, int right, ReadOnlySpan<int> offsets, ReadOnlySpan<byte> blob)
    {
        var order = blob[offsets[left]..offsets[left + 1]].SequenceCompareTo(blob[offsets[right]..offsets[right + 1]]);
        return order != 0 ? order : left.CompareTo(right);
    }
}
