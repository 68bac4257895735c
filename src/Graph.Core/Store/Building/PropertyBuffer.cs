namespace Graph.Core;

/// <summary>The properties of the rows of one node group or relation type.</summary>
internal sealed class PropertyBuffer
{
    private readonly Dictionary<string, ColumnBuffer> columns = new(StringComparer.Ordinal);

    public void Add(int row, IEnumerable<KeyValuePair<string, Value>> properties)
    {
        foreach (var (key, value) in properties)
        {
            if (!value.IsNull)
                FindColumn(key).Add(row, value);
        }
    }

    public void Add(int firstRow, int count, IReadOnlyList<PropertyColumn> given)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].Count != count)
                throw new ArgumentException($"Column '{given[i].Key}' has {given[i].Count} rows and not {count}.");
            if (given.Take(i).Any(column => column.Key == given[i].Key))
                throw new ArgumentException($"Property '{given[i].Key}' is given twice.");
            if (!given[i].Validity.IsEmpty)
                FindColumn(given[i].Key).Add(firstRow, given[i]);
        }
    }

    /// <param name="order">The row in the buffer of each row of the columns; null where they are the same.</param>
    public ImmutableArray<PropertyColumn> Build(GraphType? type, int[]? order, int count, Func<string, bool> isIndexed)
    {
        var keys = SchemaOrder.SortPropertyKeys(type, columns.Keys);
        var built = new PropertyColumn[keys.Length];
        Parallel.For(0, keys.Length, i => built[i] = columns[keys[i]].Build(order, count, isIndexed(keys[i])));
        return ImmutableArray.Create(built);
    }

    private ColumnBuffer FindColumn(string key)
    {
        if (!columns.TryGetValue(key, out var column))
            columns.Add(key, column = new ColumnBuffer(key));
        return column;
    }
}
