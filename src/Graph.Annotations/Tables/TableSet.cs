namespace Graph.Annotations;

/// <summary>Which tables of a folder hold what.</summary>
internal sealed record TableSet(ImmutableArray<NodeTable> Nodes, ImmutableArray<EdgeTableFile> Edges)
{
    public IEnumerable<string> Files => Nodes.Select(table => table.File).Concat(Edges.Select(table => table.File));
}

/// <summary>A row a node.</summary>
/// <param name="Labels">What all rows are; empty where a column says it.</param>
/// <param name="LabelColumn">The column with the label of each row, or null.</param>
/// <param name="Id">The column by which edges name the node.</param>
/// <param name="Space">Ids are unique within a space; tables of different kinds of things may use the same numbers.</param>
/// <param name="Rename">From columns to properties; other columns keep their names.</param>
internal sealed record NodeTable(
    string File, ImmutableArray<string> Labels, string? LabelColumn, string Id, string Space, ImmutableDictionary<string, string> Rename, SourcePlace Place)
{
    public bool IsArticles => Labels.Contains(NewsLabels.Article);
}

/// <summary>A row a relation, or a mention where the type is <c>MENTIONS</c>.</summary>
/// <param name="Type">What all rows are, or null where a column says it.</param>
/// <param name="Article">The column with the id of the article that says it, or null; its ids are those of the space <c>article</c>.</param>
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
    ImmutableDictionary<string, string> Rename,
    SourcePlace Place);

/// <param name="Column">The column with the id of the node.</param>
internal sealed record TableEnd(string Column, string Space);
