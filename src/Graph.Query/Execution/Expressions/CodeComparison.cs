using System.Text;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>A comparison of a property with a string or an integer, done on codes: every one is a test for an interval.</summary>
internal sealed class CodeComparison(ComparisonOperator @operator, Value constant)
{
    private readonly byte[]? utf8 = constant.Kind == ValueKind.String ? Encoding.UTF8.GetBytes(constant.AsString()) : null;

    public Value Constant => constant;

    /// <summary>The interval holds the values for which the comparison is false.</summary>
    public bool IsNegated => @operator == ComparisonOperator.NotEqual;

    /// <summary>False, and nothing done, where the column cannot be compared without its values.</summary>
    public static bool TryCompare(Column column, ComparisonOperator @operator, Value constant, Span<Truth> truths) =>
        @operator != ComparisonOperator.FoldedEqual
        && (constant.IsInteger || constant.Kind == ValueKind.String)
        && column.TryCompare(new CodeComparison(@operator, constant), truths);

    /// <summary>The smallest and the largest code inside; an empty interval has the smallest above the largest.</summary>
    public (long Low, long High) GetInterval(PropertyColumn column) =>
        column is StringColumn strings ? GetInterval(strings.Dictionary) : GetInterval();

    /// <summary>The smallest and the largest integer inside.</summary>
    public (long Low, long High) GetInterval()
    {
        var value = constant.AsInteger();
        return @operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => (value, value),
            ComparisonOperator.Less => value == long.MinValue ? (1, 0) : (long.MinValue, value - 1),
            ComparisonOperator.LessOrEqual => (long.MinValue, value),
            ComparisonOperator.Greater => value == long.MaxValue ? (1, 0) : (value + 1, long.MaxValue),
            _ => (value, long.MaxValue),
        };
    }

    /// <summary>The dictionary is sorted by code point, as strings compare.</summary>
    private (long Low, long High) GetInterval(StringDictionary dictionary)
    {
        long first = dictionary.LowerBound(utf8);
        var afterLast = first < dictionary.Count && dictionary.GetUtf8((int)first).SequenceEqual(utf8) ? first + 1 : first;
        return @operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => (first, afterLast - 1),
            ComparisonOperator.Less => (0, first - 1),
            ComparisonOperator.LessOrEqual => (0, afterLast - 1),
            ComparisonOperator.Greater => (afterLast, long.MaxValue),
            _ => (first, long.MaxValue),
        };
    }
}
