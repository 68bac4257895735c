using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>Integers with the numbers of their rows, those of each key in order one after another, so that no value is made.</summary>
internal sealed class IntegerMatches
{
    private readonly int[] starts;
    private readonly long[] integers;
    private readonly long[] sums;

    /// <param name="starts">Where the integers of each key begin, and behind the last key where all end.</param>
    /// <param name="sums">The rows up to each integer, from the first of its key on; empty where each is one row.</param>
    private IntegerMatches(int[] starts, long[] integers, long[] sums)
    {
        this.starts = starts;
        this.integers = integers;
        this.sums = sums;
    }

    /// <summary>Counts the integers of a key that an outer integer stands in the order with.</summary>
    public long Count(int key, ComparisonOperator @operator, long value)
    {
        if (!Contains(key))
            return 0;
        var (low, high) = GetRange(key, @operator, value);
        return @operator == ComparisonOperator.NotEqual
            ? Sum(key, starts[key], starts[key + 1]) - Sum(key, low, high)
            : Sum(key, low, high);
    }

    /// <summary>The same between two bounds.</summary>
    public long Count(int key, ComparisonOperator first, long left, ComparisonOperator second, long right)
    {
        if (!Contains(key))
            return 0;
        var (low, high) = GetRange(key, first, left);
        var (otherLow, otherHigh) = GetRange(key, second, right);
        return Sum(key, Math.Max(low, otherLow), Math.Min(high, otherHigh));
    }

    private bool Contains(int key) => (uint)key < (uint)(starts.Length - 1);

    /// <summary>The positions of the integers that stand in the order with the given one; of its equals for <c>&lt;&gt;</c>.</summary>
    private (int Low, int High) GetRange(int key, ComparisonOperator @operator, long value) => @operator switch
    {
        ComparisonOperator.Less => (FindEnd(key, value), starts[key + 1]),
        ComparisonOperator.LessOrEqual => (FindPosition(key, value), starts[key + 1]),
        ComparisonOperator.Greater => (starts[key], FindPosition(key, value)),
        ComparisonOperator.GreaterOrEqual => (starts[key], FindEnd(key, value)),
        _ => FindEqual(key, value),
    };

    private long Sum(int key, int low, int high)
    {
        if (low >= high)
            return 0;
        return sums.Length == 0 ? high - low : sums[high - 1] - (low == starts[key] ? 0 : sums[low - 1]);
    }

    /// <summary>Where the integers that are not before the given one begin.</summary>
    private int FindPosition(int key, long value) =>
        starts[key] + SortedRun.LowerBound<long>(integers.AsSpan(starts[key]..starts[key + 1]), value);

    private int FindEnd(int key, long value) => value == long.MaxValue ? starts[key + 1] : FindPosition(key, value + 1);

    /// <summary>The positions of the integers equal to the given one, of which there is mostly none or one.</summary>
    private (int Low, int High) FindEqual(int key, long value)
    {
        var low = FindPosition(key, value);
        var end = starts[key + 1];
        if (low == end || integers[low] != value)
            return (low, low);
        return low + 1 == end || integers[low + 1] != value ? (low, low + 1) : (low, FindEnd(key, value));
    }

    /// <summary>Takes integers as they come.</summary>
    public sealed class Builder
    {
        private readonly List<int> keys = [];
        private readonly List<long> integers = [];
        private readonly List<long> weights = [];
        private bool hasWeights;

        /// <param name="numbers">The key of each row; -1 for none.</param>
        /// <param name="values"><see cref="PropertyReader.NullCode"/> for null.</param>
        /// <param name="counts">How many rows each one stands for; empty for one.</param>
        public void Add(int[] numbers, ReadOnlySpan<long> values, ReadOnlySpan<long> counts)
        {
            hasWeights |= !counts.IsEmpty;
            for (var row = 0; row < values.Length; row++)
            {
                if (numbers[row] < 0 || values[row] == PropertyReader.NullCode)
                    continue;
                keys.Add(numbers[row]);
                integers.Add(values[row]);
                if (hasWeights)
                    weights.Add(counts[row]);
            }
        }

        /// <summary>Each integer with its key and the rows it stands for, as they came.</summary>
        public IEnumerable<(int Key, long Integer, long Count)> List() =>
            keys.Select((key, index) => (key, integers[index], hasWeights ? weights[index] : 1));

        /// <param name="ranks">By the integers that were taken, those to count with; null for themselves.</param>
        public IntegerMatches Create(int keyCount, long[]? ranks)
        {
            for (var i = 0; ranks is not null && i < integers.Count; i++)
                integers[i] = ranks[integers[i]];

            var starts = new int[keyCount + 1];
            foreach (var key in keys)
                starts[key + 1]++;
            for (var key = 0; key < keyCount; key++)
                starts[key + 1] += starts[key];

            var (sorted, sums) = Place(starts.AsSpan(0, keyCount).ToArray());
            for (var key = 0; key < keyCount; key++)
                Order(sorted.AsSpan(starts[key]..starts[key + 1]), hasWeights ? sums.AsSpan(starts[key]..starts[key + 1]) : []);
            return new IntegerMatches(starts, sorted, sums);
        }

        private (long[] Integers, long[] Weights) Place(int[] next)
        {
            var placed = new long[integers.Count];
            var placedWeights = new long[hasWeights ? integers.Count : 0];
            for (var i = 0; i < placed.Length; i++)
            {
                var place = next[keys[i]]++;
                placed[place] = integers[i];
                if (hasWeights)
                    placedWeights[place] = weights[i];
            }

            return (placed, placedWeights);
        }

        private static void Order(Span<long> integers, Span<long> sums)
        {
            if (sums.IsEmpty)
            {
                integers.Sort();
                return;
            }

            integers.Sort(sums);
            for (var i = 1; i < sums.Length; i++)
                sums[i] = Sums.Add(sums[i], sums[i - 1]);
        }
    }
}
