namespace Graph.Annotations;

/// <summary>A table that says nothing of itself, by the values of its columns.</summary>
internal sealed class DraftTable(AnnotationFile file, int rowCount, ImmutableArray<DraftColumn> columns)
{
    public AnnotationFile File => file;

    public int RowCount => rowCount;

    public ImmutableArray<DraftColumn> Columns => columns;

    /// <summary>The first column without a value that stands twice; one that is called an id before others.</summary>
    public DraftColumn? Key { get; private set; } = columns.Where(column => column.IsUnique)
        .OrderByDescending(column => column.IsCalledId)
        .FirstOrDefault();

    /// <summary>Null where it has no header or no row.</summary>
    public static DraftTable? Read(AnnotationFile file)
    {
        var shape = new TableShape(null, [], ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, TableType>.Empty, []);
        var header = TableColumns.ReadHeader(file, null, null);
        var types = header.ToDictionary(name => name, _ => TableColumnType.String, StringComparer.Ordinal);
        if (header.Length < 2 || TableColumns.Read(file, shape, [], types, new ReadingLog()) is not { RowCount: > 0 } columns)
            return null;
        return new DraftTable(file, columns.RowCount, [.. header.Select(name => DraftColumn.Read(name, columns[name], columns.RowCount))]);
    }

    /// <summary><c>customer_id</c> names <c>customers.csv</c>.</summary>
    public bool IsNamedBy(string column)
    {
        var stem = DraftColumn.Letters(file.Stem);
        var singular = stem.EndsWith("ies", StringComparison.Ordinal) ? stem[..^3] + "y" : stem.TrimEnd('s');
        return singular.Length > 2 && DraftColumn.Letters(column).Contains(singular, StringComparison.Ordinal);
    }

    /// <summary>
    /// In a few rows the key of another table may happen to stand once each; it stays that table's, and the rows have a key only if another
    /// column is called so.
    /// </summary>
    public void GiveUpKeyOf(IEnumerable<DraftTable> others)
    {
        if (Key is { } key && !IsNamedBy(key.Name) && IsOwned(key))
            Key = columns.FirstOrDefault(column => column.IsUnique && column.IsCalledId && !IsOwned(column));

        bool IsOwned(DraftColumn column) => others.Any(other => other != this && other.Owns(column));
    }

    private bool Owns(DraftColumn column) =>
        Key is { } key && IsNamedBy(column.Name) && DraftColumn.Letters(key.Name) == DraftColumn.Letters(column.Name)
        && column.Values.IsSubsetOf(key.Values);
}

/// <param name="Values">Each once; without those that are missing.</param>
/// <param name="IsFull">Each row has a value.</param>
/// <param name="IsUnique">Each row has a value of its own.</param>
/// <param name="IsNumeric">All values are of digits.</param>
internal sealed record DraftColumn(string Name, HashSet<string> Values, bool IsFull, bool IsUnique, bool IsNumeric)
{
    public bool IsCalledId => Letters(Name).EndsWith("id", StringComparison.Ordinal);

    public static DraftColumn Read(string name, PropertyColumn column, int rows)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        var filled = 0;
        for (var row = 0; row < rows; row++)
        {
            if (TableProperties.GetText(column, row) is not { } text)
                continue;
            values.Add(text);
            filled++;
        }

        return new DraftColumn(name, values, filled == rows, values.Count == rows, values.All(value => value.All(char.IsAsciiDigit)));
    }

    /// <summary><c>FromNodeId</c>, <c>from_node_id</c> and <c>from:node id</c> as their words, in small letters.</summary>
    public static ImmutableArray<string> Words(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]) && (i == start || !BeginsWord(name[i - 1], name[i])))
                continue;
            if (i > start)
                words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && !char.IsLetterOrDigit(name[i]) ? i + 1 : i;
        }

        return words.ToImmutable();
    }

    private static bool BeginsWord(char before, char first) =>
        (char.IsUpper(first) && !char.IsUpper(before)) || char.IsDigit(first) != char.IsDigit(before);

    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
