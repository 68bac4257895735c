using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// Values with the numbers of their rows, of which those that stand in an order with another value are counted: numbers, strings and
/// truth values by their place in a sorted list, whatever else one by one.
/// </summary>
internal sealed class ComparedValues
{
    private readonly SortedCounts numbers = new();
    private readonly SortedCounts strings = new();
    private readonly SortedCounts booleans = new();
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
    }

    /// <summary>How many rows have a value that the given one stands in the order with.</summary>
    public long Count(ComparisonOperator @operator, Value value)
    {
        if (value.IsNull)
            return 0;
        if (Find(value) is not { } sorted)
            return CountEach(@operator, value);

        return @operator switch
        {
            ComparisonOperator.Less => sorted.Total - sorted.CountUpTo(value, includesEqual: true),
            ComparisonOperator.LessOrEqual => sorted.Total - sorted.CountUpTo(value, includesEqual: false),
            ComparisonOperator.Greater => sorted.CountUpTo(value, includesEqual: false),
            ComparisonOperator.GreaterOrEqual => sorted.CountUpTo(value, includesEqual: true),
            _ => CountDifferent(sorted, value),
        };
    }

    /// <summary>A simple value differs from all others but its equals, save from lists and maps that it may be unknown of.</summary>
    private long CountDifferent(SortedCounts sorted, Value value)
    {
        var different = all - (sorted.CountUpTo(value, includesEqual: true) - sorted.CountUpTo(value, includesEqual: false));
        foreach (var (other, count) in others)
            different -= ValueComparer.AreEqual(value, other) is false ? 0 : count;
        return different;
    }

    private long CountEach(ComparisonOperator @operator, Value value)
    {
        var compare = ComparisonExpression.GetComparison(@operator);
        var count = 0L;
        foreach (var (other, times) in List())
            count += compare(value, other) == true ? times : 0;
        return count;
    }

    private IEnumerable<(Value Value, long Count)> List() => numbers.List().Concat(strings.List()).Concat(booleans.List()).Concat(others);

    private SortedCounts? Find(Value value) => value.Kind switch
    {
        ValueKind.Integer => numbers,
        ValueKind.Float when !double.IsNaN(value.AsFloat()) => numbers,
        ValueKind.String => strings,
        ValueKind.Boolean => booleans,
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

    public long Total => sums.Length == 0 ? 0 : sums[^1];

    public void Add(Value value, long count) => entries.Add((value, count));

    public void Sort()
    {
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

    /// <summary>The rows with values below the given one, or also with the same.</summary>
    public long CountUpTo(Value value, bool includesEqual)
    {
        var (low, high) = (0, sums.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var order = Compare(middle, value);
            if (order < 0 || (order == 0 && includesEqual))
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 0 : sums[low - 1];
    }

    private int Compare(int index, Value value) => (integers.Length > 0, value.IsInteger) switch
    {
        (true, true) => integers[index].CompareTo(value.AsInteger()),
        (true, false) => NumberOrder.Compare(integers[index], value.AsFloat()),
        _ => ValueComparer.Compare(values[index], value),
    };
}
