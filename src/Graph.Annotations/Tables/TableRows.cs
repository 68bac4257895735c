namespace Graph.Annotations;

/// <summary>Some rows of a table, in order; most often all of them, which are then neither listed nor copied.</summary>
/// <param name="rows">Null for all rows.</param>
internal sealed class TableRows(int[]? rows, int count)
{
    public int Count => count;

    public int this[int index] => rows is null ? index : rows[index];

    /// <summary>The rows by what <paramref name="classify"/> says of them, in order of first occurrence; those it has no word for are left out.</summary>
    public static List<(string Class, TableRows Rows)> Group(int count, Func<int, string?> classify)
    {
        var groups = new RowGroups();
        string? first = null;
        var isUniform = true;
        for (var row = 0; row < count; row++)
        {
            var name = classify(row);
            if (isUniform && name is not null && name == (first ??= name))
                continue;
            for (var before = 0; isUniform && before < row; before++)
                groups.Add(first!, before);
            isUniform = false;
            if (name is not null)
                groups.Add(name, row);
        }

        return isUniform && first is not null ? [(first, new TableRows(null, count))] : groups.ToRows();
    }

    public PropertyColumn Select(PropertyColumn column) => rows is null ? column : column.Select(rows);

    public int[] Select(int[] values) => rows is null ? values : Array.ConvertAll(rows, row => values[row]);

    private sealed class RowGroups
    {
        private readonly List<(string Class, List<int> Rows)> groups = [];
        private readonly Dictionary<string, List<int>> byClass = new(StringComparer.Ordinal);

        public void Add(string name, int row)
        {
            if (!byClass.TryGetValue(name, out var rows))
            {
                byClass.Add(name, rows = []);
                groups.Add((name, rows));
            }

            rows.Add(row);
        }

        public List<(string Class, TableRows Rows)> ToRows() => groups.ConvertAll(group => (group.Class, new TableRows([.. group.Rows], group.Rows.Count)));
    }
}
