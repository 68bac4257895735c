using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>How the rows of a batch stand to the key of another row, as far as codes tell it; unknown where values would have to.</summary>
internal static class KeyTests
{
    public static Truth[] TestWorse(Column column, bool isDescending, Value key, int count) =>
        Test(column, isDescending ? ComparisonOperator.Less : ComparisonOperator.Greater, key, count);

    public static Truth[] TestNotBetter(Column column, bool isDescending, Value key, int count) =>
        Test(column, isDescending ? ComparisonOperator.LessOrEqual : ComparisonOperator.GreaterOrEqual, key, count);

    private static Truth[] Test(Column column, ComparisonOperator @operator, Value key, int count)
    {
        var truths = new Truth[count];
        if (!CodeComparison.TryCompare(column, @operator, key, truths))
            Array.Fill(truths, Truth.Unknown);
        return truths;
    }
}
