namespace Graph.Query;

/// <summary>A statement whose parameters and columns are known to generated code, with the function that reads a row.</summary>
/// <typeparam name="TRow">What a row becomes.</typeparam>
public sealed class TypedQuery<TRow>(string name, string text, Func<TypedRow, TRow> read)
{
    private readonly SourceText source = new(text, name);

    /// <summary>The rows, computed as they are read.</summary>
    /// <exception cref="QueryException">The store's graph type is not the one that the code was generated for; or a run-time error.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while rows were read.</exception>
    public IEnumerable<TRow> Run(
        QueryEngine engine, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellation = default)
    {
        var prepared = engine.Prepare(source);
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
    /// <summary>The first row, or null where there is none.</summary>
    public static TRow? First<TRow>(IEnumerable<TRow> rows)
        where TRow : struct
    {
        foreach (var row in rows)
            return row;
        return null;
    }

    /// <summary>The value of the first row, or none where there is no row.</summary>
    public static TValue? Scalar<TValue>(IEnumerable<TValue> rows) => rows.FirstOrDefault();
}

/// <summary>One row of a result, its columns read as types of C#. What may be null in the language may be null here.</summary>
public readonly struct TypedRow(GraphStore store, QueryRow row)
{
    public Value Any(int column) => row[column];

    public string? String(int column) => Any(column).AsNullableString();

    public bool? Boolean(int column) => Any(column).AsNullableBoolean();

    public long? Integer(int column) => Any(column).AsNullableInteger();

    public double? Float(int column) => Any(column).AsNullableNumber();

    public PartialDate? Date(int column) => Any(column).AsNullableDate();

    public MapValue? Map(int column) => Any(column) is { IsNull: false } value ? value.AsMap() : null;

    public PathValue? Path(int column) => Any(column) is { IsNull: false } value ? value.AsPath() : null;

    public AnyNode? Node(int column) => ToNode(store, Any(column));

    /// <summary>A node that the query's pattern gave the label of <typeparamref name="TNode"/>.</summary>
    public TNode Node<TNode>(int column)
        where TNode : struct, INodeView<TNode> => TNode.At(store, Any(column).AsNode());

    public TNode? OptionalNode<TNode>(int column)
        where TNode : struct, INodeView<TNode> => Any(column) is { IsNull: false } value ? TNode.At(store, value.AsNode()) : null;

    public AnyEdge? Edge(int column) => ToEdge(store, Any(column));

    public TypedList<Value> List(int column) => new(Any(column), static item => item);

    public TypedList<string?> Strings(int column) => new(Any(column), static item => item.AsNullableString());

    public TypedList<bool?> Booleans(int column) => new(Any(column), static item => item.AsNullableBoolean());

    public TypedList<long?> Integers(int column) => new(Any(column), static item => item.AsNullableInteger());

    public TypedList<double?> Floats(int column) => new(Any(column), static item => item.AsNullableNumber());

    public TypedList<PartialDate?> Dates(int column) => new(Any(column), static item => item.AsNullableDate());

    public TypedList<AnyNode?> Nodes(int column)
    {
        var graph = store;
        return new TypedList<AnyNode?>(Any(column), item => ToNode(graph, item));
    }

    public TypedList<AnyEdge?> Edges(int column)
    {
        var graph = store;
        return new TypedList<AnyEdge?>(Any(column), item => ToEdge(graph, item));
    }

    private static AnyNode? ToNode(GraphStore store, Value value) => value.IsNull ? null : AnyNode.At(store, value.AsNode());

    private static AnyEdge? ToEdge(GraphStore store, Value value) => value.IsNull ? null : new AnyEdge(store, value.AsEdge());
}
