namespace Graph.Core;

/// <summary>
/// The entities by the hash of each of their folded names. A hash finds candidates; their names are then folded again and compared.
/// </summary>
internal sealed class FoldedNameIndex(ReadOnlyMemory<int> hashes, ReadOnlyMemory<int> nodes)
{
    /// <summary>Ascending.</summary>
    public ReadOnlyMemory<int> Hashes => hashes;

    /// <summary>The node of each hash, ascending among equal hashes.</summary>
    public ReadOnlyMemory<int> Nodes => nodes;

    public static int Hash(string foldedName) => StableHash.Start(foldedName).Value;

    public ReadOnlySpan<int> FindCandidates(string foldedName)
    {
        var hash = Hash(foldedName);
        var start = LowerBound(hash);
        var end = start;
        while (end < hashes.Length && hashes.Span[end] == hash)
            end++;
        return nodes.Span[start..end];
    }

    private int LowerBound(int hash)
    {
        var span = hashes.Span;
        var (low, high) = (0, span.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (span[middle] < hash)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
