namespace Graph.Core;

/// <summary>
/// The values of one property while a graph is built: single values by row, rows ascending, and whole columns that begin at a row.
/// Rows that neither speaks of have no value.
/// </summary>
internal sealed class ColumnBuffer(string key)
{
    private readonly List<int> rows = [];
    private readonly List<Value> values = [];
    private readonly List<(int FirstRow, PropertyColumn Column)> blocks = [];

    public void Add(int row, Value value)
    {
        if (rows.Count > 0 && rows[^1] == row)
            throw new ArgumentException($"Property '{key}' is given twice.");
        RequireProperty(value);
        rows.Add(row);
        values.Add(value);
    }

    public void Add(int firstRow, PropertyColumn column) => blocks.Add((firstRow, column));

    /// <param name="order">The row in the buffer of each row of the column; null where they are the same.</param>
    public PropertyColumn Build(int[]? order, int count, bool isIndexed)
    {
        var column = FindWhole(count) ?? ColumnFactory.Create(key, ListValues(count));
        if (order is not null)
            column = column.Select(order);
        return isIndexed && column is StringColumn strings ? strings.WithIndex() : column;
    }

    /// <summary>The column as it was given, where it was given whole or in pieces of integers.</summary>
    private PropertyColumn? FindWhole(int count)
    {
        if (rows.Count > 0 || blocks.Sum(block => (long)block.Column.Count) != count)
            return null;
        if (blocks.Count == 1)
            return blocks[0].Column;
        var parts = blocks.Select(block => block.Column).OfType<IntegerColumn>().Where(column => column.Validity.IsComplete).ToList();
        return parts.Count == blocks.Count
            ? IntegerColumn.Create(key, IntegerVector.Concatenate(parts.ConvertAll(part => part.Values)), default)
            : null;
    }

    private Value[] ListValues(int count)
    {
        var dense = new Value[count];
        for (var i = 0; i < rows.Count; i++)
            dense[rows[i]] = values[i];
        foreach (var (firstRow, column) in blocks)
        {
            for (var row = 0; row < column.Count; row++)
                dense[firstRow + row] = column.GetValue(row);
        }

        return dense;
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
