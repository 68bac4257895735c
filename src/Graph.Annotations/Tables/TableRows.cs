namespace Graph.Annotations;

/// <summary>Some rows of a table, in order; most often all of them, which are then neither listed nor copied.</summary>
/// <param name="rows">Null for all rows.</param>
internal sealed class TableRows(int[]? rows, int count)
{
    public int Count => count;

    public int this[int index] => rows is null ? index : rows[index];

    /// <summary>All rows of a table as one class; none where it has no rows.</summary>
    public static List<(string Class, TableRows Rows)> All(string name, int count) =>
        count == 0 ? [] : [(name, new TableRows(null, count))];

    public PropertyColumn Select(PropertyColumn column) => rows is null ? column : column.Select(rows);

    public int[] Select(int[] values) => rows is null ? values : Array.ConvertAll(rows, row => values[row]);
}
