namespace Graph.Oracle.Evaluation;

/// <summary>Equality and order of values as the language defines them: with three truth values, and total.</summary>
internal static class Equality
{
    /// <summary><c>=</c>: null where it is not known.</summary>
    public static bool? AreEqual(Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
            return null;
        if (left.IsNumber && right.IsNumber)
            return !Numbers.IsNaN(left) && !Numbers.IsNaN(right) && Numbers.Order(left, right) == 0;
        if (left.Kind != right.Kind)
            return HoldsNull(left) || HoldsNull(right) ? null : false;
        return left.Kind switch
        {
            ValueKind.List => AreListsEqual([.. left.AsList()], [.. right.AsList()]),
            ValueKind.Map => AreMapsEqual(left.AsMap(), right.AsMap()),
            _ => AreEquivalent(left, right),
        };
    }

    /// <summary><c>&lt;</c></summary>
    public static bool? IsLess(Value left, Value right) => Compare(left, right, orEqual: false);

    /// <summary><c>&lt;=</c></summary>
    public static bool? IsLessOrEqual(Value left, Value right) => Compare(left, right, orEqual: true);

    /// <summary>As DISTINCT and grouping see it.</summary>
    public static bool AreEquivalent(Value left, Value right) => Ordering.Compare(left, right) == 0;

    private static bool? Compare(Value left, Value right, bool orEqual)
    {
        if (left.IsNumber && right.IsNumber)
            return !Numbers.IsNaN(left) && !Numbers.IsNaN(right) && Holds(Numbers.Order(left, right), orEqual);
        if (left.Kind != right.Kind)
            return null;
        return left.Kind switch
        {
            ValueKind.String or ValueKind.Boolean => Holds(Ordering.Compare(left, right), orEqual),
            _ when left.IsTemporal => Holds(Ordering.Compare(left, right), orEqual),
            ValueKind.Date => CompareDates(left.AsDate(), right.AsDate(), orEqual),
            ValueKind.List => CompareLists([.. left.AsList()], [.. right.AsList()], orEqual),
            _ => null,
        };
    }

    private static bool Holds(int order, bool orEqual) => order < 0 || (orEqual && order == 0);

    private static bool? CompareDates(PartialDate left, PartialDate right, bool orEqual)
    {
        var same = left.Start == right.Start && left.End == right.End;
        if (orEqual)
            return same || left.End <= right.Start ? true : left.Start > right.End ? false : null;
        return left.End < right.Start ? true : same || left.Start >= right.End ? false : null;
    }

    private static bool? CompareLists(Value[] left, Value[] right, bool orEqual)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            switch (AreEqual(left[i], right[i]))
            {
                case null: return null;
                case false: return IsLess(left[i], right[i]);
            }
        }

        return Holds(left.Length.CompareTo(right.Length), orEqual);
    }

    private static bool? AreListsEqual(Value[] left, Value[] right) =>
        left.Length == right.Length ? Truth.And(left.Zip(right, AreEqual)) : false;

    private static bool? AreMapsEqual(MapValue left, MapValue right)
    {
        var keys = left.Select(entry => entry.Key).ToHashSet();
        return keys.SetEquals(right.Select(entry => entry.Key)) ? Truth.And(keys.Select(key => AreEqual(left[key], right[key]))) : false;
    }

    private static bool HoldsNull(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList().Any(item => item.IsNull || HoldsNull(item)),
        ValueKind.Map => value.AsMap().Any(entry => entry.Value.IsNull || HoldsNull(entry.Value)),
        _ => false,
    };
}
