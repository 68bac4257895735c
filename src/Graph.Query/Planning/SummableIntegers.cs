using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>Finds expressions that are integers or null in every row, and so small that no sum of them leaves 64 bits.</summary>
internal sealed class SummableIntegers(GraphStore store)
{
    // Fewer than 2^31 rows are in one chunk, and each of them adds less than 2^32.
    private const long LargestTerm = uint.MaxValue;

    // A sum of as many is below 2^53, and so exact as a float.
    private const long LargestFloatTerm = 1 << 22;

    public bool Includes(BoundExpression expression) => AreWithin(expression, LargestTerm);

    /// <summary>Whether no sum of them is rounded as a float either.</summary>
    public bool IncludesAsFloats(BoundExpression expression) => AreWithin(expression, LargestFloatTerm);

    /// <summary>Whether it is an integer or null in every row, and none goes beyond 64 bits.</summary>
    public bool NeverFails(BoundExpression expression) => FindBounds(expression) is not null;

    private bool AreWithin(BoundExpression expression, long largest) =>
        FindBounds(expression) is { } bounds && Int128.Max(-bounds.Least, bounds.Most) <= largest;

    /// <summary>The smallest and the largest integer that the expression can be; null where it can be anything else but null.</summary>
    private (Int128 Least, Int128 Most)? FindBounds(BoundExpression expression) => expression switch
    {
        BoundConstant { Value: { IsInteger: true } value } => (value.AsInteger(), value.AsInteger()),
        BoundProperty { Target: BoundReference { Variable.Type.Kind: var kind } } property => FindBounds(kind, property.Key),
        BoundCall { Function.Name: "+", Arguments: [var left, var right] } when FindBounds(left) is { } a && FindBounds(right) is { } b =>
            Limit(a.Least + b.Least, a.Most + b.Most),
        BoundCall { Function.Name: "-", Arguments: [var left, var right] } when FindBounds(left) is { } a && FindBounds(right) is { } b =>
            Limit(a.Least - b.Most, a.Most - b.Least),
        BoundCall { Function.Name: "*", Arguments: [var left, var right] } when FindBounds(left) is { } a && FindBounds(right) is { } b =>
            Multiply(a, b),
        _ => null,
    };

    private (Int128 Least, Int128 Most)? FindBounds(TypeKind kind, string key)
    {
        var found = StoredTypes.ListColumns(kind, key, store);
        return found.Count > 0 && found.TrueForAll(column => column is IntegerColumn)
            ? (found.Min(column => ((IntegerColumn)column).Bounds.Minimum), found.Max(column => ((IntegerColumn)column).Bounds.Maximum))
            : null;
    }

    private static (Int128 Least, Int128 Most)? Multiply((Int128 Least, Int128 Most) left, (Int128 Least, Int128 Most) right)
    {
        Int128[] corners = [left.Least * right.Least, left.Least * right.Most, left.Most * right.Least, left.Most * right.Most];
        return Limit(corners.Min(), corners.Max());
    }

    /// <summary>What is larger than an integer can be is an error in its row, and beyond it nothing needs to be known.</summary>
    private static (Int128 Least, Int128 Most)? Limit(Int128 least, Int128 most) =>
        least >= long.MinValue && most <= long.MaxValue ? (least, most) : null;
}
