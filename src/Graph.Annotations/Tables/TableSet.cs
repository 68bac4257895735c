namespace Graph.Annotations;

/// <summary>Which tables of a folder hold what.</summary>
internal sealed record TableSet(ImmutableArray<NodeTable> Nodes, ImmutableArray<EdgeTableFile> Edges)
{
    public IEnumerable<string> Files => Nodes.Select(table => table.File).Concat(Edges.Select(table => table.File));
}

/// <summary>How the cells of a table are written and what they are.</summary>
/// <param name="Separator">Null where it is to be found by the first line.</param>
/// <param name="Nulls">What stands where there is no value.</param>
/// <param name="Rename">From columns to properties; other columns keep their names.</param>
/// <param name="Types">What columns are, by their names: a scalar type, or <c>LIST</c> of one.</param>
/// <param name="Ignored">Columns that are no properties.</param>
internal sealed record TableShape(
    char? Separator,
    ImmutableArray<string> Nulls,
    ImmutableDictionary<string, string> Rename,
    ImmutableDictionary<string, TableType> Types,
    ImmutableHashSet<string> Ignored)
{
    /// <summary>The sheet of a workbook; null for the first.</summary>
    public string? Sheet { get; init; }
}

/// <param name="Scalar">What a cell is, or each part of it.</param>
/// <param name="ListSeparator">What stands between the parts; null for a single value.</param>
internal readonly record struct TableType(TableColumnType Scalar, char? ListSeparator = null);

/// <summary>A row a node.</summary>
/// <param name="Labels">What all rows are; empty where a column says it.</param>
/// <param name="LabelColumn">The column with the label of each row, or null.</param>
/// <param name="Id">The column by which edges name the node.</param>
/// <param name="Space">Ids are unique within a space; tables of different kinds of things may use the same numbers.</param>
internal sealed record NodeTable(
    string File, ImmutableArray<string> Labels, string? LabelColumn, string Id, string Space, TableShape Shape, SourcePlace Place)
{
    public bool IsArticles => Labels.Contains(NewsLabels.Article);

    /// <summary>What stands between several labels of a row.</summary>
    public char? LabelSeparator { get; init; }
}

/// <summary>A row a relation, or a mention where the type is <c>MENTIONS</c>.</summary>
/// <param name="Type">What all rows are, or null where a column says it.</param>
/// <param name="Article">The column with the id of the article that says it, or null; its ids are those of the space
/// <c>article</c>.</param>
/// <param name="Start">Columns with the span in the article, in UTF-16 units, end exclusive; or null.</param>
internal sealed record EdgeTableFile(
    string File,
    string? Type,
    string? TypeColumn,
    TableEnd Source,
    TableEnd Target,
    string? Article,
    string? Start,
    string? End,
    TableShape Shape,
    SourcePlace Place)
{
    /// <summary>The file is also one of nodes: other columns are properties of those, and a row without a target has no relation.</summary>
    public bool IsForeignKey { get; init; }
}

/// <param name="Column">The column with the id of the node.</param>
internal sealed record TableEnd(string Column, string Space);
