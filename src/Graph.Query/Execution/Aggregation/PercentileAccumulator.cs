using System.Runtime.InteropServices;

namespace Graph.Query.Execution;

/// <summary>Keeps all numbers of a group; the percentile is the one of the group's first row.</summary>
internal sealed class PercentileAccumulator(ExecutionState state, string function, Func<List<Value>, double, Value> pick) : Accumulator
{
    private List<Value>?[] lists = [];
    private double?[] percentiles = [];

    protected override void Grow(int groupCount)
    {
        GroupArray.Resize(ref lists, groupCount);
        GroupArray.Resize(ref percentiles, groupCount);
    }

    /// <exception cref="QueryException">The percentile is no number from 0 to 1.</exception>
    public void SetPercentile(int group, Value percentile)
    {
        if (percentiles[group] is not null)
            return;
        if (!percentile.IsNumber)
            throw RuntimeErrors.WrongKind(function, percentile.Kind);
        if (percentile.AsNumber() is not (>= 0 and <= 1))
            throw RuntimeErrors.OutOfRange("The percentile", function);
        percentiles[group] = percentile.AsNumber();
    }

    public override void Add(int group, Value value)
    {
        if (!value.IsNumber)
            throw RuntimeErrors.WrongKind(function, value.Kind);
        (lists[group] ??= []).Add(value);
    }

    public override Value GetResult(int group)
    {
        if (lists[group] is not { } list)
            return Value.Null;

        StoppableSort.Sort(state, CollectionsMarshal.AsSpan(list), ValueComparer.Compare);
        return pick(list, percentiles[group]!.Value);
    }

    public static Value Interpolate(List<Value> sorted, double percentile)
    {
        var position = percentile * (sorted.Count - 1);
        var index = (int)Math.Floor(position);
        var low = sorted[index].AsNumber();
        var high = sorted[Math.Min(index + 1, sorted.Count - 1)].AsNumber();
        var share = position - index;

        // Not low + (high - low) * share, whose difference may leave the floats where no value between does.
        return Value.FromFloat(share == 0 ? low : (low * (1 - share)) + (high * share));
    }

    public static Value NearestRank(List<Value> sorted, double percentile) =>
        sorted[Math.Max(0, (int)Math.Ceiling(percentile * sorted.Count) - 1)];
}
