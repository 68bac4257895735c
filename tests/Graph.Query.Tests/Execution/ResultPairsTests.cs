using Graph.Query.Execution;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Execution;

/// <summary>Computed results of both sides compare by their numbers as they do by their values.</summary>
public sealed class ResultPairsTests
{
    private static readonly Value[] Left = [Value.FromString("a"), Value.FromString("b"), Value.Null, Value.FromInteger(1)];
    private static readonly Value[] Right = [Value.FromFloat(1.0), Value.FromString("b"), Value.FromString("c"), Value.Null];

    [Theory]
    [InlineData(ComparisonOperator.Equal)]
    [InlineData(ComparisonOperator.NotEqual)]
    [InlineData(ComparisonOperator.Less)]
    internal void EachPairComparesAsItsValues(ComparisonOperator @operator)
    {
        var compare = ComparisonExpression.GetComparison(@operator);
        var expected = Left.SelectMany(left => Right.Select(right => Truths.Of(compare(left, right)))).ToArray();
        var truths = new Truth[expected.Length];
        var pairs = new ResultPairs(compare);
        for (var run = 0; run < 2; run++)
        {
            Assert.True(pairs.TryCompare(Number(Left, row => row / 4), Number(Right, row => row % 4), truths));
            Assert.Equal(expected, truths);
        }
    }

    [Fact]
    public void TooManyResultsAreLeftToTheirValues()
    {
        var values = Enumerable.Range(0, 300).Select(index => Value.FromInteger(index)).ToArray();
        var column = new NumberedColumn([.. Enumerable.Range(0, values.Length)], values, values);
        Assert.False(new ResultPairs(ValueComparer.IsLess).TryCompare(column, column, new Truth[values.Length]));
    }

    private static NumberedColumn Number(Value[] values, Func<int, int> number) =>
        new([.. Enumerable.Range(0, 16).Select(number)], values, values);
}
