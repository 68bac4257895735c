using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>
/// What is passed for a parameter of a query whose type is not known: any value of C# that the language has, by itself, and lists of them
/// as <c>["a", 1, node]</c> or <c>[.. items]</c>. The default is null.
/// </summary>
[CollectionBuilder(typeof(QueryArgument), nameof(CreateList))]
[SuppressMessage("Usage", "CA2225", Justification = "Values have their methods, From... of Value.")]
public readonly struct QueryArgument
{
    private readonly Value value;

    /// <summary>Of the nodes and relations in it; null where there are none.</summary>
    private readonly GraphStore? store;

    private QueryArgument(Value value, GraphStore? store = null) => (this.value, this.store) = (value, store);

    public static QueryArgument Null => default;

    public static implicit operator QueryArgument(Value value) => new(value);

    public static implicit operator QueryArgument(string? value) => new(Value.FromString(value));

    public static implicit operator QueryArgument(bool value) => new(Value.FromBoolean(value));

    public static implicit operator QueryArgument(bool? value) => new(Value.FromBoolean(value));

    public static implicit operator QueryArgument(long value) => new(Value.FromInteger(value));

    public static implicit operator QueryArgument(long? value) => new(TypedValues.FromNullable(value));

    public static implicit operator QueryArgument(double value) => new(Value.FromFloat(value));

    public static implicit operator QueryArgument(double? value) => new(TypedValues.FromNullable(value));

    public static implicit operator QueryArgument(PartialDate? value) => new(Value.FromDate(value));

    public static implicit operator QueryArgument(DateOnly value) => new(Value.FromDate(value));

    public static implicit operator QueryArgument(TemporalValue value) => new(Value.FromTemporal(value));

    public static implicit operator QueryArgument(DurationValue value) => new(Value.FromDuration(value));

    public static implicit operator QueryArgument(PointValue value) => new(Value.FromPoint(value));

    public static implicit operator QueryArgument(ListValue value) => new(Value.FromList(value));

    public static implicit operator QueryArgument(MapValue value) => new(Value.FromMap(value));

    public static implicit operator QueryArgument(AnyNode node) => new(Value.FromNode(node.NodeId), node.Store);

    public static implicit operator QueryArgument(AnyEdge edge) => new(Value.FromEdge(edge.EdgeId), edge.Store);

    public static implicit operator QueryArgument(AnyPath path) => new(Value.FromPath(path.Value), path.Store);

    public static implicit operator QueryArgument(string[]? items) => new(TypedValues.FromItems(items, Value.FromString));

    public static implicit operator QueryArgument(long[]? items) => new(TypedValues.FromItems(items, Value.FromInteger));

    public static implicit operator QueryArgument(double[]? items) => new(TypedValues.FromItems(items, Value.FromFloat));

    public static implicit operator QueryArgument(Value[]? items) => new(TypedValues.FromItems(items, static item => item));

    /// <summary>What the compiler makes of <c>[a, b]</c>.</summary>
    /// <exception cref="ArgumentException">Nodes or relations of several graphs are in it.</exception>
    public static QueryArgument CreateList(ReadOnlySpan<QueryArgument> items)
    {
        var values = new Value[items.Length];
        GraphStore? store = null;
        for (var i = 0; i < items.Length; i++)
        {
            if (store is not null && items[i].store is { } other && !ReferenceEquals(store, other))
                throw new ArgumentException("Nodes and relations of several graphs are in one list.", nameof(items));
            store ??= items[i].store;
            values[i] = items[i].value;
        }

        return new QueryArgument(Value.FromList(new ListValue([.. values])), store);
    }

    /// <summary>The value for a query on a graph.</summary>
    /// <exception cref="ArgumentException">A node or relation of another graph is in it.</exception>
    public Value For(GraphStore graph) => store is null || ReferenceEquals(store, graph)
        ? value
        : throw new ArgumentException("What is passed belongs to another graph than the one that is asked.", nameof(graph));

    /// <summary>The items of a list, which C# asks of whatever is written as one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<QueryArgument> GetEnumerator()
    {
        if (value.Kind != ValueKind.List)
            yield break;
        foreach (var item in value.AsList())
            yield return new QueryArgument(item, store);
    }

    public override string ToString() => value.ToString();
}
