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
            var nodes = Slice(selection.Nodes, range.Start, range.End);
            if (nodes.IsEmpty)
                continue;

            var hasTexts = !store.Articles.GetUtf8(range.Start).IsEmpty;
            var name = hasTexts ? "articles" : $"nodes-{string.Join('+', new NodeLabels(store).GetSpecific(range.Start))}";
            WriteTable(
                format,
                folder,
                name,
                ListNodeColumns(store, range, hasTexts),
                nodes,
                hasTexts ? ArticleBatchSize : BatchSize,
                losses,
                cancellation);
            tables++;
        }

        foreach (var table in store.EdgeTables)
        {
            var edges = Slice(selection.Edges, table.FirstEdge, table.EndEdge);
            if (edges.IsEmpty)
                continue;

            var name = table.Type == StoreNames.MentionType ? "mentions" : $"relations-{table.Type}";
            WriteTable(format, folder, name, ListEdgeColumns(table), edges, BatchSize, losses, cancellation);
            tables++;
        }

        CountUnwritten(selection, losses);
        return ExportReport.Create(
            losses,
            (tables, "table", "tables"),
            (selection.Nodes.Length, "node", "nodes"),
            (selection.Edges.Length, "relation", "relations"));
    }

    private static void CountUnwritten(GraphSelection selection, LossLedger losses)
    {
        var store = selection.Store;
        foreach (var table in store.EdgeTables.Where(table => table.Evidence is not null))
            losses.Count(
                "place of several parts is written from the first to the last",
                "places of several parts are written from the first to the last",
                CountDivided(table.Evidence!, table.Count));
        var mentions = store.FindEdgeTable(StoreNames.MentionType);
        foreach (var node in selection.Nodes)
        {
            if (mentions is null || mentions.Incoming.View.GetRun(node).Count == 0)
                losses.Count(
                    "place of a word that tells an event is not written",
                    "places of words that tell events are not written",
                    store.GetNodeEvidence(node).Count);
        }

        if (selection.Nodes.Length > 0)
            losses.Note("where sentences begin and end is not written");
    }

    private static long CountDivided(EvidenceTable evidence, int count)
    {
        var divided = 0L;
        for (var row = 0; row < count; row++)
        {
            if (evidence.HasEvidence(row) && evidence.GetFragments(row).Length > 1)
                divided++;
        }

        return divided;
    }

    private static void WriteTable(
        TableFormat format,
        ExportFolder folder,
        string name,
        IReadOnlyList<Source> sources,
        ReadOnlySpan<int> elements,
        int batchSize,
        LossLedger losses,
        CancellationToken cancellation)
    {
        using var output = folder.Create(name, format.Endings[0]);
        using var writer = format.Open(output, [.. sources.Select(source => source.Column)], losses);
        var most = Math.Min(batchSize, elements.Length);
        var batch = sources.Select(_ => new Value[most]).ToArray();
        for (var start = 0; start < elements.Length; start += batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = elements.Slice(start, Math.Min(batchSize, elements.Length - start));
            for (var column = 0; column < batch.Length; column++)
            {
                for (var row = 0; row < rows.Length; row++)
                    batch[column][row] = sources[column].Get(rows[row]);
            }

            writer.Write(batch, rows.Length);
        }
    }

    private static List<Source> ListNodeColumns(GraphStore store, NodeRange range, bool hasTexts)
    {
        var labels = Value.FromList(new ListValue([.. Captions.ListLabels(store, range.Start).Select(Value.FromString)]));
        List<Source> sources =
        [
            new(new TableColumn("id", ColumnKind.Integer), node => Value.FromInteger(node)),
            new(new TableColumn("labels", ColumnKind.TextList), _ => labels),
        ];
        AddProperties(sources, range.Columns, range.Start);
        if (hasTexts)
            sources.Add(new(
                new TableColumn(FindName(sources, "text"), ColumnKind.Text), node => Value.FromString(store.Articles.GetText(node))));
        return sources;
    }

    private static List<Source> ListEdgeColumns(EdgeTable table)
    {
        List<Source> sources =
        [
            new(new TableColumn("id", ColumnKind.Integer), edge => Value.FromInteger(edge)),
            new(new TableColumn("source", ColumnKind.Integer), edge => Value.FromInteger(table.GetSource(edge))),
            new(new TableColumn("target", ColumnKind.Integer), edge => Value.FromInteger(table.GetTarget(edge))),
        ];
        AddProperties(sources, table.Columns, table.FirstEdge);
        if (table.Evidence is not { } evidence)
            return sources;

        AddEvidence("article", found => found.Article);
        AddEvidence("start", found => found.Span.Start);
        AddEvidence("end", found => found.Span.End);
        return sources;

        void AddEvidence(string name, Func<Evidence, int> get) => sources.Add(new(
            new TableColumn(FindName(sources, name), ColumnKind.Integer),
            edge => evidence.HasEvidence(edge - table.FirstEdge) ? Value.FromInteger(get(evidence[edge - table.FirstEdge])) : Value.Null));
    }

    private static void AddProperties(List<Source> sources, ImmutableArray<PropertyColumn> columns, int first)
    {
        foreach (var column in columns)
            sources.Add(new(
                new TableColumn(FindName(sources, column.Key), ColumnKinds.Find(column)), element => column.GetValue(element - first)));
    }

    /// <summary>Names of columns differ also for programs to which case is nothing.</summary>
    private static string FindName(List<Source> sources, string wanted)
    {
        var name = wanted;
        for (var number = 2; sources.Exists(source => source.Column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); number++)
            name = $"{wanted}_{number}";
        return name;
    }

    private static ReadOnlySpan<int> Slice(ReadOnlySpan<int> ascending, int start, int end)
    {
        var from = ascending.BinarySearch(start);
        var to = ascending.BinarySearch(end);
        from = from < 0 ? ~from : from;
        return ascending[from..(to < 0 ? ~to : to)];
    }

    private sealed record Source(TableColumn Column, Func<int, Value> Get);
}
