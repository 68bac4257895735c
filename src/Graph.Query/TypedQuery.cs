namespace Graph.Query;

/// <summary>A statement whose parameters and columns are known to generated code, with the function that reads a row.</summary>
/// <typeparam name="TRow">What a row becomes.</typeparam>
public sealed class TypedQuery<TRow>(string name, string text, Func<TypedRow, TRow> read)
{
    private readonly SourceText source = new(text, name);

    /// <summary>The rows, computed as they are read.</summary>
    /// <exception cref="QueryException">A run-time error.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while rows were read.</exception>
    public IEnumerable<TRow> Run(
        TypedGraph graph, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellation = default)
    {
        var engine = graph.Engine;
        var prepared = engine.Prepare(source, limits: null, cancellation);
        if (prepared.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new QueryException(error);
        return Read(engine.Run(prepared, parameters, limits: null, cancellation));
    }

    private IEnumerable<TRow> Read(QueryResult result)
    {
        var store = result.Store;
        foreach (var row in result.Rows)
            yield return read(new TypedRow(store, row));
    }
}

/// <summary>The ends of generated methods that give less than all rows.</summary>
public static class TypedQuery
{
    public static IReadOnlyList<TRow> All<TRow>(IEnumerable<TRow> rows) => [.. rows];

    /// <summary>The only row.</summary>
    /// <exception cref="RowCountException">There is none, or several.</exception>
    public static TRow Single<TRow>(string name, IEnumerable<TRow> rows)
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
            throw new RowCountException(name, hasSeveral: false);

        var only = row.Current;
        return row.MoveNext() ? throw new RowCountException(name, hasSeveral: true) : only;
    }

    /// <summary>The only row or value, or null where there is none.</summary>
    /// <exception cref="RowCountException">There are several.</exception>
    public static TRow? SingleOrNone<TRow>(string name, IEnumerable<TRow> rows)
        where TRow : struct
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
            return null;

        var only = row.Current;
        return row.MoveNext() ? throw new RowCountException(name) : only;
    }

    /// <summary>The only value, which may be null itself, or null where there is no row.</summary>
    /// <exception cref="RowCountException">There are several.</exception>
    public static TValue? SingleOrDefault<TValue>(string name, IEnumerable<TValue> rows)
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
            return default;

        var only = row.Current;
        return row.MoveNext() ? throw new RowCountException(name) : only;
    }

    public static bool Exists<TRow>(IEnumerable<TRow> rows) => rows.Any();
}

/// <summary>A query that promises one row gave another number of them.</summary>
public sealed class RowCountException : InvalidOperationException
{
    /// <summary>There should be exactly one row.</summary>
    public RowCountException(string name, bool hasSeveral)
        : base($"The query '{name}' gave {(hasSeveral ? "more than one row" : "no row")} and should give exactly one.") => Name = name;

    /// <summary>There are several rows, and there should be one or none.</summary>
    public RowCountException(string name)
        : base($"The query '{name}' gave more than one row and should give at most one.") => Name = name;

    /// <summary>The query.</summary>
    public string Name { get; }
}

/// <summary>One row of a result, its columns read as types of C#. What may be null in the language may be null here.</summary>
public readonly struct TypedRow
{
    private readonly GraphStore store;
    private readonly QueryRow row;

    internal TypedRow(GraphStore store, QueryRow row)
    {
        this.store = store;
        this.row = row;
    }

    public Value Any(int column) => row[column];

    public string? String(int column) => Any(column).AsNullableString();

    public bool? Boolean(int column) => Any(column).AsNullableBoolean();

    public long? Integer(int column) => Any(column).AsNullableInteger();

    public double? Float(int column) => Any(column).AsNullableNumber();

    public PartialDate? Date(int column) => Any(column).AsNullableDate();

    public MapValue? Map(int column) => Any(column) is { IsNull: false } value ? value.AsMap() : null;

    public AnyPath? Path(int column) => Any(column) is { IsNull: false } value ? new AnyPath(store, value.AsPath()) : null;

    public AnyPath RequiredPath(int column) => new(store, Any(column).AsPath());

    public AnyNode? Node(int column) => ToNode(store, Any(column));

    /// <summary>A node that the query's pattern gave the label of <typeparamref name="TNode"/>.</summary>
    public TNode Node<TNode>(int column)
        where TNode : struct, INodeView<TNode> => TNode.At(store, Any(column).AsNode());

    public TNode? OptionalNode<TNode>(int column)
        where TNode : struct, INodeView<TNode> => Any(column) is { IsNull: false } value ? TNode.At(store, value.AsNode()) : null;

    public AnyEdge? Edge(int column) => ToEdge(store, Any(column));

    public AnyEdge RequiredEdge(int column) => new(store, Any(column).AsEdge());

    public bool IsNull(int column) => Any(column).IsNull;

    public TypedList<Value> Values(int column) => new(Any(column), static item => item);

    public TypedList<Value> OptionalValues(int column) => Values(column);

    public TypedList<string> Strings(int column) => Any(column).AsStrings();

    public TypedList<bool> Booleans(int column) => Any(column).AsBooleans();

    public TypedList<long> Integers(int column) => Any(column).AsIntegers();

    public TypedList<double> Floats(int column) => Any(column).AsNumbers();

    public TypedList<PartialDate> Dates(int column) => Any(column).AsDates();

    public TypedList<AnyNode> Nodes(int column)
    {
        var graph = store;
        return new TypedList<AnyNode>(Any(column), item => AnyNode.At(graph, item.AsNode()));
    }

    public TypedList<AnyEdge> Edges(int column)
    {
        var graph = store;
        return new TypedList<AnyEdge>(Any(column), item => new AnyEdge(graph, item.AsEdge()));
    }

    public TypedList<string?> OptionalStrings(int column) => new(Any(column), static item => item.AsNullableString());

    public TypedList<bool?> OptionalBooleans(int column) => new(Any(column), static item => item.AsNullableBoolean());

    public TypedList<long?> OptionalIntegers(int column) => new(Any(column), static item => item.AsNullableInteger());

    public TypedList<double?> OptionalFloats(int column) => new(Any(column), static item => item.AsNullableNumber());

    public TypedList<PartialDate?> OptionalDates(int column) => new(Any(column), static item => item.AsNullableDate());

    public TypedList<AnyNode?> OptionalNodes(int column)
    {
        var graph = store;
        return new TypedList<AnyNode?>(Any(column), item => ToNode(graph, item));
    }

    public TypedList<AnyEdge?> OptionalEdges(int column)
    {
        var graph = store;
        return new TypedList<AnyEdge?>(Any(column), item => ToEdge(graph, item));
    }

    /// <summary>A list of items that no other member reads: lists, maps, paths and nodes of a label.</summary>
    public TypedList<T> List<T>(int column, Func<GraphStore, Value, T> read) => ListOf(store, Any(column), read);

    /// <summary>A node inside of a list, of which the query knows the label.</summary>
    public static TNode NodeOf<TNode>(GraphStore store, Value node)
        where TNode : struct, INodeView<TNode> => TNode.At(store, node.AsNode());

    /// <summary>A list inside of another.</summary>
    public static TypedList<T> ListOf<T>(GraphStore store, Value list, Func<GraphStore, Value, T> read) =>
        new(list, item => read(store, item));

    private static AnyNode? ToNode(GraphStore store, Value value) => value.IsNull ? null : AnyNode.At(store, value.AsNode());

    private static AnyEdge? ToEdge(GraphStore store, Value value) => value.IsNull ? null : new AnyEdge(store, value.AsEdge());
}
