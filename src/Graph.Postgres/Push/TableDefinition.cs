namespace Graph.Postgres;

/// <summary>A table of a graph.</summary>
/// <param name="Name">A plain word, or the name of a table of the layout.</param>
/// <param name="Columns">In the order in which rows are copied.</param>
/// <param name="Key">The columns of its primary key; none where rows may be equal.</param>
/// <param name="NodeColumn">The node whose rows stand together.</param>
/// <param name="IsOfArticles">Each row belongs to an article, and so to a year.</param>
internal sealed record TableDefinition(
    string Name,
    ImmutableArray<TableColumn> Columns,
    ImmutableArray<string> Key,
    string NodeColumn,
    bool IsOfArticles,
    ImmutableArray<TableIndex> Indexes);

/// <param name="Type">As SQL writes it, with collation and NOT NULL.</param>
internal readonly record struct TableColumn(string Name, string Type)
{
    public override string ToString() => $"{Name.InQuotes()} {Type}";
}

/// <param name="HoldsLong">Some text of the first column is too long for a sorted index, whose entries must fit its pages.</param>
internal sealed record TableIndex(ImmutableArray<string> Columns, bool HoldsLong = false)
{
    /// <summary>What stands behind the name of the table where the index is made.</summary>
    public override string ToString() =>
        HoldsLong ? $"USING hash ({Columns[0].InQuotes()})" : $"({string.Join(", ", Columns.Select(column => column.InQuotes()))})";
}
