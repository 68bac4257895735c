namespace Graph.Postgres;

/// <summary>A table of a graph.</summary>
/// <param name="Name">A plain word, or the name of a table of the layout.</param>
/// <param name="Columns">Each with its type, in the order in which rows are copied.</param>
/// <param name="Key">The columns of its primary key; none where rows may be equal.</param>
/// <param name="NodeColumn">The node whose rows stand together.</param>
/// <param name="IsOfArticles">Each row belongs to an article, and so to a year.</param>
/// <param name="Indexes">What stands behind the name of the table where an index is made.</param>
internal sealed record TableDefinition(
    string Name,
    ImmutableArray<string> Columns,
    ImmutableArray<string> Key,
    string NodeColumn,
    bool IsOfArticles,
    ImmutableArray<string> Indexes);
