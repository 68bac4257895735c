using System.Diagnostics;

namespace Graph.Core;

/// <summary>The total order over all values. It extends the partial order of <c>&lt;</c>, and its ties are the equivalent values.</summary>
internal static class ValueOrder
{
    public static int Compare(Value left, Value right)
    {
        var order = Rank(left.Kind).CompareTo(Rank(right.Kind));
        if (order != 0)
            return order;

        return left.Kind switch
        {
            ValueKind.Null => 0,
            ValueKind.Integer or ValueKind.Float => NumberOrder.Compare(left, right),
            ValueKind.Boolean => left.AsBoolean().CompareTo(right.AsBoolean()),
            ValueKind.String => CodePointOrder.Compare(left.AsString(), right.AsString()),
            ValueKind.Date => PartialDate.Compare(left.AsDate(), right.AsDate()),
            ValueKind.Node => left.AsNode().CompareTo(right.AsNode()),
            ValueKind.Edge => left.AsEdge().CompareTo(right.AsEdge()),
            ValueKind.List => CompareLists(left.AsList().Span, right.AsList().Span),
            ValueKind.Map => CompareMaps(left.AsMap(), right.AsMap()),
            ValueKind.Path => ComparePaths(left.AsPath(), right.AsPath()),
            ValueKind.Duration => DurationValue.Compare(left.AsDuration(), right.AsDuration()),
            ValueKind.Point => PointValue.Compare(left.AsPoint(), right.AsPoint()),
            _ when left.IsTemporal => TemporalValue.Compare(left.AsTemporal(), right.AsTemporal()),
            _ => throw new UnreachableException(),
        };
    }

    public static int Rank(ValueKind kind) => kind switch
    {
        ValueKind.Map => 0,
        ValueKind.Node => 1,
        ValueKind.Edge => 2,
        ValueKind.List => 3,
        ValueKind.Path => 4,
        ValueKind.Point => 5,
        ValueKind.DateTime => 6,
        ValueKind.LocalDateTime => 7,
        ValueKind.Date => 8,
        ValueKind.Time => 9,
        ValueKind.LocalTime => 10,
        ValueKind.Duration => 11,
        ValueKind.String => 12,
        ValueKind.Boolean => 13,
        ValueKind.Integer or ValueKind.Float => 14,
        ValueKind.Null => 15,
        _ => throw new UnreachableException(),
    };

    private static int CompareLists(ReadOnlySpan<Value> left, ReadOnlySpan<Value> right)
    {
        var count = Math.Min(left.Length, right.Length);
        for (var i = 0; i < count; i++)
        {
            var order = Compare(left[i], right[i]);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareMaps(MapValue left, MapValue right)
    {
        var leftEntries = SortByKey(left);
        var rightEntries = SortByKey(right);
        var count = Math.Min(leftEntries.Length, rightEntries.Length);
        for (var i = 0; i < count; i++)
        {
            var order = CodePointOrder.Compare(leftEntries[i].Key, rightEntries[i].Key);
            if (order != 0)
                return order;
        }

        if (leftEntries.Length != rightEntries.Length)
            return leftEntries.Length.CompareTo(rightEntries.Length);
        for (var i = 0; i < count; i++)
        {
            var order = Compare(leftEntries[i].Value, rightEntries[i].Value);
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static KeyValuePair<string, Value>[] SortByKey(MapValue map)
    {
        var entries = map.Span.ToArray();
        Array.Sort(entries, static (left, right) => CodePointOrder.Compare(left.Key, right.Key));
        return entries;
    }

    /// <summary>
    /// As the lists of their elements in walking order; node and edge alternate, so both sides have the same kind at each place.
    /// </summary>
    private static int ComparePaths(PathValue left, PathValue right)
    {
        var count = Math.Min(left.Length, right.Length);
        for (var i = 0; i < count; i++)
        {
            var order = left.Nodes[i].CompareTo(right.Nodes[i]);
            if (order == 0)
                order = left.Edges[i].CompareTo(right.Edges[i]);
            if (order != 0)
                return order;
        }

        var last = left.Nodes[count].CompareTo(right.Nodes[count]);
        return last != 0 ? last : left.Length.CompareTo(right.Length);
    }
}
