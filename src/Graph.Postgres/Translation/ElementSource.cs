namespace Graph.Postgres;

/// <summary>
/// The rows of one table of nodes or relations, or of several together. Columns are asked for while the query is translated, and only those
/// are read.
/// </summary>
internal abstract class ElementSource(string alias, TranslationContext context) : SqlSource(alias)
{
    private readonly List<(string Name, Func<int, string> Render)> columns = [];
    private readonly Dictionary<string, SqlValue> properties = new(StringComparer.Ordinal);

    /// <summary>Indexes of the layout's tables.</summary>
    public abstract ImmutableArray<int> Tables { get; }

    public SqlValue Id => new(IdKind, Column("_id", _ => $"{Row}._id"));

    protected TranslationContext Context => context;

    protected abstract SqlKind IdKind { get; }

    protected abstract string GetName(int table);

    protected abstract TableProperty? FindProperty(int table, string key);

    protected abstract IEnumerable<TableProperty> GetProperties(int table);

    /// <summary>Reads the element with an id beside the rows before it, which stay as they are.</summary>
    public void JoinOn(string id) => Condition = $"{Id.Text} = {id}";

    /// <summary>The index of the table that the element is in.</summary>
    public string Table => Column("_table", table => string.Create(null, $"{table}"));

    /// <summary>A property; null where no table has it.</summary>
    public SqlValue Property(string key)
    {
        if (properties.TryGetValue(key, out var known))
            return known;

        var found = Tables.Select(table => (Table: table, Property: FindProperty(table, key))).Where(pair => pair.Property is not null)
            .ToDictionary(pair => pair.Table, pair => pair.Property!);
        return properties[key] = found.Count == 0 ? SqlValue.Null : AddProperty(found);
    }

    /// <summary>All properties as a map; entries that are null are left out.</summary>
    public SqlValue AllProperties() =>
        SqlValue.Json($"CASE WHEN {Id.Text} IS NOT NULL THEN {Column("_properties", table => RenderProperties(GetProperties(table)))} END");

    /// <summary>A text or list that only depends on the table.</summary>
    public string ByTable(string name, Func<int, string> render) => Tables.Length == 1
        ? $"CASE WHEN {Id.Text} IS NOT NULL THEN {render(Tables[0])} END"
        : Column(name, render);

    /// <param name="render">The expression for a table, with <see cref="Row"/> for its alias.</param>
    protected string Column(string name, Func<int, string> render)
    {
        if (Tables.Length == 1)
            return render(Tables[0]).Replace(Row, Alias, StringComparison.Ordinal);

        if (columns.All(column => column.Name != name))
            columns.Add((name, render));
        return $"{Alias}.{name}";
    }

    protected override string RenderSource() => Tables.Length switch
    {
        0 =>
            $"(SELECT {string.Join(", ", ListColumns().Select(column => $"NULL::{TypeOfNothing(column.Name)} AS {column.Name}"))} WHERE "
                + $"false)",
        1 => RenderFrom(Tables[0]),
        _ => $"({string.Join(" UNION ALL ", Tables.Select(RenderTable))})",
    };

    protected virtual string RenderFrom(int table) => GetName(table).InQuotes();

    /// <summary>Stands for the alias of the table in an expression.</summary>
    protected const string Row = "\u0001";

    private string RenderTable(int table)
    {
        var columns = ListColumns()
            .Select(column => $"{column.Render(table).Replace(Row, "t", StringComparison.Ordinal)} AS {column.Name}");
        return $"SELECT {string.Join(", ", columns)} FROM {RenderFrom(table)} AS t";
    }

    private IEnumerable<(string Name, Func<int, string> Render)> ListColumns() =>
        columns.Count > 0 ? columns : [("_id", _ => $"{Row}._id")];

    private static string TypeOfNothing(string name) =>
        name switch { "_properties" or "_labels" => "jsonb", "_type" => "text", "_start" or "_end" => "int", _ => "bigint" };

    private SqlValue AddProperty(Dictionary<int, TableProperty> found)
    {
        var kind = found.Values.Select(property => KindOf(property.Kind)).Aggregate(SqlValue.Join);
        var name = $"p{properties.Count}";
        if (kind == SqlKind.Date)
        {
            return SqlValue.Date(
                Column(name, table => Find(found, table, property => property.Column, "text")),
                Column(name + "_first", table => Find(found, table, property => property.First, "date")),
                Column(name + "_last", table => Find(found, table, property => property.Last, "date")));
        }

        return new SqlValue(kind, Column(name, table => found.TryGetValue(table, out var property)
            ? kind == SqlKind.Json && property.Kind != ColumnKind.Any ? Read(property).AsJson() : $"{Row}.{property.Column.InQuotes()}"
            : $"NULL::{SqlValue.TypeOf(kind)}"));
    }

