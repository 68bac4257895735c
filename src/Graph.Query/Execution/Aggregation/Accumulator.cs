using System.Diagnostics;

namespace Graph.Query.Execution;

/// <summary>The running values of one aggregate function, one per group.</summary>
internal abstract class Accumulator
{
    /// <summary>Makes room for groups up to, not including, the given one.</summary>
    public abstract void Resize(int groupCount);

    /// <summary>Takes one value, which is not null.</summary>
    public abstract void Add(int group, Value value);

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

    /// <param name="weights">How many rows each row stands for; empty for one.</param>
    public void AddRows(ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
    {
        for (var row = 0; row < groups.Length; row++)
        {
            ref var count = ref counts[groups[row]];
            count = unchecked(count + (weights.IsEmpty ? 1 : weights[row]));
            if (count < 0)
                throw RuntimeErrors.Overflow("count");
        }
    }

    public void AddCount(int group, long count) => counts[group] += count;

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
        {
            var total = unchecked(sum.Integer + value.AsInteger());
            if (((sum.Integer ^ total) & (value.AsInteger() ^ total)) < 0)
                throw RuntimeErrors.Overflow("sum");
            sum.Integer = total;
            return;
        }

        if (!sum.IsFloat)
        {
            sum.IsFloat = true;
            sum.Float = sum.Integer;
        }

        sum.Float += value.AsNumber();
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
