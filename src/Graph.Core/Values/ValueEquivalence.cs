using System.Diagnostics;

namespace Graph.Core;

/// <summary>Equivalence and its hash: two-valued, reflexive, the same for <c>1</c> and <c>1.0</c>.</summary>
internal static class ValueEquivalence
{
    public static bool AreEquivalent(Value left, Value right)
    {
        if (left.IsNumber && right.IsNumber)
            return NumberOrder.Compare(left, right) == 0;
        if (left.Kind != right.Kind)
            return false;

        return left.Kind switch
        {
            ValueKind.Null => true,
            ValueKind.Boolean => left.AsBoolean() == right.AsBoolean(),
            ValueKind.String => string.Equals(left.AsString(), right.AsString(), StringComparison.Ordinal),
            ValueKind.Date => PartialDate.AreEqual(left.AsDate(), right.AsDate()),
            ValueKind.Node => left.AsNode() == right.AsNode(),
            ValueKind.Edge => left.AsEdge() == right.AsEdge(),
            ValueKind.List => AreListsEquivalent(left.AsList().Span, right.AsList().Span),
            ValueKind.Map => AreMapsEquivalent(left.AsMap(), right.AsMap()),
            ValueKind.Duration => DurationValue.AreEqual(left.AsDuration(), right.AsDuration()),
            ValueKind.Point => PointValue.Compare(left.AsPoint(), right.AsPoint()) == 0,
            _ when left.IsTemporal => TemporalValue.Compare(left.AsTemporal(), right.AsTemporal()) == 0,
            ValueKind.Path =>
                left.AsPath().Nodes.SequenceEqual(right.AsPath().Nodes) && left.AsPath().Edges.SequenceEqual(right.AsPath().Edges),
            _ => throw new UnreachableException(),
        };
    }

    public static int GetHash(Value value)
    {
        var hash = StableHash.Start((int)value.Kind);
        return value.Kind switch
        {
            ValueKind.Null => hash.Value,
            ValueKind.Boolean => hash.Add(value.AsBoolean() ? 1 : 0).Value,
            ValueKind.Integer => HashInteger(value.AsInteger()),
            ValueKind.Float => HashFloat(value.AsFloat()),
            ValueKind.String => hash.Add(value.AsString()).Value,
            ValueKind.Date => hash.Add(value.AsDate().Start.DayNumber).Add(value.AsDate().End.DayNumber).Value,
            ValueKind.Node => hash.Add(value.AsNode()).Value,
            ValueKind.Edge => hash.Add(value.AsEdge()).Value,
            ValueKind.List => HashList(hash, value.AsList()),
            ValueKind.Map => HashMap(hash, value.AsMap()),
            ValueKind.Path => HashPath(hash, value.AsPath()),
            ValueKind.Duration => HashDuration(hash, value.AsDuration()),
            ValueKind.Point => HashPoint(hash, value.AsPoint()),
            _ when value.IsTemporal => HashTemporal(hash, value.AsTemporal()),
            _ => throw new UnreachableException(),
        };
    }

    private static bool AreListsEquivalent(ReadOnlySpan<Value> left, ReadOnlySpan<Value> right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!AreEquivalent(left[i], right[i]))
                return false;
        }

        return true;
    }

    private static bool AreMapsEquivalent(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
            return false;
        foreach (var entry in left.Span)
        {
            if (!right.TryGet(entry.Key, out var other) || !AreEquivalent(entry.Value, other))
                return false;
        }

        return true;
    }

    private static int HashInteger(long value) => StableHash.Start((int)ValueKind.Integer).Add(value).Value;

    private static int HashFloat(double value)
    {
        if (NumberOrder.TryGetInteger(value, out var integer))
            return HashInteger(integer);

        // All NaN are equivalent, whatever their bits.
        var bits = double.IsNaN(value) ? BitConverter.DoubleToInt64Bits(double.NaN) : BitConverter.DoubleToInt64Bits(value);
        return StableHash.Start((int)ValueKind.Float).Add(bits).Value;
    }

    private static int HashList(StableHash hash, ListValue list)
    {
        foreach (var item in list.Span)
            hash = hash.Add(GetHash(item));
        return hash.Value;
    }

    // Summed, as equivalent maps may have their entries in another order.
    private static int HashMap(StableHash hash, MapValue map)
    {
        var sum = 0;
        foreach (var entry in map.Span)
            sum += StableHash.Start(GetHash(entry.Value)).Add(entry.Key).Value;
        return hash.Add(sum).Value;
    }

    private static int HashTemporal(StableHash hash, TemporalValue value) =>
        hash.Add(value.Day.DayNumber).Add(value.NanosecondOfDay).Add(value.Offset).Add(value.Zone).Value;

    private static int HashDuration(StableHash hash, DurationValue value) =>
        hash.Add(value.Months).Add(value.Days).Add(value.Seconds).Add(value.Nanoseconds).Value;

    private static int HashPoint(StableHash hash, PointValue value) =>
        hash.Add(value.Srid).Add(HashFloat(value.X)).Add(HashFloat(value.Y)).Add(HashFloat(value.Z)).Value;

    private static int HashPath(StableHash hash, PathValue path)
    {
        foreach (var node in path.Nodes)
            hash = hash.Add(node);
        foreach (var edge in path.Edges)
            hash = hash.Add(edge);
        return hash.Value;
    }
}
