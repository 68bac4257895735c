namespace Graph.Query.Execution;

/// <summary>The mean of the numbers of each group; null of none.</summary>
internal sealed class AverageAccumulator : Accumulator
{
    private Total[] totals = [];

    protected override void Grow(int groupCount) => GroupArray.Resize(ref totals, groupCount);

    public override void Add(int group, Value value)
    {
        if (!value.IsNumber)
            throw RuntimeErrors.WrongKind("avg", value.Kind);
        totals[group].Add(value.AsNumber());
    }

    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        var numbers = GC.AllocateUninitializedArray<double>(groups.Length);
        var isPresent = GC.AllocateUninitializedArray<bool>(groups.Length);
        if (!column.TryGetNumbers(numbers, isPresent))
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            if (isPresent[row])
                totals[groups[row]].Add(numbers[row]);
        }

        return true;
    }

    public override Value GetResult(int group) => totals[group].Count == 0 ? Value.Null : Value.FromFloat(totals[group].Mean);
}

/// <summary>Numbers added up.</summary>
internal struct Total
{
    // A power of two, so that nothing is rounded: sums of so many numbers stay finite where the numbers are.
    private const double Scale = 1.0 / (1L << 62);

    private double sum;
    private double smallSum;

    public long Count { get; private set; }

    public readonly double Mean => double.IsFinite(sum) ? sum / Count : smallSum / Count / Scale;

    public void Add(double value)
    {
        Count++;
        sum += value;
        smallSum += value * Scale;
    }
}
