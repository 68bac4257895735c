using System.Collections.Concurrent;

namespace Graph.Core;

/// <summary>Folds every name of every node, once, on all cores.</summary>
internal static class FoldedNameIndexBuilder
{
    private const int RowsPerTask = 1 << 14;

    public static FoldedNameIndex Build(ImmutableArray<NodeRange> ranges)
    {
        var entries = ranges.SelectMany(BuildRange).ToArray();
        Array.Sort(entries);
        return new FoldedNameIndex(Array.ConvertAll(entries, entry => (int)(entry >> 32)), Array.ConvertAll(entries, entry => (int)entry));
    }

    private static IEnumerable<long> BuildRange(NodeRange range)
    {
        var (names, aliases) = (range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases));
        if (names is null && aliases is null)
            return [];
        var parts = new ConcurrentBag<List<long>>();
        Parallel.ForEach(
            Partitioner.Create(0, range.Count, RowsPerTask),
            rows => parts.Add(BuildRows(range.Start, rows.Item1, rows.Item2, names, aliases)));
        return parts.SelectMany(part => part);
    }

    /// <summary>The hash of each name above the node; a name that a node has twice stands once.</summary>
    private static List<long> BuildRows(int firstNode, int start, int end, PropertyColumn? names, PropertyColumn? aliases)
    {
        var entries = new List<long>(end - start);
        var seen = new HashSet<int>();
        for (var row = start; row < end; row++)
        {
            seen.Clear();
            foreach (var name in EntityNames.List(names, aliases, row))
            {
                var hash = FoldedNameIndex.Hash(NameFolding.Fold(name));
                if (seen.Add(hash))
                    entries.Add(((long)hash << 32) | (uint)(firstNode + row));
            }
        }

        return entries;
    }
}
