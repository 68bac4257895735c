namespace Graph.Core;

/// <summary>
/// The partial order behind <c>&lt;</c> and <c>&lt;=</c>: null between values of different types and where it is unknown.
/// </summary>
internal static class ValueComparability
{
    public static bool? IsLess(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Integer or ValueKind.Float, ValueKind.Integer or ValueKind.Float) =>
            !ValueEquality.IsNaN(left) && !ValueEquality.IsNaN(right) && NumberOrder.Compare(left, right) < 0,
        (ValueKind.String, ValueKind.String) => CodePointOrder.Compare(left.AsString(), right.AsString()) < 0,
        (ValueKind.Boolean, ValueKind.Boolean) => left.IsFalse && right.IsTrue,
        (ValueKind.Date, ValueKind.Date) => PartialDate.IsLess(left.AsDate(), right.AsDate()),
        (ValueKind.List, ValueKind.List) => IsListLess(left.AsList(), right.AsList(), left.AsList().Count < right.AsList().Count),
        _ when left.IsTemporal && left.Kind == right.Kind => TemporalValue.Compare(left.AsTemporal(), right.AsTemporal()) < 0,
        _ => null,
    };

    public static bool? IsLessOrEqual(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Integer or ValueKind.Float, ValueKind.Integer or ValueKind.Float) =>
            !ValueEquality.IsNaN(left) && !ValueEquality.IsNaN(right) && NumberOrder.Compare(left, right) <= 0,
        (ValueKind.String, ValueKind.String) => CodePointOrder.Compare(left.AsString(), right.AsString()) <= 0,
        (ValueKind.Boolean, ValueKind.Boolean) => left.IsFalse || right.IsTrue,
        (ValueKind.Date, ValueKind.Date) => PartialDate.IsLessOrEqual(left.AsDate(), right.AsDate()),
        (ValueKind.List, ValueKind.List) => IsListLess(left.AsList(), right.AsList(), left.AsList().Count <= right.AsList().Count),
        _ when left.IsTemporal && left.Kind == right.Kind => TemporalValue.Compare(left.AsTemporal(), right.AsTemporal()) <= 0,
        _ => null,
    };

    /// <summary>The first certain difference decides; <paramref name="whenPrefix"/> where one list is the beginning of the other.</summary>
    private static bool? IsListLess(ListValue left, ListValue right, bool whenPrefix)
    {
        var count = Math.Min(left.Count, right.Count);
        for (var i = 0; i < count; i++)
        {
            var equal = ValueEquality.AreEqual(left[i], right[i]);
            if (equal is null)
                return null;
            if (equal == false)
                return IsLess(left[i], right[i]);
        }

        return whenPrefix;
    }
}
