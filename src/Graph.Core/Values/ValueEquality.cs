namespace Graph.Core;

/// <summary>Three-valued equality: a certain difference wins over an unknown part.</summary>
internal static class ValueEquality
{
    public static bool? AreEqual(Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
            return null;
        if (left.IsNumber && right.IsNumber)
            return !IsNaN(left) && !IsNaN(right) && NumberOrder.Compare(left, right) == 0;
        if (left.Kind != right.Kind)
            return ContainsNull(left) || ContainsNull(right) ? null : false;

        return left.Kind switch
        {
            ValueKind.List => AreListsEqual(left.AsList(), right.AsList()),
            ValueKind.Map => AreMapsEqual(left.AsMap(), right.AsMap()),
            _ => ValueEquivalence.AreEquivalent(left, right),
        };
    }

    public static bool IsNaN(Value value) => value.IsFloat && double.IsNaN(value.AsFloat());

    private static bool? AreListsEqual(ListValue left, ListValue right)
    {
        if (left.Count != right.Count)
            return false;
        bool? result = true;
        for (var i = 0; i < left.Count; i++)
        {
            var equal = AreEqual(left[i], right[i]);
            if (equal == false)
                return false;
            result &= equal;
        }

        return result;
    }

    private static bool? AreMapsEqual(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
            return false;
        bool? result = true;
        foreach (var entry in left.Span)
        {
            if (!right.TryGet(entry.Key, out var other))
                return false;
            var equal = AreEqual(entry.Value, other);
            if (equal == false)
                return false;
            result &= equal;
        }

        return result;
    }

    private static bool ContainsNull(Value value)
    {
        if (value.Kind == ValueKind.List)
        {
            foreach (var item in value.AsList().Span)
            {
                if (item.IsNull || ContainsNull(item))
                    return true;
            }
        }
        else if (value.Kind == ValueKind.Map)
        {
            foreach (var entry in value.AsMap().Span)
            {
                if (entry.Value.IsNull || ContainsNull(entry.Value))
                    return true;
            }
        }

        return false;
    }
}
