using System.Diagnostics;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>The running values of one aggregate function, one per group.</summary>
internal abstract class Accumulator
{
    /// <summary>Makes room for groups up to, not including, the given one.</summary>
    public abstract void Resize(int groupCount);

    /// <summary>Takes one value, which is not null.</summary>
    public abstract void Add(int group, Value value);

    /// <summary>Takes a whole column without making values; false, and nothing done, where it cannot.</summary>
    public virtual bool TryAdd(Column column, ReadOnlySpan<int> groups) => false;

    /// <summary>Takes one value as often as it comes; false, and nothing done, where it must be taken one by one.</summary>
    public virtual bool TryAdd(int group, Value value, long times) => false;

    public abstract Value GetResult(int group);

    public static Accumulator Create(AggregateFunction function, ExecutionState state) => function switch
    {
        AggregateFunction.CountAll or AggregateFunction.Count => new CountAccumulator(),
        AggregateFunction.Sum => new SumAccumulator(),
        AggregateFunction.Average => new MomentAccumulator("avg", Value.Null, moment => moment.Mean),
        AggregateFunction.StandardDeviation => new MomentAccumulator("stDev", Value.FromFloat(0), moment => moment.SampleDeviation),
        AggregateFunction.StandardDeviationPopulation => new MomentAccumulator("stDevP", Value.FromFloat(0), moment => moment.PopulationDeviation),
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

    public override void Resize(int groupCount) => GroupArray.Resize(ref counts, groupCount);

    public override void Add(int group, Value value) => counts[group]++;

    public override bool TryAdd(int group, Value value, long times)
    {
        counts[group] = Sums.Add(counts[group], times);
        return true;
    }

    /// <param name="weights">How many rows each row stands for; empty for one.</param>
    public void AddRows(ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
    {
        for (var row = 0; row < groups.Length; row++)
        {
            ref var count = ref counts[groups[row]];
            count = Sums.Add(count, weights.IsEmpty ? 1 : weights[row]);
        }
    }

    public void AddCount(int group, long count) => counts[group] = Sums.Add(counts[group], count);

    public override Value GetResult(int group) => Value.FromInteger(counts[group]);
}

/// <summary>An integer as long as only integers came; 0 where none came.</summary>
internal sealed class SumAccumulator : Accumulator
{
    private Sum[] sums = [];

    public override void Resize(int groupCount) => GroupArray.Resize(ref sums, groupCount);

    public override void Add(int group, Value value)
    {
        ref var sum = ref sums[group];
        if (!value.IsNumber)
            throw RuntimeErrors.WrongKind("sum", value.Kind);
        if (value.IsInteger && !sum.IsFloat)
            Add(ref sum, value.AsInteger());
        else
            Add(ref sum, value.AsNumber());
    }

    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        var integers = new long[groups.Length];
        if (!column.TryGetIntegers(integers))
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            if (integers[row] == PropertyReader.NullCode)
                continue;

            ref var sum = ref sums[groups[row]];
            if (sum.IsFloat)
                Add(ref sum, (double)integers[row]);
            else
                Add(ref sum, integers[row]);
        }

        return true;
    }

    private static void Add(ref Sum sum, long value)
    {
        var total = unchecked(sum.Integer + value);
        if (((sum.Integer ^ total) & (value ^ total)) < 0)
            throw RuntimeErrors.Overflow("sum");
        sum.Integer = total;
    }

    private static void Add(ref Sum sum, double value)
    {
        if (!sum.IsFloat)
        {
            sum.IsFloat = true;
            sum.Float = sum.Integer;
        }

        sum.Float += value;
    }

    /// <summary>Integers by a product; rounding of floats depends on each addition.</summary>
    public override bool TryAdd(int group, Value value, long times)
    {
        if (!value.IsInteger || sums[group].IsFloat)
            return false;

        var total = sums[group].Integer + ((Int128)value.AsInteger() * times);
        if (total < long.MinValue || total > long.MaxValue)
            throw RuntimeErrors.Overflow("sum");
        sums[group].Integer = (long)total;
        return true;
    }

    public override Value GetResult(int group) =>
        sums[group].IsFloat ? Value.FromFloat(sums[group].Float) : Value.FromInteger(sums[group].Integer);

    private struct Sum
    {
        public long Integer;
        public double Float;
        public bool IsFloat;
    }
}

