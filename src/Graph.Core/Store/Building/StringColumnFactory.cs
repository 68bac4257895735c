namespace Graph.Core;

/// <summary>The two layouts of a string column, made from interned strings.</summary>
internal static class StringColumnFactory
{
    /// <summary>Every string stands once, in the order of the rows; a row without a value takes no bytes.</summary>
    public static StringColumn CreateIdentity(string key, int[] ids, Utf8Interner interner, Validity validity, bool isIndexed)
    {
        // Where every row has a value, the strings stand in the order of the rows already.
        var (offsets, blob) = interner.Count == ids.Length ? interner.Detach() : Spread(ids, interner, validity);
        var column = new StringColumn(key, ids.Length, new StringDictionary(offsets, blob, isSorted: false), null, validity, default);
        return isIndexed ? column.WithIndex() : column;
    }

    /// <summary>Every string stands once, sorted by code point; rows hold ids.</summary>
    public static StringColumn CreateSorted(string key, int[] ids, Utf8Interner interner, Validity validity, bool isIndexed)
    {
        var sorted = Utf8Sort.Sort(Enumerable.Range(0, interner.Count).ToArray(), interner.Offsets, interner.Blob);
        var rank = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
            rank[sorted[i]] = i;
        var sortedIds = new int[ids.Length];
        for (var row = 0; row < ids.Length; row++)
            sortedIds[row] = validity[row] ? rank[ids[row]] : 0;

        var column = new StringColumn(key, ids.Length, Reorder(interner, sorted), IntegerVector.Narrow(sortedIds), validity, default);
        return isIndexed ? column.WithIndex() : column;
    }

    private static (int[] Offsets, byte[] Blob) Spread(int[] ids, Utf8Interner interner, Validity validity)
    {
        var offsets = new int[ids.Length + 1];
        var blob = new byte[interner.Blob.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            var text = validity[row] ? interner[ids[row]] : default;
            text.CopyTo(blob.AsSpan(offsets[row]));
            offsets[row + 1] = offsets[row] + text.Length;
        }

        return (offsets, blob);
    }

    private static StringDictionary Reorder(Utf8Interner interner, int[] sorted)
    {
        var offsets = new int[sorted.Length + 1];
        var blob = new byte[interner.Blob.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            var text = interner[sorted[i]];
            text.CopyTo(blob.AsSpan(offsets[i]));
            offsets[i + 1] = offsets[i] + text.Length;
        }

        return new StringDictionary(offsets, blob, isSorted: true);
    }

    private static int[] ListValidRows(int count, Validity validity)
    {
        var rows = new List<int>(count);
        for (var row = 0; row < count; row++)
        {
            if (validity[row])
                rows.Add(row);
        }

        return rows.ToArray();
    }

    /// <summary>The rows with a value by string, then by row.</summary>
    public static int[] SortRows(StringColumn column)
    {
        var rows = ListValidRows(column.Count, column.Validity);
        if (column.Ids is null)
            return Utf8Sort.Sort(rows, column.Dictionary.OffsetMemory, column.Dictionary.BlobMemory);
        var ids = new int[column.Count];
        column.Ids.CopyTo(0, ids);
        return CountingSort.Sort(rows, ids, 0, column.Dictionary.Count - 1);
    }
}
