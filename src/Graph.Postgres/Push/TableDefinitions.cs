namespace Graph.Postgres;

/// <summary>The tables of a layout, and the views over them.</summary>
internal static class TableDefinitions
{
    public const string Description =
        "CREATE TABLE _graph (format int NOT NULL, layout text NOT NULL, nodes bigint NOT NULL, relations bigint NOT NULL, "
            + "partitioning text NOT NULL)";

    public static readonly TableDefinition Articles = new(
        "_articles",
        [
            new("node", "bigint NOT NULL"), new("rank", "text COLLATE \"C\" NOT NULL"), new("text", "text NOT NULL"),
            new("sentence_starts", "int[] NOT NULL"), new("sentence_ends", "int[] NOT NULL"),
        ],
        ["node"],
        "node",
        IsOfArticles: true,
        []);

    public static readonly TableDefinition NodeEvidence = new(
        "_node_evidence",
        [
            new("node", "bigint NOT NULL"), new("article", "bigint NOT NULL"), new("span_start", "int NOT NULL"),
            new("span_end", "int NOT NULL"),
        ],
        [],
        "node",
        IsOfArticles: false,
        [new(["node"])]);

    public static readonly TableDefinition Names = new(
        "_names", [new("folded", "text COLLATE \"C\" NOT NULL"), new("node", "bigint NOT NULL")], [], "node", IsOfArticles: false,
        [new(["folded", "node"])]);

    public static readonly ImmutableArray<TableColumn> EvidenceColumns = [new("_article", "bigint"), new("_start", "int"),
        new("_end", "int")];

    private const int LongestIndexed = 1000;

    /// <summary>A name may become ten times as long when it is folded.</summary>
    private const int LongestName = 250;

    private static readonly string[] IndexedKeys = [StoreNames.Key, StoreNames.Name, "id"];

    /// <summary>In the order of the layout, then what stands beside nodes and relations.</summary>
    public static ImmutableArray<TableDefinition> List(GraphLayout layout, GraphStore store) =>
    [
        .. layout.NodeTables.Zip(store.NodeRanges, Define), .. layout.RelationTables.Select(Define), Articles, NodeEvidence,
        Names with { Indexes = [Names.Indexes[0] with { HoldsLong = store.NodeRanges.Any(HasLongName) }] },
    ];

    /// <summary>A table that every graph has.</summary>
    public static bool IsBeside(string table) => table == Articles.Name || table == NodeEvidence.Name || table == Names.Name;

    public static IEnumerable<string> CreateViews(GraphLayout layout) => [CreateRelationEvidence(layout), CreateNodeEvidence(layout)];

    private static TableDefinition Define(NodeTable table, NodeRange range) => new(
        table.Name,
        [new("_id", "bigint NOT NULL"), .. table.Properties.SelectMany(property => Define(property))],
        ["_id"],
        "_id",
        ArticleYears.HasArticles(table),
        [.. table.Properties
            .Where(property => IndexedKeys.Contains(property.Key) && property.Kind is ColumnKind.Text or ColumnKind.Integer)
            .Select(property => new TableIndex([property.Column], IsLong(range.FindColumn(property.Key), LongestIndexed)))]);

    private static TableDefinition Define(RelationTable table) => new(
        table.Name,
        [
            new("_id", "bigint NOT NULL"), new("_source", "bigint NOT NULL"), new("_target", "bigint NOT NULL"),
            .. table.Properties.SelectMany(property => Define(property)), .. table.HasEvidence ? EvidenceColumns : [],
        ],
        ["_id"],
        "_source",
        table.HasEvidence,
        [new(["_source", "_target"]), new(["_target", "_source"])]);

    /// <summary>One column, or of a date three.</summary>
    public static ImmutableArray<TableColumn> Define(TableProperty property) => property.Kind switch
    {
        ColumnKind.Boolean => [new(property.Column, "boolean")],
        ColumnKind.Integer => [new(property.Column, "bigint")],
        ColumnKind.Float => [new(property.Column, "double precision")],
        ColumnKind.Text => [new(property.Column, "text COLLATE \"C\"")],
        ColumnKind.Date => [new(property.Column, "text COLLATE \"C\""), new(property.First, "date"), new(property.Last, "date")],
        _ => [new(property.Column, "jsonb")],
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
        $"CREATE OR REPLACE VIEW {name} AS "
            + $"{string.Join(" UNION ALL ", parts.DefaultIfEmpty("SELECT NULL::bigint, NULL::bigint, NULL::int, NULL::int WHERE false"))}";

    private static bool HasLongName(NodeRange range) =>
        IsLong(range.FindColumn(StoreNames.Name), LongestName) || IsLong(range.FindColumn(StoreNames.Aliases), LongestName);

    /// <summary>A sorted index also finds prefixes, but a text must fit its pages.</summary>
    private static bool IsLong(PropertyColumn? column, int longest) => column switch
    {
        StringColumn { Dictionary: var texts } => IsLong(texts, longest),
        ListColumn list => IsLong(list.Items, longest),
        MixedColumn mixed => mixed.Parts.Any(part => IsLong(part, longest)),
        _ => false,
    };

    private static bool IsLong(StringDictionary texts, int longest)
    {
        for (var id = 0; id < texts.Count; id++)
        {
            if (texts.Offsets[id + 1] - texts.Offsets[id] > longest)
                return true;
        }

        return false;
    }
}
