using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>A sum or mean whose values may be durations: those of a group are all durations, or all numbers.</summary>
/// <param name="numbers">Takes the numbers.</param>
internal sealed class DurationAccumulator(Accumulator numbers, string function, bool isMean) : Accumulator
{
    // Grown by the groups that have durations, which are seldom any.
    private (DurationParts Total, long Count)[] durations = [];
    private bool[] hasNumbers = [];

    protected override void Grow(int groupCount)
    {
        numbers.Resize(groupCount);
        GroupArray.Resize(ref hasNumbers, groupCount);
    }

    public override void Add(int group, Value value)
    {
        if (value.Kind == ValueKind.Duration)
        {
            AddDuration(group, value, 1);
            return;
        }

        if (HasDurations(group))
            throw RuntimeErrors.WrongKind(function, value.Kind);
        hasNumbers[group] = true;
        numbers.Add(group, value);
    }

    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        foreach (var group in groups)
        {
            if (HasDurations(group))
                return false;
        }

        if (!numbers.TryAdd(column, groups))
            return false;
        foreach (var group in groups)
            hasNumbers[group] = true;
        return true;
    }

    public override bool TryAdd(int group, Value value, long times)
    {
        if (value.Kind == ValueKind.Duration)
        {
            AddDuration(group, value, times);
            return true;
        }

        if (HasDurations(group))
            throw RuntimeErrors.WrongKind(function, value.Kind);
        hasNumbers[group] = true;
        return numbers.TryAdd(group, value, times);
    }

    public override Value GetResult(int group)
    {
        if (!HasDurations(group))
            return numbers.GetResult(group);
        var (total, count) = durations[group];
        return Value.FromDuration(TemporalArithmetic.Compute(function, () => isMean ? total.Divide(count) : total));
    }

    private bool HasDurations(int group) => group < durations.Length && durations[group].Count > 0;

    private void AddDuration(int group, Value value, long times)
    {
        if (hasNumbers[group])
            throw RuntimeErrors.WrongKind(function, value.Kind);
        if (group >= durations.Length)
            GroupArray.Resize(ref durations, hasNumbers.Length);
        var (total, count) = durations[group];
        durations[group] = (total + DurationParts.From(value.AsDuration()).Multiply(times), count + times);
    }
}
