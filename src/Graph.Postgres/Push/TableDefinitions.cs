namespace Graph.Postgres;

/// <summary>The SQL that makes the tables of a layout and their indexes.</summary>
internal static class TableDefinitions
{
    /// <summary>What stands in the schema beside the nodes and relations.</summary>
    private static readonly string[] OwnTables =
    [
        "CREATE TABLE _graph (format int NOT NULL, layout text NOT NULL, nodes bigint NOT NULL, relations bigint NOT NULL)",
        "CREATE TABLE _articles (node bigint NOT NULL, rank int NOT NULL, text text NOT NULL, sentence_starts int[] NOT NULL, "
            + "sentence_ends int[] NOT NULL)",
        "CREATE TABLE _node_evidence (node bigint NOT NULL, article bigint NOT NULL, span_start int NOT NULL, span_end int NOT NULL)",
        "CREATE TABLE _names (folded text COLLATE \"C\" NOT NULL, node bigint NOT NULL)",
    ];

    private const int LongestIndexed = 1000;

    private static readonly string[] IndexedKeys = [StoreNames.Key, StoreNames.Name, "id"];

    private static readonly string[] OwnIndexes =
    [
        "ALTER TABLE _articles ADD PRIMARY KEY (node)",
        "CREATE INDEX ON _node_evidence (node)",
        "CREATE INDEX ON _names (folded, node)",
    ];

    public static IEnumerable<string> CreateTables(GraphLayout layout) =>
    [
        .. OwnTables,
        .. layout.NodeTables.Select(table => Create(table.Name, ["_id bigint NOT NULL"], table.Properties, [])),
        .. layout.RelationTables.Select(table => Create(
            table.Name,
            ["_id bigint NOT NULL", "_source bigint NOT NULL", "_target bigint NOT NULL"],
            table.Properties,
            table.HasEvidence ? ["_article bigint", "_start int", "_end int"] : [])),
        CreateRelationEvidence(layout),
        CreateNodeEvidence(layout),
    ];

    public static IEnumerable<string> CreateIndexes(GraphLayout layout, GraphStore store) =>
    [
        .. OwnIndexes,
        .. layout.NodeTables.Zip(store.NodeRanges).SelectMany(pair => IndexNodes(pair.First, pair.Second)),
        .. layout.RelationTables.SelectMany(IndexRelations),
    ];

    public static IEnumerable<string> ListTables(GraphLayout layout) =>
    [
        "_articles", "_node_evidence", "_names",
        .. layout.NodeTables.Select(table => Quote(table.Name)),
        .. layout.RelationTables.Select(table => Quote(table.Name)),
    ];

    public static string Quote(string name) => $"\"{name}\"";

    /// <summary>The columns of a row in the order in which they are copied.</summary>
    public static int CountColumns(ImmutableArray<TableProperty> properties) =>
        properties.Sum(property => property.Kind == ColumnKind.Date ? 3 : 1);

    private static string Create(string name, string[] first, ImmutableArray<TableProperty> properties, string[] last) =>
        $"CREATE TABLE {Quote(name)} ({string.Join(", ", [.. first, .. properties.Select(Define), .. last])})";

    private static string Define(TableProperty property) => property.Kind switch
    {
        ColumnKind.Boolean => $"{Quote(property.Column)} boolean",
        ColumnKind.Integer => $"{Quote(property.Column)} bigint",
        ColumnKind.Float => $"{Quote(property.Column)} double precision",
        ColumnKind.Text => $"{Quote(property.Column)} text COLLATE \"C\"",
        ColumnKind.Date => $"{Quote(property.Column)} text COLLATE \"C\", {Quote(property.First)} date, {Quote(property.Last)} date",
        _ => $"{Quote(property.Column)} jsonb",
    };

    /// <summary>The evidence of every relation.</summary>
    private static string CreateRelationEvidence(GraphLayout layout) =>
        CreateView("_relation_evidence (relation, article, span_start, span_end)",
        layout.RelationTables
            .Where(table => table.HasEvidence)
            .Select(table => $"SELECT _id, _article, _start, _end FROM {Quote(table.Name)} WHERE _article IS NOT NULL"));

    /// <summary>The evidence of every node: its mentions, and what no mention speaks for.</summary>
    private static string CreateNodeEvidence(GraphLayout layout) => CreateView("_all_node_evidence (node, article, span_start, span_end)",
        layout.RelationTables.Where(table => table.HasEvidence && table.Type == StoreNames.MentionType)
            .Select(table => $"SELECT _target, _article, _start, _end FROM {Quote(table.Name)} WHERE _article IS NOT NULL")
            .Prepend("SELECT node, article, span_start, span_end FROM _node_evidence"));

    private static string CreateView(string name, IEnumerable<string> parts) =>
        $"CREATE VIEW {name} AS "
            + $"{string.Join(" UNION ALL ", parts.DefaultIfEmpty("SELECT NULL::bigint, NULL::bigint, NULL::int, NULL::int WHERE false"))}";

    private static IEnumerable<string> IndexNodes(NodeTable table, NodeRange range)
    {
        yield return $"ALTER TABLE {Quote(table.Name)} ADD PRIMARY KEY (_id)";
        foreach (var property in table.Properties.Where(property => IndexedKeys.Contains(property.Key)))
        {
            if (property.Kind is ColumnKind.Text or ColumnKind.Integer)
                yield return $"CREATE INDEX ON {Quote(table.Name)} {GetMethod(range.FindColumn(property.Key)!)} ({Quote(property.Column)})";
        }
    }

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

    private static IEnumerable<string> IndexRelations(RelationTable table) =>
    [
        $"ALTER TABLE {Quote(table.Name)} ADD PRIMARY KEY (_id)",
        $"CREATE INDEX ON {Quote(table.Name)} (_source, _target)",
        $"CREATE INDEX ON {Quote(table.Name)} (_target, _source)",
    ];
}
