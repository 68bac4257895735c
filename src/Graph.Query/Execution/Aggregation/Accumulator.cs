using System.Diagnostics;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>The running values of one aggregate function, one per group.</summary>
internal abstract class Accumulator
{
    /// <summary>Whether all rows so far belong to one group, so that a column of them can be taken in one loop.</summary>
    protected bool HasOneGroup { get; private set; }

    /// <summary>Makes room for groups up to, not including, the given one.</summary>
    public void Resize(int groupCount)
    {
        HasOneGroup = groupCount == 1;
        Grow(groupCount);
    }

    protected abstract void Grow(int groupCount);

    /// <summary>Takes one value, which is not null.</summary>
    public abstract void Add(int group, Value value);

    /// <summary>Takes a whole column without making values; false, and nothing done, where it cannot.</summary>
    public virtual bool TryAdd(Column column, ReadOnlySpan<int> groups) => false;

    /// <summary>Takes one value as often as it comes; false, and nothing done, where it must be taken one by one.</summary>
    public virtual bool TryAdd(int group, Value value, long times) => false;

    public abstract Value GetResult(int group);

    public static Accumulator Create(CompiledAggregate aggregate, ExecutionState state)
    {
        var accumulator = Create(aggregate.Function, state);
        return aggregate.MayTakeDurations
            ? new DurationAccumulator(
                accumulator, aggregate.Function == AggregateFunction.Sum ? "sum" : "avg", aggregate.Function == AggregateFunction.Average)
            : accumulator;
    }

    private static Accumulator Create(AggregateFunction function, ExecutionState state) => function switch
    {
        AggregateFunction.CountAll or AggregateFunction.Count => new CountAccumulator(),
        AggregateFunction.Sum => new SumAccumulator(),
        AggregateFunction.Average =>
            new NumberAccumulator<Total>("avg", total => total.Count == 0 ? Value.Null : Value.FromFloat(total.Mean)),
        AggregateFunction.StandardDeviation => new NumberAccumulator<Moment>("stDev", moment => Value.FromFloat(moment.SampleDeviation)),
        AggregateFunction.StandardDeviationPopulation =>
            new NumberAccumulator<Moment>("stDevP", moment => Value.FromFloat(moment.PopulationDeviation)),
        AggregateFunction.Minimum => new ExtremeAccumulator(-1),
        AggregateFunction.Maximum => new ExtremeAccumulator(1),
        AggregateFunction.Collect => new CollectAccumulator(),
        AggregateFunction.PercentileContinuous => new PercentileAccumulator(state, "percentileCont", PercentileAccumulator.Interpolate),
        AggregateFunction.PercentileDiscrete => new PercentileAccumulator(state, "percentileDisc", PercentileAccumulator.NearestRank),
        _ => throw new UnreachableException(),
    };
}

internal sealed class CountAccumulator : Accumulator
{
    private long[] counts = [];

    public ReadOnlySpan<long> Counts => counts;

    protected override void Grow(int groupCount) => GroupArray.Resize(ref counts, groupCount);

    public override void Add(int group, Value value) => counts[group]++;

    public override bool TryAdd(int group, Value value, long times)
    {
        counts[group] = Sums.Add(counts[group], times);
        return true;
    }

    /// <param name="weights">How many rows each row stands for; empty for one.</param>
    public void AddRows(ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
    {
        if (HasOneGroup && weights.IsEmpty)
        {
            AddCount(0, groups.Length);
            return;
        }

        for (var row = 0; row < groups.Length; row++)
            AddCount(groups[row], weights.IsEmpty ? 1 : weights[row]);
    }

    public void AddCount(int group, long count) => counts[group] = Sums.Add(counts[group], count);

    public override Value GetResult(int group) => Value.FromInteger(counts[group]);
}

/// <summary>
/// An integer as long as only integers came; 0 where none came. Integers are added in 128 bits, so that only a total which is too large is
/// an error, in whatever order the rows come.
/// </summary>
internal sealed class SumAccumulator : Accumulator
{
    private Sum[] sums = [];

    protected override void Grow(int groupCount) => GroupArray.Resize(ref sums, groupCount);

    public override void Add(int group, Value value)
    {
        if (!value.IsNumber)
            throw RuntimeErrors.WrongKind("sum", value.Kind);
        if (value.IsInteger)
            Add(ref sums[group], value.AsInteger());
        else
            Add(ref sums[group], value.AsNumber());
    }

    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        var integers = GC.AllocateUninitializedArray<long>(groups.Length);
        if (!column.TryGetIntegers(integers))
            return TryAddNumbers(column, groups);

        if (HasOneGroup && !sums[0].IsFloat)
        {
            sums[0].Integer += AddUp(integers);
            return true;
        }

        for (var row = 0; row < groups.Length; row++)
        {
            if (integers[row] != PropertyReader.NullCode)
                Add(ref sums[groups[row]], integers[row]);
        }

        return true;
    }

    /// <summary>High and low halves apart, neither of which a batch can overflow.</summary>
    private static Int128 AddUp(ReadOnlySpan<long> integers)
    {
        const int HalfBits = 32;
        var (high, low) = (0L, 0L);
        foreach (var integer in integers)
        {
            var value = integer == PropertyReader.NullCode ? 0 : integer;
            high += value >> HalfBits;
            low += (uint)value;
        }

        return ((Int128)high << HalfBits) + low;
    }

    private bool TryAddNumbers(Column column, ReadOnlySpan<int> groups)
    {
        if (column.NumberForm != NumberForm.Floats)
            return false;

        var numbers = GC.AllocateUninitializedArray<double>(groups.Length);
        var isPresent = new bool[groups.Length];
        if (!column.TryGetNumbers(numbers, isPresent))
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            if (isPresent[row])
                Add(ref sums[groups[row]], numbers[row]);
        }

        return true;
    }

    private static void Add(ref Sum sum, long value)
    {
        if (sum.IsFloat)
            sum.Float += value;
        else
            sum.Integer += value;
    }

    private static void Add(ref Sum sum, double value)
    {
        if (!sum.IsFloat)
        {
            sum.IsFloat = true;
            sum.Float = (double)sum.Integer;
        }

        sum.Float += value;
    }

    /// <summary>Integers by a product; rounding of floats depends on each addition.</summary>
    public override bool TryAdd(int group, Value value, long times)
    {
        if (!value.IsInteger || sums[group].IsFloat)
            return false;

        sums[group].Integer += (Int128)value.AsInteger() * times;
        return true;
    }

    public override Value GetResult(int group)
    {
        var sum = sums[group];
        if (sum.IsFloat)
            return Value.FromFloat(sum.Float);
        return sum.Integer >= long.MinValue && sum.Integer <= long.MaxValue
            ? Value.FromInteger((long)sum.Integer)
            : throw RuntimeErrors.Overflow("sum");
    }

    private struct Sum
    {
        public Int128 Integer;
        public double Float;
        public bool IsFloat;
    }
}

internal sealed class CollectAccumulator : Accumulator
{
    private List<Value>?[] lists = [];

    protected override void Grow(int groupCount) => GroupArray.Resize(ref lists, groupCount);

    public override void Add(int group, Value value) => (lists[group] ??= []).Add(value);

    public override Value GetResult(int group) => Value.FromList(lists[group] is { } list ? new ListValue([.. list]) : ListValue.Empty);
}

internal static class GroupArray
{
    public static void Resize<T>(ref T[] values, int groupCount)
    {
        if (values.Length < groupCount)
            Array.Resize(ref values, Math.Max(groupCount, Math.Max(4, values.Length * 2)));
    }
}
