namespace Graph.Annotations;

/// <summary>
/// The <c>tables</c> section: <c>nodes: [{file, label or labelColumn, id, space, columns, types, separator, null, sheet}]</c>,
/// <c>relations: [{file, type or typeColumn, source, target, sourceSpace, targetSpace, article, start, end, columns, types, separator,
/// null, sheet}]</c>. Events are nodes with the label <c>Event</c>, their roles are relations. A file may be used more than once: a column
/// of a table of nodes that names other nodes is a relation.
/// </summary>
internal static class TableSection
{
    private const string EntitySpace = "entity";
    public const string ArticleSpace = "article";

    public static TableSet Read(YamlSection section)
    {
        var separator = TableDialects.ReadSeparator(section);
        var nulls = section.GetList("null");
        var nodes = section.GetSections("nodes").Select(node => ReadNodes(node, separator, nulls)).OfType<NodeTable>().ToImmutableArray();
        var own = nodes.Select(table => table.File).ToHashSet(StringComparer.Ordinal);
        var edges = section.GetSections("relations").Select(edge => ReadEdges(edge, separator, nulls)).OfType<EdgeTableFile>()
            .Select(edge => edge with { IsForeignKey = own.Contains(edge.File) }).ToImmutableArray();
        section.ReportUnknown();
        return new TableSet(nodes, edges);
    }

    private static NodeTable? ReadNodes(YamlSection section, char? separator, ImmutableArray<string> nulls)
    {
        var file = section.GetText("file");
        var labels = section.GetList("label");
        var isArticle = labels.Contains(NewsLabels.Article);
        var table = new NodeTable(
            file ?? "", labels, section.GetText("labelColumn"), section.GetText("id") ?? "id",
            section.GetText("space") ?? (isArticle ? ArticleSpace : EntitySpace), ReadShape(section, separator, nulls), section.Place);
        section.ReportUnknown();
        if (file is not null && (!labels.IsEmpty || table.LabelColumn is not null))
            return table;

        section.ReportMissing(file is null ? "file" : "label");
        return null;
    }

    private static EdgeTableFile? ReadEdges(YamlSection section, char? separator, ImmutableArray<string> nulls)
    {
        var (file, type, typeColumn) = (section.GetText("file"), section.GetText("type"), section.GetText("typeColumn"));
        var sourceSpace = section.GetText("sourceSpace") ?? (type == NewsLabels.Mentions ? ArticleSpace : EntitySpace);
        var table = new EdgeTableFile(
            file ?? "", type, typeColumn,
            new TableEnd(section.GetText("source") ?? "source", sourceSpace),
            new TableEnd(section.GetText("target") ?? "target", section.GetText("targetSpace") ?? EntitySpace),
            section.GetText("article"),
            section.GetText("start"),
            section.GetText("end"),
            ReadShape(section, separator, nulls),
            section.Place);
        section.ReportUnknown();
        if (file is not null && (type ?? typeColumn) is not null)
            return table;

        section.ReportMissing(file is null ? "file" : "type");
        return null;
    }

    private static TableShape ReadShape(YamlSection section, char? separator, ImmutableArray<string> nulls)
    {
        var types = ImmutableDictionary.CreateBuilder<string, TableType>(StringComparer.Ordinal);
        foreach (var (column, name) in section.GetMap("types"))
        {
            if (TableDialects.ParseType(name) is { } type)
                types[column] = type;
            else
                section.Report(
                    "types", $"'{name}' is no type; there are {TableDialects.TypeNames}, and LIST of one of them, such as 'LIST<STRING>'");
        }

        var own = section.GetList("null");
        return new TableShape(
            TableDialects.ReadSeparator(section) ?? separator,
            own.IsEmpty ? nulls : own,
            section.GetMap("columns"),
            types.ToImmutable(),
            [.. section.GetList("ignore")])
        {
            Sheet = section.GetText("sheet"),
        };
    }
}
