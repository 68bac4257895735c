namespace Graph.Core;

/// <summary>The values of one property while a graph is built: row and value, rows ascending, rows without a value left out.</summary>
internal sealed class ColumnBuffer(string key)
{
    private readonly List<int> rows = [];
    private readonly List<Value> values = [];

    public void Add(int row, Value value)
    {
        if (rows.Count > 0 && rows[^1] == row)
            throw new ArgumentException($"Property '{key}' is given twice.");
        RequireProperty(value);
        rows.Add(row);
        values.Add(value);
    }

    /// <param name="order">The row in the buffer of each row of the column.</param>
    public PropertyColumn Build(int[]? order, int count, bool isIndexed)
    {
        var dense = new Value[count];
        for (var i = 0; i < rows.Count; i++)
            dense[rows[i]] = values[i];
        if (order is null)
            return ColumnFactory.Create(key, dense, isIndexed);

        var sorted = new Value[count];
        for (var i = 0; i < count; i++)
            sorted[i] = dense[order[i]];
        return ColumnFactory.Create(key, sorted, isIndexed);
    }

    private void RequireProperty(Value value)
    {
        if (value.Kind is ValueKind.Map or ValueKind.Node or ValueKind.Edge or ValueKind.Path)
            throw new ArgumentException($"Property '{key}' cannot hold a {value.Kind}.");
        if (value.Kind != ValueKind.List)
            return;
        foreach (var item in value.AsList().Span)
            RequireProperty(item);
    }
}

/// <summary>The properties of the rows of one node group or relation type.</summary>
internal sealed class PropertyBuffer
{
    private readonly Dictionary<string, ColumnBuffer> columns = new(StringComparer.Ordinal);

    public void Add(int row, IEnumerable<KeyValuePair<string, Value>> properties)
    {
        foreach (var (key, value) in properties)
        {
            if (value.IsNull)
                continue;
            if (!columns.TryGetValue(key, out var column))
                columns.Add(key, column = new ColumnBuffer(key));
            column.Add(row, value);
        }
    }

    /// <param name="order">The row in the buffer of each row of the columns; null where they are the same.</param>
    public ImmutableArray<PropertyColumn> Build(GraphType? type, int[]? order, int count, Func<string, bool> isIndexed) =>
        [.. SchemaOrder.SortPropertyKeys(type, columns.Keys).Select(key => columns[key].Build(order, count, isIndexed(key)))];
}
