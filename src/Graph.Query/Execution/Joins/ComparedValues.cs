using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// Values with the numbers of their rows, of which those that stand in an order with other values are counted: numbers, strings, truth
/// values and days by their place in a sorted list, whatever else one by one.
/// </summary>
internal sealed class ComparedValues
{
    private readonly SortedCounts numbers = new();
    private readonly SortedCounts strings = new();
    private readonly SortedCounts booleans = new();
    private readonly SortedCounts days = new();
    private readonly List<(Value Value, long Count)> others = [];
    private long all;

    public void Add(Value value, long count)
    {
        if (value.IsNull)
            return;

        all = Sums.Add(all, count);
        if (Find(value) is { } sorted)
            sorted.Add(value, count);
        else
            others.Add((value, count));
    }

    public void Sort()
    {
        numbers.Sort();
        strings.Sort();
        booleans.Sort();
        days.Sort();
    }

    /// <summary>How many rows have a value that the given one stands in the order with.</summary>
    public long Count(ComparisonOperator @operator, Value value)
    {
        if (value.IsNull)
            return 0;
        if (Find(value) is not { } sorted)
            return CountEach(List(), candidate => Holds(@operator, value, candidate));
        if (@operator == ComparisonOperator.NotEqual)
            return CountDifferent(sorted, value);

        var (low, high) = sorted.GetRange(@operator, value);
        return sorted.Sum(low, high) + CountEach(others, candidate => Holds(@operator, value, candidate));
    }

    /// <summary>
    /// How many rows have a value that stands in one order with one value and in another with another, as between two bounds.
    /// </summary>
    public long Count(ComparisonOperator first, Value left, ComparisonOperator second, Value right)
    {
        if (left.IsNull || right.IsNull)
            return 0;
        if (Find(left) is not { } sorted || Find(right) != sorted)
            return CountEach(List(), candidate => Holds(first, left, candidate) && Holds(second, right, candidate));

        var (low, high) = sorted.GetRange(first, left);
        var (otherLow, otherHigh) = sorted.GetRange(second, right);
        return sorted.Sum(Math.Max(low, otherLow), Math.Min(high, otherHigh))
            + CountEach(others, candidate => Holds(first, left, candidate) && Holds(second, right, candidate));
    }

    /// <summary>A simple value differs from all others but its equals, save from lists and maps that it may be unknown of.</summary>
    private long CountDifferent(SortedCounts sorted, Value value)
    {
        var (low, _) = sorted.GetRange(ComparisonOperator.LessOrEqual, value);
        var (_, high) = sorted.GetRange(ComparisonOperator.GreaterOrEqual, value);
        return all - sorted.Sum(low, high) - CountEach(others, candidate => ValueComparer.AreEqual(value, candidate) is not false);
    }

    private static long CountEach(IEnumerable<(Value Value, long Count)> candidates, Func<Value, bool> holds)
    {
        var count = 0L;
        foreach (var (value, times) in candidates)
            count += holds(value) ? times : 0;
        return count;
    }

    private static bool Holds(ComparisonOperator @operator, Value left, Value right) =>
        ComparisonExpression.GetComparison(@operator)(left, right) == true;

    private IEnumerable<(Value Value, long Count)> List() =>
        numbers.List().Concat(strings.List()).Concat(booleans.List()).Concat(days.List()).Concat(others);

    private SortedCounts? Find(Value value) => value.Kind switch
    {
        ValueKind.Integer => numbers,
        ValueKind.Float when !double.IsNaN(value.AsFloat()) => numbers,
        ValueKind.String => strings,
        ValueKind.Boolean => booleans,

        // A month or an interval is before or after another only for certain where they do not overlap.
        ValueKind.Date when value.AsDate().Start == value.AsDate().End => days,
        _ => null,
    };
}

/// <summary>Values of one kind in order, with running sums of the numbers of their rows.</summary>
internal sealed class SortedCounts
{
    private readonly List<(Value Value, long Count)> entries = [];
    private Value[] values = [];
    private long[] integers = [];
    private long[] sums = [];

    public void Add(Value value, long count) => entries.Add((value, count));

    public void Sort()
    {
        if (entries.Count == 0)
            return;

        values = [.. entries.Select(entry => entry.Value)];
        sums = [.. entries.Select(entry => entry.Count)];
        if (entries.TrueForAll(entry => entry.Value.IsInteger))
        {
            integers = [.. values.Select(value => value.AsInteger())];
            Array.Sort(integers, sums);
            values = [];
        }
        else
        {
            Array.Sort(values, sums, Comparer<Value>.Create(ValueComparer.Compare));
        }

        for (var i = 1; i < sums.Length; i++)
            sums[i] = Sums.Add(sums[i], sums[i - 1]);
    }

    public IEnumerable<(Value Value, long Count)> List() => entries;

    /// <summary>The positions of the values that the given one stands in the order with, as it stands on the left.</summary>
    public (int Low, int High) GetRange(ComparisonOperator @operator, Value value) => @operator switch
    {
        ComparisonOperator.Less => (FindPosition(value, afterEqual: true), sums.Length),
        ComparisonOperator.LessOrEqual => (FindPosition(value, afterEqual: false), sums.Length),
        ComparisonOperator.Greater => (0, FindPosition(value, afterEqual: false)),
        _ => (0, FindPosition(value, afterEqual: true)),
    };

    /// <summary>The rows of the values at positions from one to before another.</summary>
    public long Sum(int low, int high) => low >= high ? 0 : sums[high - 1] - (low == 0 ? 0 : sums[low - 1]);

    private int FindPosition(Value value, bool afterEqual)
    {
        var (low, high) = (0, sums.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var order = Compare(middle, value);
            if (order < 0 || (order == 0 && afterEqual))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Compare(int index, Value value) => (integers.Length > 0, value.IsInteger) switch
    {
        (true, true) => integers[index].CompareTo(value.AsInteger()),
        (true, false) => NumberOrder.Compare(integers[index], value.AsFloat()),
        _ => ValueComparer.Compare(values[index], value),
    };
}
