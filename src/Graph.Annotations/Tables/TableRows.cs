namespace Graph.Annotations;

/// <summary>Some rows of a table, in order; most often all of them, which are then not copied.</summary>
internal sealed class TableRows(int[] rows, bool isAll)
{
    public int Count => rows.Length;

    public int this[int index] => rows[index];

    /// <summary>The rows by what <paramref name="classify"/> says of them, in order of first occurrence; those it has no word for are left out.</summary>
    public static List<(string Class, TableRows Rows)> Group(int count, Func<int, string?> classify)
    {
        var groups = new List<(string Class, List<int> Rows)>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < count; row++)
        {
            if (classify(row) is not { } name)
                continue;
            if (!indexes.TryGetValue(name, out var index))
            {
                indexes.Add(name, index = groups.Count);
                groups.Add((name, []));
            }

            groups[index].Rows.Add(row);
        }

        return groups.ConvertAll(group => (group.Class, new TableRows([.. group.Rows], group.Rows.Count == count)));
    }

    public PropertyColumn Select(PropertyColumn column) => isAll ? column : column.Select(rows);

    public int[] Select(int[] values) => isAll ? values : Array.ConvertAll(rows, row => values[row]);
}
