using System.Text;

namespace Graph.Core;

/// <summary>
/// Strings by id, one after the other in a UTF-8 blob. Where the strings are sorted, it is by code point, so that ids compare as they do.
/// </summary>
public sealed class StringDictionary
{
    // Small dictionaries stand for many rows each, so their strings are made once.
    private const int LargestCached = 1 << 16;

    private readonly ReadOnlyMemory<int> offsets;
    private readonly ReadOnlyMemory<byte> blob;
    private string?[]? cache;

    internal StringDictionary(ReadOnlyMemory<int> offsets, ReadOnlyMemory<byte> blob, bool isSorted)
    {
        this.offsets = offsets;
        this.blob = blob;
        IsSorted = isSorted;
    }

    public int Count => offsets.Length - 1;

    public bool IsSorted { get; }

    /// <summary>Where each string begins in the blob, and after the last one where it ends.</summary>
    public ReadOnlySpan<int> Offsets => offsets.Span;

    public ReadOnlySpan<byte> Blob => blob.Span;

    internal ReadOnlyMemory<int> OffsetMemory => offsets;

    internal ReadOnlyMemory<byte> BlobMemory => blob;

    public ReadOnlySpan<byte> GetUtf8(int id)
    {
        var bounds = offsets.Span.Slice(id, 2);
        return blob.Span[bounds[0]..bounds[1]];
    }

    public string GetString(int id)
    {
        if (!IsSorted || Count > LargestCached)
            return Encoding.UTF8.GetString(GetUtf8(id));
        var strings = cache ??= new string?[Count];
        return strings[id] ??= Encoding.UTF8.GetString(GetUtf8(id));
    }

    /// <summary>The given strings in the given order.</summary>
    internal StringDictionary Select(ReadOnlySpan<int> ids)
    {
        var source = offsets.Span;
        var selected = new int[ids.Length + 1];
        for (var i = 0; i < ids.Length; i++)
            selected[i + 1] = selected[i] + source[ids[i] + 1] - source[ids[i]];
        var bytes = new byte[selected[^1]];
        for (var i = 0; i < ids.Length; i++)
            blob.Span[source[ids[i]]..source[ids[i] + 1]].CopyTo(bytes.AsSpan(selected[i]));
        return new StringDictionary(selected, bytes, isSorted: false);
    }

    /// <summary>The id of a string in a sorted dictionary, or -1.</summary>
    public int FindId(ReadOnlySpan<byte> utf8)
    {
        var id = LowerBound(utf8);
        return id < Count && GetUtf8(id).SequenceEqual(utf8) ? id : -1;
    }

    /// <summary>The ids of the strings that begin with a prefix, in a sorted dictionary.</summary>
    public Range32 FindPrefix(ReadOnlySpan<byte> prefix)
    {
        var start = LowerBound(prefix);
        var (low, high) = (start, Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (GetUtf8(middle).StartsWith(prefix))
                low = middle + 1;
            else
                high = middle;
        }

        return new Range32(start, low);
    }

    /// <summary>The first id whose string is not before the given one, in a sorted dictionary.</summary>
    public int LowerBound(ReadOnlySpan<byte> utf8)
    {
        if (!IsSorted)
            throw new InvalidOperationException("The strings of this dictionary are in row order, not sorted.");
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (GetUtf8(middle).SequenceCompareTo(utf8) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
