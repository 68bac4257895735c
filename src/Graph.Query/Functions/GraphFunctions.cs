using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>
/// What nodes, relations, paths and maps are made of. Labels and keys come in schema order, then ordinal: the store's own order.
/// </summary>
internal static class GraphFunctions
{
    private static readonly StaticType StringList = StaticType.ListOf(StaticType.String);

    public static readonly ImmutableArray<Function> All =
    [
        new("id", [Signature.Of(StaticType.Integer, StaticType.Node), Signature.Of(StaticType.Integer, StaticType.Edge)], Id),
        new(
            "elementId",
            [Signature.Of(StaticType.String, StaticType.Node), Signature.Of(StaticType.String, StaticType.Edge)],
            (context, a) => Value.FromString(ValueText.Format(Id(context, a)))),
        new("type", [Signature.Of(StaticType.String, StaticType.Edge)], Type),
        new("startNode", [Signature.Of(StaticType.Node, StaticType.Edge)], StartNode),
        new("endNode", [Signature.Of(StaticType.Node, StaticType.Edge)], EndNode),
        new("labels", [Signature.Of(StringList, StaticType.Node)], Labels),
        new("keys", OfElementOrMap(StringList), Keys),
        new("properties", OfElementOrMap(StaticType.Map), (context, a) => Value.FromMap(GetProperties(context, "properties", a[0]))),
        new("length", [Signature.Of(StaticType.Integer, StaticType.Path)], Length),
        new("nodes", [Signature.Of(StaticType.ListOf(StaticType.Node), StaticType.Path)], Nodes),
        new("relationships", [Signature.Of(StaticType.ListOf(StaticType.Edge), StaticType.Path)], Relationships),
    ];

    /// <summary>The properties of a node or relation that are there, or the map itself.</summary>
    public static MapValue GetProperties(ExecutionState context, string function, Value value) => value.Kind switch
    {
        ValueKind.Map => value.AsMap(),
        ValueKind.Node => ReadRow(FindNode(context.Store, value.AsNode())),
        ValueKind.Edge => ReadRow(FindEdge(context.Store, value.AsEdge())),
        _ => throw RuntimeErrors.InvalidArgument(function, value),
    };

    private static ImmutableArray<Signature> OfElementOrMap(StaticType result) =>
        [Signature.Of(result, StaticType.Node), Signature.Of(result, StaticType.Edge), Signature.Of(result, StaticType.Map)];

    private static (ImmutableArray<PropertyColumn> Columns, int Row) FindNode(GraphStore store, int node)
    {
        var range = store.GetRange(node);
        return (range.Columns, node - range.Start);
    }

    private static (ImmutableArray<PropertyColumn> Columns, int Row) FindEdge(GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        return (table.Columns, edge - table.FirstEdge);
    }

    private static MapValue ReadRow((ImmutableArray<PropertyColumn> Columns, int Row) place)
    {
        var (columns, row) = place;
        var entries = new List<KeyValuePair<string, Value>>(columns.Length);
        foreach (var column in columns)
        {
            if (column.HasValue(row))
                entries.Add(new(column.Key, column.GetValue(row)));
        }

        return new MapValue(entries.ToArray());
    }

    private static Value Id(ExecutionState context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.Node => Value.FromInteger(arguments[0].AsNode()),
        ValueKind.Edge => Value.FromInteger(arguments[0].AsEdge()),
        _ => throw RuntimeErrors.InvalidArgument("id", arguments[0]),
    };

    private static Value Type(ExecutionState context, ReadOnlySpan<Value> arguments) =>
        Value.FromString(context.Store.GetEdgeTable(ExpectEdge("type", arguments[0])).Type);

    private static Value StartNode(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var edge = ExpectEdge("startNode", arguments[0]);
        return Value.FromNode(context.Store.GetEdgeTable(edge).GetSource(edge));
    }

    private static Value EndNode(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var edge = ExpectEdge("endNode", arguments[0]);
        return Value.FromNode(context.Store.GetEdgeTable(edge).GetTarget(edge));
    }

    private static Value Labels(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        if (!arguments[0].IsNode)
            throw RuntimeErrors.InvalidArgument("labels", arguments[0]);

        var store = context.Store;
        var labels = store.GetRange(arguments[0].AsNode()).Labels;
        var names = new Value[labels.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = Value.FromString(store.Labels[labels[i]]);
        return Value.FromList(new ListValue(names));
    }

    private static Value Keys(ExecutionState context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.Node => FindKeys(FindNode(context.Store, arguments[0].AsNode())),
        ValueKind.Edge => FindKeys(FindEdge(context.Store, arguments[0].AsEdge())),
        _ => KeysOf(GetProperties(context, "keys", arguments[0]).Span),
    };

    /// <summary>No value is read: a text may be long.</summary>
    private static Value FindKeys((ImmutableArray<PropertyColumn> Columns, int Row) place)
    {
        var keys = new Value[place.Columns.Length];
        var count = 0;
        foreach (var column in place.Columns)
        {
            if (column.HasValue(place.Row))
                keys[count++] = Value.FromString(column.Key);
        }

        return Value.FromList(new ListValue(count == keys.Length ? keys : keys[..count]));
    }

    private static Value KeysOf(ReadOnlySpan<KeyValuePair<string, Value>> entries)
    {
        var keys = new Value[entries.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Value.FromString(entries[i].Key);
        return Value.FromList(new ListValue(keys));
    }

    private static Value Length(ExecutionState context, ReadOnlySpan<Value> arguments) =>
        Value.FromInteger(ExpectPath("length", arguments[0]).Length);

    private static Value Nodes(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var nodes = ExpectPath("nodes", arguments[0]).Nodes;
        var values = new Value[nodes.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value.FromNode(nodes[i]);
        return Value.FromList(new ListValue(values));
    }

    private static Value Relationships(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var edges = ExpectPath("relationships", arguments[0]).Edges;
        var values = new Value[edges.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value.FromEdge(edges[i]);
        return Value.FromList(new ListValue(values));
    }

    private static int ExpectEdge(string function, Value value) =>
        value.IsEdge ? value.AsEdge() : throw RuntimeErrors.InvalidArgument(function, value);

    private static PathValue ExpectPath(string function, Value value)
    {
        if (value.Kind == ValueKind.Path)
            return value.AsPath();
        var kind = value.Kind switch { ValueKind.String => TypeKind.String, ValueKind.List => TypeKind.List, _ => TypeKind.Any };
        throw RuntimeErrors.InvalidArgument(function, value, ArgumentHints.Find(function, 0, kind));
    }
}
