namespace Graph.Query.Execution;

/// <summary>Deviation in one pass (Welford).</summary>
internal sealed class MomentAccumulator(string function, Func<Moment, double> result) : Accumulator
{
    private Moment[] moments = [];

    protected override void Grow(int groupCount) => GroupArray.Resize(ref moments, groupCount);

    public override void Add(int group, Value value)
    {
        if (!value.IsNumber)
            throw RuntimeErrors.WrongKind(function, value.Kind);
        moments[group].Add(value.AsNumber());
    }

    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        var numbers = GC.AllocateUninitializedArray<double>(groups.Length);
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
        Value.FromFloat(moments[group].Count == 0 ? 0 : result(moments[group]));
}

internal struct Moment
{
    private double squares;
    private Total total;

    public readonly long Count => total.Count;

    public readonly double SampleDeviation => Count < 2 ? 0 : Math.Sqrt(squares / (Count - 1));

    public readonly double PopulationDeviation => Math.Sqrt(squares / Count);

    public void Add(double value)
    {
        var before = Count == 0 ? 0 : total.Mean;
        total.Add(value);
        squares += (value - before) * (value - total.Mean);
    }
}
