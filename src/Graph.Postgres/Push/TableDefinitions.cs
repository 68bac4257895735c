namespace Graph.Postgres;

/// <summary>The tables of a layout, and the views over them.</summary>
internal static class TableDefinitions
{
    public const string Description =
        "CREATE TABLE _graph (format int NOT NULL, layout text NOT NULL, nodes bigint NOT NULL, relations bigint NOT NULL)";

    public static readonly TableDefinition Articles = new(
        "_articles",
        ["node bigint NOT NULL", "rank int NOT NULL", "text text NOT NULL", "sentence_starts int[] NOT NULL", "sentence_ends int[] NOT NULL"],
        ["node"],
        "node",
        IsOfArticles: true,
        []);

    public static readonly TableDefinition NodeEvidence = new(
        "_node_evidence",
        ["node bigint NOT NULL", "article bigint NOT NULL", "span_start int NOT NULL", "span_end int NOT NULL"],
        [],
        "node",
        IsOfArticles: false,
        ["(node)"]);

    public static readonly TableDefinition Names = new(
        "_names", ["folded text COLLATE \"C\" NOT NULL", "node bigint NOT NULL"], [], "node", IsOfArticles: false, ["(folded, node)"]);

    private const int LongestIndexed = 1000;

    private static readonly string[] IndexedKeys = [StoreNames.Key, StoreNames.Name, "id"];

    /// <summary>In the order of the layout, then what stands beside nodes and relations.</summary>
    public static ImmutableArray<TableDefinition> List(GraphLayout layout, GraphStore store) =>
    [
        .. layout.NodeTables.Zip(store.NodeRanges, Define), .. layout.RelationTables.Select(Define), Articles, NodeEvidence, Names
    ];

    public static IEnumerable<string> CreateViews(GraphLayout layout) => [CreateRelationEvidence(layout), CreateNodeEvidence(layout)];

    /// <summary>The columns of a row in the order in which they are copied.</summary>
    public static int CountColumns(ImmutableArray<TableProperty> properties) =>
        properties.Sum(property => property.Kind == ColumnKind.Date ? 3 : 1);

    private static TableDefinition Define(NodeTable table, NodeRange range) => new(
        table.Name,
        ["_id bigint NOT NULL", .. table.Properties.Select(Define)],
        ["_id"],
        "_id",
        ArticleYears.HasArticles(table),
        [.. table.Properties
            .Where(property => IndexedKeys.Contains(property.Key) && property.Kind is ColumnKind.Text or ColumnKind.Integer)
            .Select(property => $"{GetMethod(range.FindColumn(property.Key)!)} ({property.Column.InQuotes()})")]);

    private static TableDefinition Define(RelationTable table) => new(
        table.Name,
        [
            "_id bigint NOT NULL", "_source bigint NOT NULL", "_target bigint NOT NULL", .. table.Properties.Select(Define),
            .. (string[])(table.HasEvidence ? ["_article bigint", "_start int", "_end int"] : []),
        ],
        ["_id"],
        "_source",
        table.HasEvidence,
        ["(_source, _target)", "(_target, _source)"]);

    private static string Define(TableProperty property) => property.Kind switch
    {
        ColumnKind.Boolean => $"{property.Column.InQuotes()} boolean",
        ColumnKind.Integer => $"{property.Column.InQuotes()} bigint",
        ColumnKind.Float => $"{property.Column.InQuotes()} double precision",
        ColumnKind.Text => $"{property.Column.InQuotes()} text COLLATE \"C\"",
        ColumnKind.Date =>
            $"{property.Column.InQuotes()} text COLLATE \"C\", {property.First.InQuotes()} date, {property.Last.InQuotes()} date",
        _ => $"{property.Column.InQuotes()} jsonb",
    };

    /// <summary>The evidence of every relation.</summary>
    private static string CreateRelationEvidence(GraphLayout layout) =>
        CreateView("_relation_evidence (relation, article, span_start, span_end)",
        layout.RelationTables
            .Where(table => table.HasEvidence)
            .Select(table => $"SELECT _id, _article, _start, _end FROM {table.Name.InQuotes()} WHERE _article IS NOT NULL"));

    /// <summary>The evidence of every node: its mentions, and what no mention speaks for.</summary>
    private static string CreateNodeEvidence(GraphLayout layout) => CreateView("_all_node_evidence (node, article, span_start, span_end)",
        layout.RelationTables.Where(table => table.HasEvidence && table.Type == StoreNames.MentionType)
            .Select(table => $"SELECT _target, _article, _start, _end FROM {table.Name.InQuotes()} WHERE _article IS NOT NULL")
            .Prepend("SELECT node, article, span_start, span_end FROM _node_evidence"));

    private static string CreateView(string name, IEnumerable<string> parts) =>
        $"CREATE VIEW {name} AS "
            + $"{string.Join(" UNION ALL ", parts.DefaultIfEmpty("SELECT NULL::bigint, NULL::bigint, NULL::int, NULL::int WHERE false"))}";

    /// <summary>A sorted index also finds prefixes, but a text must fit its pages.</summary>
    private static string GetMethod(PropertyColumn column) =>
        column is StringColumn { Dictionary: var texts } && IsLong(texts) ? "USING hash" : "USING btree";

    private static bool IsLong(StringDictionary texts)
    {
        for (var id = 0; id < texts.Count; id++)
        {
            if (texts.Offsets[id + 1] - texts.Offsets[id] > LongestIndexed)
                return true;
        }

        return false;
    }
}
