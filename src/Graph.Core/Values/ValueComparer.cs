namespace Graph.Core;

/// <summary>The four comparisons of openCypher (CIP2016-06-14): equality, comparability, equivalence, orderability.</summary>
public static class ValueComparer
{
    /// <summary>Equality, <c>=</c>: null where it is unknown.</summary>
    public static bool? AreEqual(Value left, Value right) => ValueEquality.AreEqual(left, right);

    /// <summary>Comparability, <c>&lt;</c>: null where the values cannot be compared.</summary>
    public static bool? IsLess(Value left, Value right) => ValueComparability.IsLess(left, right);

    /// <summary>Comparability, <c>&lt;=</c>: null where the values cannot be compared.</summary>
    public static bool? IsLessOrEqual(Value left, Value right) => ValueComparability.IsLessOrEqual(left, right);

    /// <summary>Equivalence, for DISTINCT and grouping: null is the same as null, and NaN as NaN.</summary>
    public static bool AreEquivalent(Value left, Value right) => ValueEquivalence.AreEquivalent(left, right);

    /// <summary>A hash that equivalent values share, the same in every process.</summary>
    public static int GetEquivalenceHash(Value value) => ValueEquivalence.GetHash(value);

    /// <summary>
    /// Orderability, a total order over all values, for ORDER BY, min and max: null last. Zero for equivalent values only.
    /// </summary>
    public static int Compare(Value left, Value right) => ValueOrder.Compare(left, right);

    /// <summary>Where the values of a kind stand in that order; integers and floats stand together.</summary>
    public static int GetOrderRank(ValueKind kind) => ValueOrder.Rank(kind);
}
