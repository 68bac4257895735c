namespace Graph.Postgres;

/// <summary>The form of an SQL expression.</summary>
internal enum SqlKind
{
    Null,
    Boolean,
    Integer,
    Float,
    Text,
    Date,

    /// <summary>The id of a node, a bigint.</summary>
    Node,

    /// <summary>The id of a relation, a bigint.</summary>
    Relation,

    /// <summary>A value of any kind, a jsonb in the form of <see cref="ValueJson"/>.</summary>
    Json,
}

/// <summary>An SQL expression with the kind of its value.</summary>
/// <param name="First">The first day of a date; null for every other kind.</param>
/// <param name="Last">The last day of a date.</param>
internal sealed record SqlValue(SqlKind Kind, string Text, string? First = null, string? Last = null)
{
    public static readonly SqlValue Null = new(SqlKind.Null, "NULL");

    public static SqlValue Boolean(string text) => new(SqlKind.Boolean, text);

    public static SqlValue Integer(string text) => new(SqlKind.Integer, text);

    public static SqlValue Float(string text) => new(SqlKind.Float, text);

    public static SqlValue OfText(string text) => new(SqlKind.Text, text);

    public static SqlValue Json(string text) => new(SqlKind.Json, text);

    public static SqlValue Date(string text, string first, string last) => new(SqlKind.Date, text, first, last);

    public bool IsNumber => Kind is SqlKind.Integer or SqlKind.Float;

    /// <summary>The columns that hold the value.</summary>
    public IEnumerable<string> Parts => Kind == SqlKind.Date ? [Text, First!, Last!] : [Text];

    /// <summary>The same value as jsonb.</summary>
    public string AsJson() => Kind switch
    {
        SqlKind.Null => "NULL::jsonb",
        SqlKind.Float => $"_f({Text})",
        SqlKind.Date => $"_d({Text}, {First}, {Last})",
        SqlKind.Node => $"_n({Text})",
        SqlKind.Relation => $"_e({Text})",
        SqlKind.Json => Text,
        _ => $"to_jsonb({Text})",
    };

    public SqlValue ToJson() => Kind == SqlKind.Json ? this : Json(AsJson());

    /// <summary>Numbers as a float; other kinds as they are.</summary>
    public string AsFloat() => Kind == SqlKind.Integer ? $"({Text})::double precision" : Text;

    /// <summary>Expressions of which two values are equivalent where all are the same, and that sort as the language sorts.</summary>
    public IEnumerable<SortKey> SortKeys => Kind switch
    {
        SqlKind.Date => [new SortKey(First!, false), new SortKey(Last!, true)],
        SqlKind.Text => [new SortKey($"{Text} COLLATE \"C\"", false)],
        SqlKind.Json => [new SortKey($"_key({Text}) COLLATE \"C\"", false)],
        SqlKind.Null => [new SortKey("NULL::bigint", false)],
        _ => [new SortKey(Text, false)],
    };

    /// <summary>One expression that is the same for equivalent values, and null for null.</summary>
    public string EquivalenceKey => Kind switch
    {
        SqlKind.Date => $"({First}::text || '/' || {Last}::text)",
        SqlKind.Json => $"_key({Text})",
        SqlKind.Null => "NULL::bigint",
        _ => Text,
    };

    /// <summary>The kind that holds both values without loss.</summary>
    public static SqlKind Join(SqlKind left, SqlKind right)
    {
        if (left == SqlKind.Null)
            return right;
        return right == SqlKind.Null || left == right ? left : SqlKind.Json;
    }

    /// <summary>The same value in a kind that <see cref="Join"/> gave.</summary>
    public SqlValue As(SqlKind kind) => Kind == kind ? this : kind switch
    {
        SqlKind.Json => ToJson(),
        SqlKind.Null => this,
        _ => OfNothing(kind),
    };

    /// <summary>A null of a kind.</summary>
    public static SqlValue OfNothing(SqlKind kind) => kind == SqlKind.Date
        ? Date("NULL::text", "NULL::date", "NULL::date")
        : new SqlValue(kind, $"NULL::{TypeOf(kind)}");

    public static string TypeOf(SqlKind kind) => kind switch
    {
        SqlKind.Boolean => "boolean",
        SqlKind.Float => "double precision",
        SqlKind.Text or SqlKind.Date => "text",
        SqlKind.Json => "jsonb",
        _ => "bigint",
    };

    /// <summary>A value of the kind whose parts are these columns.</summary>
    public static SqlValue FromColumns(SqlKind kind, IReadOnlyList<string> columns) => kind == SqlKind.Date
        ? Date(columns[0], columns[1], columns[2])
        : new SqlValue(kind, columns[0]);
}

/// <param name="IsReversed">Sorts the other way round.</param>
internal readonly record struct SortKey(string Text, bool IsReversed);
