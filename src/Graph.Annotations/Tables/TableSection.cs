namespace Graph.Annotations;

/// <summary>
/// The <c>tables</c> section: <c>nodes: [{file, label or labelColumn, id, space, columns}]</c>,
/// <c>relations: [{file, type or typeColumn, source, target, sourceSpace, targetSpace, article, start, end, columns}]</c>. Events are nodes
/// with the label <c>Event</c>, their roles are relations.
/// </summary>
internal static class TableSection
{
    private const string EntitySpace = "entity";
    public const string ArticleSpace = "article";

    public static TableSet Read(YamlSection section)
    {
        var nodes = section.GetSections("nodes").Select(ReadNodes).OfType<NodeTable>().ToImmutableArray();
        var edges = section.GetSections("relations").Select(ReadEdges).OfType<EdgeTableFile>().ToImmutableArray();
        section.ReportUnknown();
        return new TableSet(nodes, edges);
    }

    private static NodeTable? ReadNodes(YamlSection section)
    {
        var file = section.GetText("file");
        var labels = section.GetList("label");
        var isArticle = labels.Contains(NewsLabels.Article);
        var table = new NodeTable(
            file ?? "", labels, section.GetText("labelColumn"), section.GetText("id") ?? "id",
            section.GetText("space") ?? (isArticle ? ArticleSpace : EntitySpace), section.GetMap("columns"), section.Place);
        section.ReportUnknown();
        if (file is not null && (!labels.IsEmpty || table.LabelColumn is not null))
            return table;

        section.ReportMissing(file is null ? "file" : "label");
        return null;
    }

    private static EdgeTableFile? ReadEdges(YamlSection section)
    {
        var (file, type, typeColumn) = (section.GetText("file"), section.GetText("type"), section.GetText("typeColumn"));
        var sourceSpace = section.GetText("sourceSpace") ?? (type == NewsLabels.Mentions ? ArticleSpace : EntitySpace);
        var table = new EdgeTableFile(
            file ?? "", type, typeColumn,
            new TableEnd(section.GetText("source") ?? "source", sourceSpace),
            new TableEnd(section.GetText("target") ?? "target", section.GetText("targetSpace") ?? EntitySpace),
            section.GetText("article"), section.GetText("start"), section.GetText("end"), section.GetMap("columns"), section.Place);
        section.ReportUnknown();
        if (file is not null && (type ?? typeColumn) is not null)
            return table;

        section.ReportMissing(file is null ? "file" : "type");
        return null;
    }
}
