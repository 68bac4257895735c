namespace Graph.Postgres;

/// <summary>The SQL that makes tables, cut into partitions where they should be.</summary>
/// <param name="Years">Of the articles, where tables are cut by them; null elsewhere.</param>
/// <param name="IsElsewhere">The partitions stand on other servers, even where there is one only.</param>
internal sealed record TableCut(Partitioning Partitioning, ArticleYears? Years, bool IsElsewhere)
{
    private static readonly TableColumn YearColumn = new("_year", "int NOT NULL");

    private bool IsByHash => Partitioning.Parts > 1 || IsElsewhere;

    /// <summary>The years of the rows of a table that is cut by them; null for another.</summary>
    public ArticleYears? YearsOf(TableDefinition table) => table.IsOfArticles ? Years : null;

    /// <summary>The columns in which rows are copied.</summary>
    public ImmutableArray<TableColumn> ColumnsOf(TableDefinition table) =>
        YearsOf(table) is not null ? table.Columns.Add(YearColumn) : table.Columns;

    /// <summary>The table, and its partitions in the same schema.</summary>
    public IEnumerable<string> Create(TableDefinition table) => [CreateWhole(table), .. ListBounds(table).Select(part =>
        $"CREATE TABLE {part.Name.InQuotes()} PARTITION OF {table.Name.InQuotes()} {part.Bound}")];

    /// <summary>The partitions of years that a table may not have yet.</summary>
    public IEnumerable<string> CreateMissingYears(TableDefinition table) => YearsOf(table) is null ? [] : ListBounds(table).Select(part =>
        $"CREATE TABLE IF NOT EXISTS {part.Name.InQuotes()} PARTITION OF {table.Name.InQuotes()} {part.Bound}");

    /// <summary>The table, whose partitions stand elsewhere.</summary>
    public string CreateWhole(TableDefinition table) => $"CREATE TABLE {table.Name.InQuotes()} ({ListColumns(table)}){Method(table)}";

    /// <summary>One partition as a table of its own, for a server that holds it.</summary>
    public string CreatePart(TableDefinition table, int part) => $"CREATE TABLE {NameOf(table, part).InQuotes()} ({ListColumns(table)})";

    /// <summary>Where that partition stands, seen from the table.</summary>
    /// <param name="schema">Also the name of the server.</param>
    public string CreateForeignPart(TableDefinition table, int part, string schema) =>
        $"CREATE FOREIGN TABLE {NameOf(table, part).InQuotes()} PARTITION OF {table.Name.InQuotes()} {HashBound(part)} SERVER "
            + $"{schema.InQuotes()} OPTIONS (schema_name '{schema}', table_name '{NameOf(table, part)}')";

    public string AnalyzePart(TableDefinition table, int part) => $"ANALYZE {NameOf(table, part).InQuotes()}";

    /// <summary>The primary key, which must hold what the table is cut by, and the indexes.</summary>
    public IEnumerable<string> CreateIndexes(TableDefinition table) => CreateIndexes(table, table.Name, CutColumn(table));

    /// <inheritdoc cref="CreateIndexes(TableDefinition)"/>
    public IEnumerable<string> CreateIndexesOfPart(TableDefinition table, int part) => CreateIndexes(table, NameOf(table, part), null);

    /// <summary>Tables of the layout begin with a letter, so none has the name of a partition.</summary>
    public static string NameOf(TableDefinition table, int part) => $"_p{part}_{table.Name}";

    private static IEnumerable<string> CreateIndexes(TableDefinition table, string name, string? cutColumn)
    {
        if (!table.Key.IsEmpty)
        {
            string[] key = cutColumn is null || table.Key.Contains(cutColumn) ? [.. table.Key] : [.. table.Key, cutColumn];
            yield return $"ALTER TABLE {name.InQuotes()} ADD PRIMARY KEY ({string.Join(", ", key)})";
        }

        foreach (var index in table.Indexes)
            yield return $"CREATE INDEX ON {name.InQuotes()} {index}";
    }

    private string ListColumns(TableDefinition table) => string.Join(", ", ColumnsOf(table));

    private string? CutColumn(TableDefinition table) =>
        YearsOf(table) is not null ? YearColumn.Name : IsByHash ? table.NodeColumn : null;

    private string Method(TableDefinition table) => YearsOf(table) is not null
        ? $" PARTITION BY LIST ({YearColumn.Name})"
        : IsByHash ? $" PARTITION BY HASH ({table.NodeColumn})" : "";

    private IEnumerable<(string Name, string Bound)> ListBounds(TableDefinition table)
    {
        if (YearsOf(table) is { } years)
            return years.All.Select(year => ($"_y{year}_{table.Name}", $"FOR VALUES IN ({year})"));
        return IsByHash ? Enumerable.Range(0, Partitioning.Parts).Select(part => (NameOf(table, part), HashBound(part))) : [];
    }

    private string HashBound(int part) => $"FOR VALUES WITH (MODULUS {Partitioning.Parts}, REMAINDER {part})";
}
