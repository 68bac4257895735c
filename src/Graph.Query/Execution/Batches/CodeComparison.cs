using System.Text;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>A comparison of a property with a string, a number or a day, done on codes: every one is a test for an interval.</summary>
internal sealed class CodeComparison(ComparisonOperator @operator, Value constant)
{
    private readonly byte[]? utf8 = constant.Kind == ValueKind.String ? Encoding.UTF8.GetBytes(constant.AsString()) : null;

    public Value Constant => constant;

    /// <summary>The interval holds the values for which the comparison is false.</summary>
    public bool IsNegated => @operator == ComparisonOperator.NotEqual;

    /// <summary>False, and nothing done, where the column cannot be compared without its values.</summary>
    public static bool TryCompare(Column column, ComparisonOperator @operator, Value constant, Span<Truth> truths) =>
        @operator != ComparisonOperator.FoldedEqual
        && (constant.IsNumber || constant.Kind == ValueKind.String || IsDay(constant))
        && column.TryCompare(new CodeComparison(@operator, constant), truths);

    /// <summary>Whether a value is a date of one day: longer ones leave it open whether a day within them is before them.</summary>
    public static bool IsDay(Value value) => value.Kind == ValueKind.Date && value.AsDate().Start == value.AsDate().End;

    /// <summary>The smallest and the largest code inside; an empty interval has the smallest above the largest.</summary>
    public (long Low, long High) GetInterval(PropertyColumn column) => column switch
    {
        StringColumn strings => GetInterval(strings.Dictionary),
        DateColumn dates => GetInterval(dates.Dictionary.Starts),
        _ => GetInterval(),
    };

    public bool IsOfOtherKind(PropertyColumn column) => constant.Kind switch
    {
        ValueKind.String => column is not StringColumn,
        ValueKind.Date => column is not DateColumn,
        _ => column is StringColumn or DateColumn,
    };

    /// <summary>What the comparison with a value of another kind gives.</summary>
    public Truth OfOtherKind => @operator switch
    {
        ComparisonOperator.Equal => Truth.False,
        ComparisonOperator.NotEqual => Truth.True,
        _ => Truth.Unknown,
    };

    /// <summary>Whether the constant, a number, can be compared as a float without being rounded.</summary>
    public bool IsExactAsFloat =>
        !constant.IsInteger || constant.AsInteger() is >= -OrderCodes.LargestExactFloat and <= OrderCodes.LargestExactFloat;

    public bool Holds(double value)
    {
        var number = constant.AsNumber();
        return @operator switch
        {
            ComparisonOperator.Equal => value == number,
            ComparisonOperator.NotEqual => value != number,
            ComparisonOperator.Less => value < number,
            ComparisonOperator.LessOrEqual => value <= number,
            ComparisonOperator.Greater => value > number,
            _ => value >= number,
        };
    }

    public bool Holds(ReadOnlySpan<byte> value)
    {
        if (@operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
            return value.SequenceEqual(utf8) == (@operator == ComparisonOperator.Equal);

        var order = value.SequenceCompareTo(utf8);
        return @operator switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>The smallest and the largest integer inside.</summary>
    public (long Low, long High) GetInterval()
    {
        if (constant.IsFloat)
            return GetInterval(constant.AsFloat());

        var value = constant.AsInteger();
        return @operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => (value, value),
            ComparisonOperator.Less => value == long.MinValue ? Empty : (long.MinValue, value - 1),
            ComparisonOperator.LessOrEqual => (long.MinValue, value),
            ComparisonOperator.Greater => value == long.MaxValue ? Empty : (value + 1, long.MaxValue),
            _ => (value, long.MaxValue),
        };
    }

    private static (long Low, long High) Empty => (1, 0);

    private static (long Low, long High) All => (long.MinValue, long.MaxValue);

    /// <summary>An integer is compared with a float without rounding either.</summary>
    private (long Low, long High) GetInterval(double number)
    {
        const double TwoToThe63 = 9223372036854775808.0;
        if (double.IsNaN(number))
            return Empty;
        if (number >= TwoToThe63)
            return @operator is ComparisonOperator.Less or ComparisonOperator.LessOrEqual ? All : Empty;
        if (number < -TwoToThe63)
            return @operator is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual ? All : Empty;

        var floor = (long)Math.Floor(number);
        var isWhole = floor == number;
        return @operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.NotEqual => isWhole ? (floor, floor) : Empty,
            ComparisonOperator.Less => isWhole && floor == long.MinValue ? Empty : (long.MinValue, isWhole ? floor - 1 : floor),
            ComparisonOperator.LessOrEqual => (long.MinValue, floor),
            ComparisonOperator.Greater => (floor + 1, long.MaxValue),
            _ => (isWhole ? floor : floor + 1, long.MaxValue),
        };
    }

    /// <summary>The dictionary is sorted by code point, as strings compare.</summary>
    private (long Low, long High) GetInterval(StringDictionary dictionary)
    {
        long first = dictionary.LowerBound(utf8);
        var afterLast = first < dictionary.Count && dictionary.GetUtf8((int)first).SequenceEqual(utf8) ? first + 1 : first;
        return GetInterval(first, afterLast);
    }

    /// <param name="days">Of a dictionary of days, in ascending order, each once.</param>
    private (long Low, long High) GetInterval(ReadOnlySpan<int> days)
    {
        var found = days.BinarySearch(constant.AsDate().Start.DayNumber);
        return found >= 0 ? GetInterval(found, found + 1) : GetInterval(~found, ~found);
    }

    /// <param name="first">Of the codes that are not below the constant.</param>
    /// <param name="afterLast">Of the codes that are above the constant.</param>
    private (long Low, long High) GetInterval(long first, long afterLast) => @operator switch
    {
        ComparisonOperator.Equal or ComparisonOperator.NotEqual => (first, afterLast - 1),
        ComparisonOperator.Less => (0, first - 1),
        ComparisonOperator.LessOrEqual => (0, afterLast - 1),
        ComparisonOperator.Greater => (afterLast, long.MaxValue),
        _ => (first, long.MaxValue),
    };
}
