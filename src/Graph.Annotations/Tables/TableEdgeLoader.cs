using System.Globalization;

namespace Graph.Annotations;

/// <summary>Reads a table of relations or mentions into the builder, all rows of the same type at once.</summary>
internal sealed class TableEdgeLoader(
    GraphBuilder builder,
    GraphTypeRules rules,
    TableCounts counts,
    TableNodes nodes,
    Dictionary<int, int> textLengths,
    Func<string, TableSpace> getSpace,
    ReadingLog log)
{
    public void Load(AnnotationFile file, EdgeTableFile table)
    {
        var types = new Dictionary<string, TableColumnType>(StringComparer.Ordinal);
        foreach (var column in new[] { table.Source.Column, table.Target.Column, table.Article }.OfType<string>())
            types[column] = TableColumnType.Identifier;
        if (table.TypeColumn is not null)
            types[table.TypeColumn] = TableColumnType.String;
        string?[] required = [table.Source.Column, table.Target.Column, table.TypeColumn, table.Article, table.Start, table.End];
        if (TableColumns.Read(file, table.Shape, required, types, log) is not { } columns)
            return;

        // Offsets into texts that are not there say something all the same, so they stay properties.
        if (textLengths.Count == 0)
            table = table with { Start = null, End = null };
        var edges = new EdgeRows(
            columns,
            table,
            getSpace(table.Source.Space).Find(columns[table.Source.Column]),
            getSpace(table.Target.Space).Find(columns[table.Target.Column]));
        var groups = GroupByType(edges);
        var selected = new EdgeSelection[groups.Count];
        Parallel.For(0, selected.Length, i => selected[i] = edges.Select(groups[i].Rows));
        for (var i = 0; i < selected.Length; i++)
            Add(edges, groups[i].Type, groups[i].Rows, selected[i]);
    }

    /// <summary>The rows by relation type, in order of first occurrence; those that cannot be edges are reported and left out.</summary>
    private List<(string Type, TableRows Rows)> GroupByType(EdgeRows edges)
    {
        var (columns, table) = (edges.Columns, edges.Table);
        if (table.Type is { } type && !edges.Sources.Contains(TableSpace.NotFound) && !edges.Targets.Contains(TableSpace.NotFound))
            return TableRows.All(type, columns.RowCount);
        var classes = new RowClasses(columns.RowCount, table.Type is null ? columns[table.TypeColumn!] : null, table.Type ?? "");
        for (var row = 0; row < columns.RowCount; row++)
        {
            if (table.IsForeignKey && IsEmpty(columns, table.Target, row))
            {
                log.Count($"rows of {table.File} without a '{table.Target.Column}'");
                classes.Exclude(row);
                continue;
            }

            if (FindProblem(edges, classes, row) is not { } problem)
                continue;
            log.ReportMalformed(problem);
            classes.Exclude(row);
        }

        return classes.Group();
    }

    /// <summary>Why a row cannot be an edge; null for one that can.</summary>
    private static Diagnostic? FindProblem(EdgeRows edges, RowClasses classes, int row)
    {
        var (columns, table) = (edges.Columns, edges.Table);
        if (edges.Sources[row] == TableSpace.NotFound || edges.Targets[row] == TableSpace.NotFound)
        {
            var end = edges.Sources[row] == TableSpace.NotFound ? table.Source : table.Target;
            if (IsEmpty(columns, end, row))
                return ReadingDiagnostics.Malformed(columns.GetPlace(row).Open(), "relation", $"the column '{end.Column}' is empty");
            return ReadingDiagnostics.UnknownReference(
                columns.GetPlace(row).Open(), TableProperties.GetText(columns[end.Column], row) ?? "");
        }

        return table.Type is null && !classes.HasText(row)
            ? ReadingDiagnostics.Malformed(columns.GetPlace(row).Open(), "relation", $"the column '{table.TypeColumn}' is empty")
            : null;
    }

    private static bool IsEmpty(TableColumns columns, TableEnd end, int row) => TableProperties.GetText(columns[end.Column], row) is null;

    private void Add(EdgeRows edges, string type, TableRows rows, EdgeSelection selected)
    {
        var (sources, targets) = (selected.Sources, selected.Targets);
        var properties = selected.Properties.ConvertAll(column =>
            TableProperties.Convert(column, rules.FindEdgeProperty(type, column.Key), rules, row => edges.Columns.GetPlace(rows[row])));
        if (type == NewsLabels.Mentions)
        {
            CountMentions(targets);
        }
        else
        {
            rules.CountRelation(type, FilePlace.StartOf(edges.Columns.Path), rows.Count);
            counts.Relations[type] = counts.Relations.GetValueOrDefault(type) + rows.Count;
            CheckEnds(edges, type, rows, sources, targets, properties);
        }

        builder.AddEdges(type, sources, targets, properties, FindEvidence(edges, type, rows, sources));
    }

    private void CountMentions(int[] targets)
    {
        var byRun = new int[nodes.RunCount];
        var runs = nodes.ListRuns();
        foreach (var target in targets)
            byRun[runs[target]]++;
        for (var run = 0; run < byRun.Length; run++)
        {
            var label = nodes.GetLabels(run) is [var first, ..] ? first : "";
            if (byRun[run] > 0)
                counts.Mentions[label] = counts.Mentions.GetValueOrDefault(label) + byRun[run];
        }
    }

    private void CheckEnds(EdgeRows edges, string type, TableRows rows, int[] sources, int[] targets, List<PropertyColumn> properties)
    {
        var runs = nodes.ListRuns();
        var isAllowed = new Dictionary<(int, int), bool>();
        for (var i = 0; i < rows.Count; i++)
        {
            var ends = (runs[sources[i]], runs[targets[i]]);
            if (!isAllowed.TryGetValue(ends, out var allowed))
                isAllowed.Add(ends, allowed = rules.AllowsAnyEdge(type, nodes.GetNode(sources[i]), nodes.GetNode(targets[i])));
            if (allowed)
                continue;
            var present = properties.Select(column => KeyValuePair.Create(column.Key, column.GetValue(i))).ToList();
            rules.CheckEdge(type, nodes.GetNode(sources[i]), nodes.GetNode(targets[i]), present, edges.Columns.GetPlace(rows[i]));
        }
    }

    private EvidenceColumns? FindEvidence(EdgeRows edges, string type, TableRows rows, int[] sources)
    {
        var (columns, table) = (edges.Columns, edges.Table);
        if (table.Article is null)
            return type == NewsLabels.Mentions ? WithSpans(edges, rows, sources) : null;

        var articles = rows.Select(getSpace(TableSection.ArticleSpace).Find(columns[table.Article]));
        for (var i = 0; i < articles.Length; i++)
        {
            if (articles[i] == TableSpace.NotFound)
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(
                    columns.GetPlace(rows[i]).Open(), TableProperties.GetText(columns[table.Article], rows[i]) ?? ""));
        }

        return WithSpans(edges, rows, articles);
    }

    private EvidenceColumns WithSpans(EdgeRows edges, TableRows rows, int[] articles)
    {
        if (edges.Table is not { Start: { } startName, End: { } endName })
            return new EvidenceColumns(articles);
        var (startColumn, endColumn) = (edges.Columns[startName], edges.Columns[endName]);
        var (starts, lengths) = (new int[articles.Length], new int[articles.Length]);
        for (var i = 0; i < articles.Length; i++)
        {
            if (articles[i] == TableSpace.NotFound)
                continue;
            if (TryGetOffset(startColumn, rows[i], out var start) && TryGetOffset(endColumn, rows[i], out var end)
                && start < end && end <= textLengths.GetValueOrDefault(articles[i]))
                (starts[i], lengths[i]) = (start, end - start);
            else
                ReportSpan(edges.Columns, rows[i], startColumn, endColumn);
        }

        return new EvidenceColumns(articles, starts, lengths);
    }

    // One cell that is no number makes the column text.
    private static bool TryGetOffset(PropertyColumn column, int row, out int offset) =>
        int.TryParse(TableProperties.GetText(column, row), NumberStyles.None, CultureInfo.InvariantCulture, out offset);

    private void ReportSpan(TableColumns columns, int row, PropertyColumn starts, PropertyColumn ends) =>
        log.ReportMalformed(ReadingDiagnostics.Malformed(
        columns.GetPlace(row).Open(),
        "span",
        $"'{TableProperties.GetText(starts, row)}' to '{TableProperties.GetText(ends, row)}' are no offsets in the text"));

    /// <summary>A table of edges with the nodes that its rows name.</summary>
    private sealed record EdgeRows(TableColumns Columns, EdgeTableFile Table, int[] Sources, int[] Targets)
    {
        public EdgeSelection Select(TableRows rows)
        {
            // The other columns of a table of nodes are properties of those.
            var properties = Table.IsForeignKey
                ? []
                : Columns.ListProperties(
                    [Table.Source.Column, Table.Target.Column, Table.TypeColumn, Table.Article, Table.Start, Table.End]);
            return new EdgeSelection(rows.Select(Sources), rows.Select(Targets), [.. properties.Select(rows.Select)]);
        }
    }

    /// <summary>Some rows of a table of edges, copied, so that the types of a table are selected on all cores.</summary>
    private sealed record EdgeSelection(int[] Sources, int[] Targets, List<PropertyColumn> Properties);
}
