namespace Graph.Annotations;

/// <summary>Reads a table of nodes into the builder, all rows with the same label at once.</summary>
internal sealed class TableNodeLoader(GraphBuilder builder, GraphTypeRules rules, TableCounts counts, TableNodes nodes, ReadingLog log)
{
    private const string TextColumn = "text";

    /// <summary>The length in UTF-16 units of each text, by article.</summary>
    public Dictionary<int, int> TextLengths { get; } = [];

    public void Load(AnnotationFile file, NodeTable table, TableSpace space)
    {
        var types = new Dictionary<string, TableColumnType>(StringComparer.Ordinal) { [table.Id] = TableColumnType.Identifier };
        if (table.LabelColumn is not null)
            types[table.LabelColumn] = TableColumnType.String;
        if (table.IsArticles)
            types[TextColumn] = TableColumnType.String;
        if (TableColumns.Read(file, table.Shape, [table.Id, table.LabelColumn], types, log) is not { } columns)
            return;

        var ids = columns[table.Id];
        var firstNumber = space.Add(ids, out var refused);
        ReportRefused(columns, ids, table, refused);
        foreach (var (label, rows) in GroupByLabel(columns, table, refused))
        {
            var first = Add(
                columns, table, table.LabelColumn is null ? table.Labels : [.. SplitLabels(label, table), .. table.Labels], rows);
            for (var i = 0; i < rows.Count; i++)
                space.SetHandle(firstNumber + rows[i], first + i);
        }
    }

    /// <summary>The rows that are not refused by label, in order of first occurrence; all under none where no column says it.</summary>
    private List<(string Label, TableRows Rows)> GroupByLabel(TableColumns columns, NodeTable table, IReadOnlyList<int> refused)
    {
        if (table.LabelColumn is null && refused.Count == 0)
            return TableRows.All("", columns.RowCount);
        var classes = new RowClasses(columns.RowCount, table.LabelColumn is null ? null : columns[table.LabelColumn], "");
        if (table is { LabelColumn: not null, Labels.IsEmpty: true, LabelSeparator: null })
            ExcludeWithoutLabel(columns, table, classes, refused);
        foreach (var row in refused)
            classes.Exclude(row);
        return classes.Group();
    }

    /// <summary>A node that is nothing is none; where it may have several labels, it may have none.</summary>
    private void ExcludeWithoutLabel(TableColumns columns, NodeTable table, RowClasses classes, IReadOnlyList<int> refused)
    {
        var known = refused.ToHashSet();
        for (var row = 0; row < columns.RowCount; row++)
        {
            if (classes.HasText(row) || known.Contains(row))
                continue;
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                columns.GetPlace(row).Open(), "node", $"the column '{table.LabelColumn}' is empty"));
            classes.Exclude(row);
        }
    }

    private static IEnumerable<string> SplitLabels(string label, NodeTable table) =>
        table.LabelSeparator is { } separator
            ? label.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : label.Length > 0 ? [label]
            : [];

    private void ReportRefused(TableColumns columns, PropertyColumn ids, NodeTable table, IReadOnlyList<int> refused)
    {
        foreach (var row in refused)
        {
            var place = columns.GetPlace(row).Open();
            log.ReportMalformed(TableProperties.GetText(ids, row) is { } id
                ? ReadingDiagnostics.DuplicateId(place, id)
                : ReadingDiagnostics.Malformed(place, "node", $"the column '{table.Id}' is empty"));
        }
    }

    private int Add(TableColumns columns, NodeTable table, ImmutableArray<string> own, TableRows rows)
    {
        var labels = rules.CloseTableLabels(own);
        var hasText = table.IsArticles && columns.Has(TextColumn);
        var properties = BuildProperties(columns, table, own, labels, hasText, rows);
        var first = builder.AddNodes(labels, rows.Count, properties);
        nodes.Add(first, rows.Count, labels, properties);
        foreach (var label in own)
            rules.CountLabel(label, FilePlace.StartOf(columns.Path), rows.Count);
        Count(own, rows.Count);
        CheckRequired(columns, labels, properties, rows, first);
        for (var i = 0; hasText && i < rows.Count; i++)
            SetText(first + i, TableProperties.GetText(columns[TextColumn], rows[i]) ?? "");
        return first;
    }

    private List<PropertyColumn> BuildProperties(
        TableColumns columns, NodeTable table, ImmutableArray<string> own, ImmutableArray<string> labels, bool hasText, TableRows rows)
    {
        var properties = new List<PropertyColumn>();
        foreach (var column in columns.ListProperties([
            table.LabelColumn, hasText ? TextColumn : null, IsInternal(table) ? table.Id : null
        ]))
        {
            var definition = rules.FindNodeProperty(labels, column.Key);
            var converted = TableProperties.Convert(rows.Select(column), definition, rules, row => columns.GetPlace(rows[row]));
            properties.Add(column.Key == StoreNames.Key ? TableProperties.ToText(converted) : converted);
        }

        if (properties.All(property => property.Key != StoreNames.Key))
        {
            var ids = columns[table.Id];
            var prefix = table.Space == TableSection.ArticleSpace ? "" : $"{own.FirstOrDefault("")}:";
            properties.Insert(0, TableProperties.ToText(rows.Select(ids), StoreNames.Key, prefix));
        }

        return properties;
    }

    /// <summary>Whether the id has no name and so is no property.</summary>
    private static bool IsInternal(NodeTable table) => table.Id.StartsWith(':');

    private void CheckRequired(
        TableColumns columns, ImmutableArray<string> labels, List<PropertyColumn> properties, TableRows rows, int first)
    {
        var required = rules.ListRequired(labels).Select(name => properties.Find(property => property.Key == name)).ToList();
        if (required.TrueForAll(column => column is { Validity.IsComplete: true }))
            return;
        for (var i = 0; i < rows.Count; i++)
        {
            if (required.Exists(column => column?.HasValue(i) != true))
                rules.CheckRequired(nodes.GetNode(first + i), columns.GetPlace(rows[i]));
        }
    }

    private void SetText(int article, string text)
    {
        builder.SetText(article, text, SentenceSplitter.Split(text));
        TextLengths.Add(article, text.Length);
    }

    private void Count(ImmutableArray<string> labels, int count)
    {
        if (labels.Contains(NewsLabels.Article))
            counts.Articles += count;
        else if (labels.Contains(NewsLabels.Event))
            counts.Events += count;
        else
            counts.Entities += count;
    }
}
