using System.Collections.Concurrent;
using System.Diagnostics;
using Graph.Query.Planning;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>Equality and comparability of two values, over tagged values.</summary>
internal sealed class ComparisonExpression(ComparisonOperator @operator, CompiledExpression left, CompiledExpression right, TextSpan span)
    : CompiledExpression(span)
{
    private readonly Func<Value, Value, bool?> compare = GetComparison(@operator);

    private readonly object pairsOwner = new();

    private readonly bool isOfProperty =
        (left is PropertyExpression && right.IsConstant) || (right is PropertyExpression && left.IsConstant);

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var leftColumn = left.Evaluate(state, batch);
        var rightColumn = right.Evaluate(state, batch);
        var truths = GC.AllocateUninitializedArray<Truth>(batch.Count);
        if (TryCompareWithConstant(leftColumn, rightColumn, truths)
            || TryCompareIntegers(leftColumn, rightColumn, truths)
            || TryCompareDays(leftColumn, rightColumn, truths)
            || TryCompareFloats(leftColumn, rightColumn, truths)
            || TryCompareTexts(state, leftColumn, rightColumn, truths)
            || TryCompareNumbered(state, leftColumn, rightColumn, truths))
            return new TruthColumn(truths);

        for (var row = 0; row < truths.Length; row++)
            truths[row] = Truths.Of(compare(leftColumn[row], rightColumn[row]));

        return new TruthColumn(truths);
    }

    /// <summary>
    /// The comparison of a property with a constant by codes; null, and nothing computed, where it is another or needs values.
    /// </summary>
    public Column? TryCompareCodes(ExecutionState state, Batch batch)
    {
        if (!isOfProperty)
            return null;

        var truths = GC.AllocateUninitializedArray<Truth>(batch.Count);
        return TryCompareWithConstant(left.Evaluate(state, batch), right.Evaluate(state, batch), truths) ? new TruthColumn(truths) : null;
    }

    private bool TryCompareWithConstant(Column leftColumn, Column rightColumn, Truth[] truths) =>
        TryCompareCodes(leftColumn, rightColumn, @operator, truths)
        || TryCompareCodes(rightColumn, leftColumn, @operator.Mirror(), truths);

    /// <summary>A property against a constant needs no values where the columns are coded.</summary>
    private static bool TryCompareCodes(Column property, Column constant, ComparisonOperator @operator, Truth[] truths) =>
        constant is ConstantColumn { Value: var value } && CodeComparison.TryCompare(property, @operator, value, truths);

    /// <summary>Two properties that hold only strings are compared where these stand.</summary>
    private bool TryCompareTexts(ExecutionState state, Column left, Column right, Truth[] truths)
    {
        if (@operator == ComparisonOperator.FoldedEqual
            || left is not ElementPropertyColumn { Reader: { AreStrings: true } leftReader, HeldIds: { } leftIds }
            || right is not ElementPropertyColumn { Reader: { AreStrings: true } rightReader, HeldIds: { } rightIds })
            return false;

        // A target that is a node in one batch and an edge in another has two readers; the first ones stay.
        var order = state.Share(this, () => new TextOrder(state, leftReader, rightReader));
        if (!order.IsOf(leftReader, rightReader))
            return false;
        order.Compare(leftIds, rightIds, [ToTruth(-1), ToTruth(0), ToTruth(1)], truths);
        return true;
    }

    /// <summary>Two columns of few results each are compared once for each pair of results that comes.</summary>
    private bool TryCompareNumbered(ExecutionState state, Column left, Column right, Truth[] truths)
    {
        if (left is not NumberedColumn leftResults || right is not NumberedColumn rightResults)
            return false;
        var idle = state.Share(pairsOwner, () => new ConcurrentBag<ResultPairs>());
        var pairs = idle.TryTake(out var taken) ? taken : new ResultPairs(compare);
        var isCompared = pairs.TryCompare(leftResults, rightResults, truths);
        idle.Add(pairs);
        return isCompared;
    }

    /// <summary>Two columns that hold only floats are compared as such; NaN is equal to nothing and before nothing.</summary>
    private bool TryCompareFloats(Column left, Column right, Truth[] truths)
    {
        if (left.NumberForm != NumberForm.Floats || right.NumberForm != NumberForm.Floats || @operator == ComparisonOperator.FoldedEqual)
            return false;

        var leftValues = GC.AllocateUninitializedArray<double>(truths.Length);
        var rightValues = GC.AllocateUninitializedArray<double>(truths.Length);
        var (isLeftPresent, isRightPresent) = (new bool[truths.Length], new bool[truths.Length]);
        if (!left.TryGetNumbers(leftValues, isLeftPresent) || !right.TryGetNumbers(rightValues, isRightPresent))
            return false;

        NumberComparison.Compare(@operator, leftValues, rightValues, truths);
        for (var row = 0; row < truths.Length; row++)
        {
            if (!isLeftPresent[row] || !isRightPresent[row])
                truths[row] = Truth.Unknown;
        }

        return true;
    }

    /// <summary>Two columns that hold only integers are compared as such.</summary>
    private bool TryCompareIntegers(Column left, Column right, Truth[] truths)
    {
        if (left.NumberForm != NumberForm.Integers
            || right.NumberForm != NumberForm.Integers
            || @operator == ComparisonOperator.FoldedEqual)
            return false;

        var leftValues = GC.AllocateUninitializedArray<long>(truths.Length);
        var rightValues = GC.AllocateUninitializedArray<long>(truths.Length);
        if (!left.TryGetIntegers(leftValues) || !right.TryGetIntegers(rightValues))
            return false;

        CompareIntegers(leftValues, rightValues, truths);
        return true;
    }

    /// <summary>Two properties that hold only days are compared by their numbers.</summary>
    private bool TryCompareDays(Column left, Column right, Truth[] truths)
    {
        if (@operator == ComparisonOperator.FoldedEqual || !left.AreDays || !right.AreDays)
            return false;

        var leftDays = GC.AllocateUninitializedArray<long>(truths.Length);
        var rightDays = GC.AllocateUninitializedArray<long>(truths.Length);
        left.GetDays(leftDays);
        right.GetDays(rightDays);
        CompareIntegers(leftDays, rightDays, truths);
        return true;
    }

    private void CompareIntegers(ReadOnlySpan<long> leftValues, ReadOnlySpan<long> rightValues, Truth[] truths)
    {
        NumberComparison.Compare(@operator, leftValues, rightValues, truths);
        for (var row = 0; row < truths.Length; row++)
        {
            if (leftValues[row] == PropertyReader.NullCode || rightValues[row] == PropertyReader.NullCode)
                truths[row] = Truth.Unknown;
        }
    }

    private Truth ToTruth(int order) => Holds(order) ? Truth.True : Truth.False;

    /// <param name="order">How the left side compares with the right one: negative, zero or positive.</param>
    private bool Holds(int order) => @operator switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    public static Func<Value, Value, bool?> GetComparison(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => ValueComparer.AreEqual,
        ComparisonOperator.NotEqual => (left, right) => !ValueComparer.AreEqual(left, right),
        ComparisonOperator.Less => ValueComparer.IsLess,
        ComparisonOperator.LessOrEqual => ValueComparer.IsLessOrEqual,
        ComparisonOperator.Greater => (left, right) => ValueComparer.IsLess(right, left),
        ComparisonOperator.GreaterOrEqual => (left, right) => ValueComparer.IsLessOrEqual(right, left),
        ComparisonOperator.FoldedEqual => AreFoldedEqual,
        _ => throw new UnreachableException(),
    };

    private static bool? AreFoldedEqual(Value left, Value right)
    {
        if (left.Kind != ValueKind.String || right.Kind != ValueKind.String)
            return null;
        return NameFolding.Fold(left.AsString()) == NameFolding.Fold(right.AsString());
    }
}
