namespace Graph.Export;

/// <summary>
/// A graph as a folder of tables: one for each set of labels (<c>nodes-Country</c>), one for each relation type (<c>relations-LEADS</c>),
/// <c>articles</c> with their texts, and <c>mentions</c>. Nodes have an <c>id</c>, relations a <c>source</c> and a <c>target</c>, and where
/// the fact stands: <c>article</c>, <c>start</c>, <c>end</c>, in UTF-16 units of the text. Rows are written as they are read.
/// </summary>
public static class GraphTables
{
    private const int BatchSize = 1 << 15;
    private const int ArticleBatchSize = 1 << 11;

    public static ExportReport Write(
        TableFormat format, GraphSelection selection, ExportFolder folder, CancellationToken cancellation = default)
    {
        var losses = new LossLedger();
        var store = selection.Store;
        var tables = 0;
        foreach (var range in store.NodeRanges)
        {
            var nodes = ElementColumns.Slice(selection.Nodes, range.Start, range.End);
            if (nodes.IsEmpty)
                continue;

            var isArticles = ElementColumns.HasTexts(store, range);
            WriteTable(
                format,
                folder,
                isArticles ? "articles" : ElementColumns.GetTableName(store, range),
                ListNodeColumns(store, range),
                nodes,
                isArticles ? ArticleBatchSize : BatchSize,
                losses,
                cancellation);
            tables++;
        }

        foreach (var table in store.EdgeTables)
        {
            var edges = ElementColumns.Slice(selection.Edges, table.FirstEdge, table.EndEdge);
            if (edges.IsEmpty)
                continue;

            var name = table.Type == StoreNames.MentionType ? "mentions" : ElementColumns.GetTableName(table);
            WriteTable(format, folder, name, ListEdgeColumns(table), edges, BatchSize, losses, cancellation);
            tables++;
        }

        ElementColumns.CountUnwritten(selection, losses);
        return ExportReport.Create(
            losses,
            (tables, "table", "tables"),
            (selection.Nodes.Length, "node", "nodes"),
            (selection.Edges.Length, "relation", "relations"));
    }

    private static void WriteTable(
        TableFormat format,
        ExportFolder folder,
        string name,
        List<ElementColumn> columns,
        ReadOnlySpan<int> elements,
        int batchSize,
        LossLedger losses,
        CancellationToken cancellation)
    {
        using var output = folder.Create(name, format.Endings[0]);
        using var writer = format.Open(output, [.. columns.Select(column => column.Column)], losses);
        var most = Math.Min(batchSize, elements.Length);
        var batch = columns.Select(_ => new Value[most]).ToArray();
        for (var start = 0; start < elements.Length; start += batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = elements.Slice(start, Math.Min(batchSize, elements.Length - start));
            for (var column = 0; column < batch.Length; column++)
            {
                for (var row = 0; row < rows.Length; row++)
                    batch[column][row] = columns[column].Get(rows[row]);
            }

            writer.Write(batch, rows.Length);
        }
    }

    private static List<ElementColumn> ListNodeColumns(GraphStore store, NodeRange range)
    {
        var labels = Value.FromList(new ListValue([.. Captions.ListLabels(store, range.Start).Select(Value.FromString)]));
        List<ElementColumn> columns =
        [
            new(new TableColumn("id", ColumnKind.Integer), node => Value.FromInteger(node)),
            new(new TableColumn("labels", ColumnKind.TextList), _ => labels),
        ];
        ElementColumns.AddNodes(columns, store, range);
        return columns;
    }

    private static List<ElementColumn> ListEdgeColumns(EdgeTable table)
    {
        List<ElementColumn> columns =
        [
            new(new TableColumn("id", ColumnKind.Integer), edge => Value.FromInteger(edge)),
            new(new TableColumn("source", ColumnKind.Integer), edge => Value.FromInteger(table.GetSource(edge))),
            new(new TableColumn("target", ColumnKind.Integer), edge => Value.FromInteger(table.GetTarget(edge))),
        ];
        ElementColumns.AddEdges(columns, table, article => Value.FromInteger(article), ColumnKind.Integer);
        return columns;
    }
}
