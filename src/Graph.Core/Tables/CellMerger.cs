using System.Diagnostics;

namespace Graph.Core;

/// <summary>Makes one column of the cells of all blocks.</summary>
internal static class CellMerger
{
    public static PropertyColumn Merge(string key, CellBuffer[] blocks)
    {
        var count = blocks.Sum(block => block.Count);
        var validity = MergeValidity(blocks, count);
        return blocks.FirstOrDefault() switch
        {
            null => new BooleanColumn(key, 0, default, default),
            IntegerCells =>
                IntegerColumn.Create(
                    key, IntegerVector.Concatenate([.. blocks.Cast<IntegerCells>().Select(block => block.Values)]), validity),
            FloatCells => new FloatColumn(key, blocks.Cast<FloatCells>().SelectMany(block => block.Values).ToArray(), validity),
            BooleanCells => new BooleanColumn(key, count, MergeBooleans(blocks, count), validity),
            DateCells => MergeDates(key, blocks, count, validity),
            StringCells => MergeStrings(key, blocks, count, validity),
            _ => throw new UnreachableException(),
        };
    }

    private static Validity MergeValidity(CellBuffer[] blocks, int count)
    {
        if (Array.TrueForAll(blocks, block => block.Missing.Count == 0))
            return default;
        var isPresent = new bool[count];
        Array.Fill(isPresent, true);
        var start = 0;
        foreach (var block in blocks)
        {
            foreach (var row in block.Missing)
                isPresent[start + row] = false;
            start += block.Count;
        }

        return new Validity(BitSet.Pack(isPresent));
    }

    private static byte[] MergeBooleans(CellBuffer[] blocks, int count)
    {
        var values = new List<bool>(count);
        foreach (var block in blocks)
            values.AddRange(((BooleanCells)block).Values);
        return BitSet.Pack(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
    }

    private static StringColumn MergeStrings(string key, CellBuffer[] blocks, int count, Validity validity)
    {
        var (ids, strings) = MergeIds(blocks, count);
        return ColumnFactory.CreateStrings(key, ids, strings, validity, isIndexed: false);
    }

    private static DateColumn MergeDates(string key, CellBuffer[] blocks, int count, Validity validity)
    {
        var (ids, strings) = MergeIds(blocks, count);
        return ColumnFactory.CreateDates(key, ids, strings, validity);
    }

    private static (int[] Ids, Utf8Interner Strings) MergeIds(CellBuffer[] blocks, int count)
    {
        var strings = Array.ConvertAll(blocks, block => (StringCells)block);
        var merged = new Utf8Interner(strings.Sum(block => block.Strings.Count), strings.Sum(block => (long)block.Strings.Blob.Length));
        var ids = new int[count];
        var start = 0;
        foreach (var block in strings)
        {
            var mergedIds = new int[block.Strings.Count];
            for (var id = 0; id < mergedIds.Length; id++)
                mergedIds[id] = merged.Intern(block.Strings[id]);
            var blockIds = block.Ids;
            for (var row = 0; row < blockIds.Length; row++)
                ids[start + row] = mergedIds.Length == 0 ? 0 : mergedIds[blockIds[row]];
            start += blockIds.Length;
        }

        return (ids, merged);
    }
}