/// <summary>Mean and deviation in one pass (Welford).</summary>
internal sealed class MomentAccumulator(string function, Value ofNothing, Func<Moment, double> result) : Accumulator
{
    private Moment[] moments = [];

    public override void Resize(int groupCount) => GroupArray.Resize(ref moments, groupCount);

    public override void Add(int group, Value value)
    {
        if (!value.IsNumber)
            throw RuntimeErrors.WrongKind(function, value.Kind);
        moments[group].Add(value.AsNumber());
    }

    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        var numbers = new double[groups.Length];
        var isPresent = new bool[groups.Length];
        if (!column.TryGetNumbers(numbers, isPresent))
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            if (isPresent[row])
                moments[groups[row]].Add(numbers[row]);
        }

        return true;
    }

    public override Value GetResult(int group) =>
        moments[group].Count == 0 ? ofNothing : Value.FromFloat(result(moments[group]));
}

internal struct Moment
{
    // A power of two, so that nothing is rounded: sums of so many numbers stay finite where the numbers are.
    private const double Scale = 1.0 / (1L << 62);

    private double squares;
    private double sum;
    private double smallSum;

    public long Count { get; private set; }

    public readonly double Mean => double.IsFinite(sum) ? sum / Count : smallSum / Count / Scale;

    public readonly double SampleDeviation => Count < 2 ? 0 : Math.Sqrt(squares / (Count - 1));

    public readonly double PopulationDeviation => Math.Sqrt(squares / Count);

    public void Add(double value)
    {
        var before = Count == 0 ? 0 : Mean;
        Count++;
        sum += value;
        smallSum += value * Scale;
        squares += (value - before) * (value - Mean);
    }
}

/// <summary>The first value of the smallest or largest ones by orderability.</summary>
internal sealed class ExtremeAccumulator(int sign) : Accumulator
{
    private Value[] extremes = [];

    public override void Resize(int groupCount) => GroupArray.Resize(ref extremes, groupCount);

    public override void Add(int group, Value value)
    {
        ref var extreme = ref extremes[group];
        if (extreme.IsNull || ValueComparer.Compare(value, extreme) * sign > 0)
            extreme = value;
    }

    /// <summary>Among the rows of one group only the best one's value is made.</summary>
    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        if (column.HeldIds is null)
            return false;

        var integers = new long[groups.Length];
        if (column.TryGetIntegers(integers))
            AddIntegers(integers, groups);
        else
            AddBest(column, groups);
        return true;
    }

    private void AddIntegers(ReadOnlySpan<long> integers, ReadOnlySpan<int> groups)
    {
        for (var row = 0; row < groups.Length; row++)
        {
            if (integers[row] == PropertyReader.NullCode)
                continue;

            ref var extreme = ref extremes[groups[row]];
            if (!extreme.IsInteger)
                Add(groups[row], Value.FromInteger(integers[row]));
            else if (integers[row].CompareTo(extreme.AsInteger()) * sign > 0)
                extreme = Value.FromInteger(integers[row]);
        }
    }

    private void AddBest(Column column, ReadOnlySpan<int> groups)
    {
        var codes = new ulong[groups.Length];
        column.GetOrderCodes(codes);
        var isPresent = new bool[groups.Length];
        column.FindPresent(isPresent);
        var best = new Dictionary<int, int>();
        var lastGroup = -1;
        var lastBest = -1;
        for (var row = 0; row < groups.Length; row++)
        {
            if (!isPresent[row])
                continue;
            if (groups[row] != lastGroup)
            {
                lastGroup = groups[row];
                lastBest = best.GetValueOrDefault(lastGroup, -1);
            }

            if (lastBest >= 0 && !IsBetter(column, codes, row, lastBest))
                continue;

            lastBest = row;
            best[lastGroup] = row;
        }

        foreach (var (group, row) in best)
            Add(group, column[row]);
    }

    private bool IsBetter(Column column, ulong[] codes, int row, int best)
    {
        var order = codes[row] != codes[best] ? codes[row].CompareTo(codes[best]) : column.Compare(row, best);
        return order * sign > 0;
    }

    public override Value GetResult(int group) => extremes[group];
}

internal sealed class CollectAccumulator : Accumulator
{
    private List<Value>?[] lists = [];

    public override void Resize(int groupCount) => GroupArray.Resize(ref lists, groupCount);

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
