namespace Graph.Query.Functions;

/// <summary><c>x.key</c> and <c>x['key']</c>: a property of a node or relation, an entry of a map, a component of a date or time.</summary>
internal static class PropertyAccess
{
    /// <summary>Null where the target is null or does not have the key.</summary>
    /// <exception cref="QueryException">The target has no properties at all.</exception>
    public static Value Get(ExecutionState context, Value target, string key) => target.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Node => context.Store.GetNodeProperty(target.AsNode(), key),
        ValueKind.Edge => context.Store.GetEdgeProperty(target.AsEdge(), key),
        ValueKind.Map => target.AsMap()[key],
        ValueKind.Date or ValueKind.Duration => TemporalComponents.Get(target, key),
        ValueKind.Point => PointFunctions.GetComponent(target.AsPoint(), key),
        _ when target.IsTemporal => TemporalComponents.Get(target, key),
        _ => throw RuntimeErrors.WrongOperand($".{key}", "a node, a relation, a map, a date, a time or a point", target),
    };
}