    private static string Find(Dictionary<int, TableProperty> found, int table, Func<TableProperty, string> column, string type) =>
        found.TryGetValue(table, out var property) ? $"{Row}.{column(property).InQuotes()}" : $"NULL::{type}";

    private static SqlKind KindOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => SqlKind.Boolean,
        ColumnKind.Integer => SqlKind.Integer,
        ColumnKind.Float => SqlKind.Float,
        ColumnKind.Text => SqlKind.Text,
        ColumnKind.Date => SqlKind.Date,
        _ => SqlKind.Json,
    };

    private static SqlValue Read(TableProperty property) => property.Kind == ColumnKind.Date
        ? SqlValue.Date($"{Row}.{property.Column.InQuotes()}", $"{Row}.{property.First.InQuotes()}", $"{Row}.{property.Last.InQuotes()}")
        : new SqlValue(KindOf(property.Kind), $"{Row}.{property.Column.InQuotes()}");

    private string RenderProperties(IEnumerable<TableProperty> all)
    {
        var entries = all.Select(property => $"jsonb_build_array({Context.AddText(property.Key)}, {Read(property).AsJson()})");
        return $"_properties(jsonb_build_array({string.Join(", ", entries)}))";
    }
}

/// <summary>Nodes of some sets of labels.</summary>
internal sealed class NodeSource(string alias, ImmutableArray<int> tables, TranslationContext context) : ElementSource(alias, context)
{
    public override ImmutableArray<int> Tables => tables;

    protected override SqlKind IdKind => SqlKind.Node;

    public SqlValue Labels() => SqlValue.Json(ByTable("_labels", table => Context.AddJson(
        Value.FromList(new ListValue([.. Context.Layout.NodeTables[table].Labels.Select(Value.FromString)])))));

    protected override string GetName(int table) => Context.Layout.NodeTables[table].Name;

    protected override TableProperty? FindProperty(int table, string key) => Context.Layout.NodeTables[table].Find(key);

    protected override IEnumerable<TableProperty> GetProperties(int table) => Context.Layout.NodeTables[table].Properties;
}

/// <summary>Relations of some types; undirected, each once in either direction and a loop once.</summary>
internal sealed class RelationSource(string alias, ImmutableArray<int> tables, bool isUndirected, TranslationContext context)
    : ElementSource(alias, context)
{
    public override ImmutableArray<int> Tables => tables;

    /// <summary>The node that the relation leaves.</summary>
    public string Source => Column("_source", _ => $"{Row}._source");

    public string Target => Column("_target", _ => $"{Row}._target");

    /// <summary>The end to begin with, in the direction that is walked.</summary>
    public string From => isUndirected ? Column("_from", _ => $"{Row}._from") : Source;

    public string To => isUndirected ? Column("_to", _ => $"{Row}._to") : Target;

    protected override SqlKind IdKind => SqlKind.Relation;

    public SqlValue Type() => SqlValue.OfText(ByTable("_type", table => Context.AddText(Context.Layout.RelationTables[table].Type)));

    /// <summary>Article, start and end of the evidence, as arguments of a function.</summary>
    public string Evidence() => string.Join(", ", Evidence("_article", "bigint"), Evidence("_start", "int"), Evidence("_end", "int"));

    protected override string GetName(int table) => Context.Layout.RelationTables[table].Name;

    protected override TableProperty? FindProperty(int table, string key) => Context.Layout.RelationTables[table].Find(key);

    protected override IEnumerable<TableProperty> GetProperties(int table) => Context.Layout.RelationTables[table].Properties;

    protected override string RenderFrom(int table)
    {
        var name = GetName(table).InQuotes();
        return isUndirected
            ? $"(SELECT *, _source AS _from, _target AS _to FROM {name} UNION ALL SELECT *, _target, _source FROM {name} WHERE _source <> "
                + $"_target)"
            : name;
    }

    private string Evidence(string column, string type) =>
        Column(column, table => HasEvidence(table) ? $"{Row}.{column}" : $"NULL::{type}");

    private bool HasEvidence(int table) => Context.Layout.RelationTables[table].HasEvidence;
}
