namespace Graph.Export;

/// <summary>A column of a table of nodes or of relations.</summary>
/// <param name="Get">The value of an element, by its id in the store.</param>
internal sealed record ElementColumn(TableColumn Column, Func<int, Value> Get);

/// <summary>What tables of a graph say of nodes and relations: their properties, texts of articles, and where facts stand.</summary>
internal static class ElementColumns
{
    public static bool HasTexts(GraphStore store, NodeRange range) => !store.Articles.GetUtf8(range.Start).IsEmpty;

    /// <summary><c>nodes-Country</c>.</summary>
    public static string GetTableName(GraphStore store, NodeRange range) =>
        $"nodes-{string.Join('+', new NodeLabels(store).GetSpecific(range.Start))}";

    /// <summary><c>relations-LEADS</c>.</summary>
    public static string GetTableName(EdgeTable table) => $"relations-{table.Type}";

    public static void AddNodes(List<ElementColumn> columns, GraphStore store, NodeRange range)
    {
        AddProperties(columns, range.Columns, range.Start);
        if (HasTexts(store, range))
            Add(columns, "text", ColumnKind.Text, node => Value.FromString(store.Articles.GetText(node)));
    }

    /// <summary>Offsets count UTF-16 units of the text.</summary>
    public static void AddEdges(List<ElementColumn> columns, EdgeTable table, Func<int, Value> getArticle, ColumnKind articleKind)
    {
        AddProperties(columns, table.Columns, table.FirstEdge);
        if (table.Evidence is not { } evidence)
            return;

        AddEvidence("article", articleKind, found => getArticle(found.Article));
        AddEvidence("start", ColumnKind.Integer, found => Value.FromInteger(found.Span.Start));
        AddEvidence("end", ColumnKind.Integer, found => Value.FromInteger(found.Span.End));

        void AddEvidence(string name, ColumnKind kind, Func<Evidence, Value> get) => Add(
            columns, name, kind, edge => evidence.HasEvidence(edge - table.FirstEdge) ? get(evidence[edge - table.FirstEdge]) : Value.Null);
    }

    /// <summary>The part of ascending ids that stands in a table.</summary>
    public static ReadOnlySpan<int> Slice(ReadOnlySpan<int> ascending, int start, int end)
    {
        var from = ascending.BinarySearch(start);
        var to = ascending.BinarySearch(end);
        from = from < 0 ? ~from : from;
        return ascending[from..(to < 0 ? ~to : to)];
    }

    /// <summary>What no table of a graph has a place for.</summary>
    public static void CountUnwritten(GraphSelection selection, LossLedger losses)
    {
        var store = selection.Store;
        foreach (var table in store.EdgeTables.Where(table => table.Evidence is not null))
            losses.Count(
                "place of several parts is written from the first to the last",
                "places of several parts are written from the first to the last",
                CountDivided(table, selection.Edges));
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

    private static void AddProperties(List<ElementColumn> columns, ImmutableArray<PropertyColumn> properties, int first)
    {
        foreach (var column in properties)
            Add(columns, column.Key, ColumnKinds.Find(column), element => column.GetValue(element - first));
    }

    /// <summary>Names of columns differ also for programs to which case is nothing.</summary>
    private static void Add(List<ElementColumn> columns, string wanted, ColumnKind kind, Func<int, Value> get)
    {
        var name = wanted;
        for (var number = 2; columns.Exists(column => column.Column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); number++)
            name = $"{wanted}_{number}";
        columns.Add(new ElementColumn(new TableColumn(name, kind), get));
    }

    private static long CountDivided(EdgeTable table, ReadOnlySpan<int> edges)
    {
        var divided = 0L;
        foreach (var edge in Slice(edges, table.FirstEdge, table.EndEdge))
        {
            var row = edge - table.FirstEdge;
            if (table.Evidence!.HasEvidence(row) && table.Evidence.GetFragments(row).Length > 1)
                divided++;
        }

        return divided;
    }
}
