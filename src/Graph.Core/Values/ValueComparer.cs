namespace Graph.Core;

/// <summary>The four comparisons of openCypher (CIP2016-06-14): equality, comparability, equivalence, orderability.</summary>
public static class ValueComparer
{
    /// <summary>Equality, <c>=</c>: null where it is unknown.</summary>
    public static bool? AreEqual(Value left, Value right) => throw new NotImplementedException();

    /// <summary>Comparability, <c>&lt;</c>: negative, zero or positive; null where the values cannot be compared.</summary>
    public static bool? IsLess(Value left, Value right) => throw new NotImplementedException();

    public static bool? IsLessOrEqual(Value left, Value right) => throw new NotImplementedException();

    /// <summary>Equivalence, for DISTINCT and grouping: null is the same as null.</summary>
    public static bool AreEquivalent(Value left, Value right) => throw new NotImplementedException();

    /// <summary>A hash that equivalent values share, the same in every process.</summary>
    public static int GetEquivalenceHash(Value value) => throw new NotImplementedException();

    /// <summary>Orderability, a total order over all values, for ORDER BY, min and max: null last.</summary>
    public static int Compare(Value left, Value right) => throw new NotImplementedException();
}
