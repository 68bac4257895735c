using System.Globalization;

namespace Graph.Annotations;

/// <summary>What the rows of tables were, for the summary.</summary>
internal sealed class TableCounts
{
    public int Articles { get; set; }

    public int Entities { get; set; }

    public int Events { get; set; }

    public SortedDictionary<string, int> Mentions { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Relations { get; } = new(StringComparer.Ordinal);
}

/// <summary>Reads tables of nodes and relations straight into the builder, row by row; rows that name nodes that are not there are reported.</summary>
internal sealed class TableLoader(GraphBuilder builder, GraphTypeRules rules, TableCounts counts, ReadingLog log)
{
    private const string TextColumn = "text";
    private readonly Dictionary<string, TableIds> spaces = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> textLengths = [];

    /// <summary>Loads the tables of a folder and takes their files; a table that is not there is reported.</summary>
    public void Load(FolderListing folder, TableSet tables)
    {
        foreach (var table in tables.Nodes)
        {
            if (Find(folder, table.File, table.Place) is { } file)
                LoadNodes(file, table);
        }

        foreach (var table in tables.Edges)
        {
            if (Find(folder, table.File, table.Place) is { } file)
                LoadEdges(file, table);
        }
    }

    private AnnotationFile? Find(FolderListing folder, string name, SourcePlace place)
    {
        var file = folder.TakeIfPresent(name);
        if (file is null)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "table", $"there is no file '{name}' here"));
        return file;
    }

    private void LoadNodes(AnnotationFile file, NodeTable table)
    {
        using var rows = TableRows.Open(file, log);
        if (!rows.Has(table.Id) || (table.LabelColumn is not null && !rows.Has(table.LabelColumn)))
        {
            rows.ReportMissing(rows.Has(table.Id) ? table.LabelColumn! : table.Id);
            return;
        }

        var ids = GetSpace(table.Space);
        while (rows.Read())
        {
            var id = rows[table.Id];
            ImmutableArray<string> own = table.LabelColumn is null ? table.Labels : [rows[table.LabelColumn], .. table.Labels];
            if (id.Length == 0 || !ids.CanAdd(id))
            {
                log.ReportMalformed(id.Length == 0
                    ? ReadingDiagnostics.Malformed(rows.Place, "node", $"the column '{table.Id}' is empty")
                    : ReadingDiagnostics.DuplicateId(rows.Place, id));
                continue;
            }

            ids.Add(id, AddNode(rows, table, own, id));
        }
    }

    private GraphNode AddNode(TableRows rows, NodeTable table, ImmutableArray<string> own, string id)
    {
        var labels = rules.CloseTableLabels(own);
        var hasText = table.IsArticles && rows.Has(TextColumn);
        var properties = rows.GetProperties(table.Rename, [table.LabelColumn, hasText ? TextColumn : null]);
        if (table.Id != "key" && properties.All(property => property.Key != "key"))
            properties = properties.Insert(0, new("key", Value.FromString(table.Space == TableSection.ArticleSpace ? id : $"{own[0]}:{id}")));

        var converted = rules.Convert(properties, name => rules.FindNodeProperty(labels, name), rows.FilePlace)
            .DistinctBy(property => property.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var label in own)
            rules.CountLabel(label);
        Count(own);
        var key = converted.First(property => property.Key == "key").Value.AsString();
        var node = new GraphNode(builder.AddNode(labels, converted), key, key, labels, [.. converted.Select(property => property.Key)]);
        rules.CheckRequired(node, rows.FilePlace);
        if (hasText)
            SetText(node, rows[TextColumn]);
        return node;
    }

    private void SetText(GraphNode article, string text)
    {
        builder.SetText(article.Handle, text, SentenceSplitter.Split(text));
        textLengths.Add(article.Handle, text.Length);
    }

    private void Count(ImmutableArray<string> labels)
    {
        if (labels.Contains(NewsLabels.Article))
            counts.Articles++;
        else if (labels.Contains(NewsLabels.Event))
            counts.Events++;
        else
            counts.Entities++;
    }

    private void LoadEdges(AnnotationFile file, EdgeTableFile table)
    {
        using var rows = TableRows.Open(file, log);
        string?[] wanted = [table.Source.Column, table.Target.Column, table.TypeColumn, table.Article, table.Start, table.End];
        if (Array.Find(wanted, column => column is not null && !rows.Has(column)) is { } missing)
        {
            rows.ReportMissing(missing);
            return;
        }

        // Offsets into texts that are not there say something all the same, so they stay properties.
        if (textLengths.Count == 0)
            table = table with { Start = null, End = null };
        wanted = [table.Source.Column, table.Target.Column, table.TypeColumn, table.Article, table.Start, table.End];
        var (sources, targets) = (GetSpace(table.Source.Space), GetSpace(table.Target.Space));
        while (rows.Read())
        {
            var type = table.Type ?? rows[table.TypeColumn!];
            var source = sources.Find(rows[table.Source.Column]);
            var target = targets.Find(rows[table.Target.Column]);
            if (source is null || target is null)
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(rows.Place, rows[source is null ? table.Source.Column : table.Target.Column]));
            else if (type.Length == 0)
                log.ReportMalformed(ReadingDiagnostics.Malformed(rows.Place, "relation", $"the column '{table.TypeColumn}' is empty"));
            else
                AddEdge(rows, table, wanted, type, source, target);
        }
    }

    private void AddEdge(TableRows rows, EdgeTableFile table, string?[] known, string type, GraphNode source, GraphNode target)
    {
        var properties = rules
            .Convert(rows.GetProperties(table.Rename, known), name => rules.FindEdgeProperty(type, name), rows.FilePlace)
            .DistinctBy(property => property.Key, StringComparer.Ordinal)
            .ToList();
        if (type == NewsLabels.Mentions)
        {
            Increment(counts.Mentions, target.Labels.IsEmpty ? "" : target.Labels[0]);
        }
        else
        {
            rules.CountRelation(type);
            rules.CheckEdge(type, source, target, properties, rows.FilePlace);
            Increment(counts.Relations, type);
        }

        builder.AddEdge(type, source.Handle, target.Handle, properties, FindEvidence(rows, table, type, source));
    }

    private Evidence? FindEvidence(TableRows rows, EdgeTableFile table, string type, GraphNode source)
    {
        var article = table.Article is not null ? GetSpace(TableSection.ArticleSpace).Find(rows[table.Article])
            : type == NewsLabels.Mentions ? source
            : null;
        if (article is null)
        {
            if (table.Article is not null)
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(rows.Place, rows[table.Article]));
            return null;
        }

        if (table.Start is null || table.End is null)
            return new Evidence(article.Handle, default);
        if (int.TryParse(rows[table.Start], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(rows[table.End], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start < end
            && end <= textLengths.GetValueOrDefault(article.Handle))
            return new Evidence(article.Handle, TextSpan.FromBounds(start, end));

        log.ReportMalformed(ReadingDiagnostics.Malformed(rows.Place, "span", $"'{rows[table.Start]}' to '{rows[table.End]}' are no offsets in the text"));
        return new Evidence(article.Handle, default);
    }

    private TableIds GetSpace(string name)
    {
        if (!spaces.TryGetValue(name, out var ids))
            spaces.Add(name, ids = new TableIds());
        return ids;
    }

    private static void Increment(SortedDictionary<string, int> counts, string type) => counts[type] = counts.GetValueOrDefault(type) + 1;
}

/// <summary>The nodes of one space by their ids.</summary>
internal sealed class TableIds
{
    private readonly Dictionary<string, GraphNode> nodes = new(StringComparer.Ordinal);

    public bool CanAdd(string id) => !nodes.ContainsKey(id);

    public void Add(string id, GraphNode node) => nodes.Add(id, node);

    public GraphNode? Find(string id) => nodes.GetValueOrDefault(id);
}
