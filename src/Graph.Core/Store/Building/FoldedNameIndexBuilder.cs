namespace Graph.Core;

/// <summary>Folds every name of every node, once.</summary>
internal static class FoldedNameIndexBuilder
{
    public static FoldedNameIndex Build(ImmutableArray<NodeRange> ranges)
    {
        var entries = new List<long>();
        var seen = new HashSet<int>();
        foreach (var range in ranges)
        {
            var (names, aliases) = (range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases));
            for (var row = 0; (names is not null || aliases is not null) && row < range.Count; row++)
            {
                seen.Clear();
                foreach (var name in EntityNames.List(names, aliases, row))
                {
                    var hash = FoldedNameIndex.Hash(NameFolding.Fold(name));
                    if (seen.Add(hash))
                        entries.Add(((long)hash << 32) | (uint)(range.Start + row));
                }
            }
        }

        var sorted = entries.ToArray();
        Array.Sort(sorted);
        return new FoldedNameIndex(Array.ConvertAll(sorted, entry => (int)(entry >> 32)), Array.ConvertAll(sorted, entry => (int)entry));
    }
}
