namespace Graph.Query.Execution;

/// <summary>What is kept of the numbers of a group.</summary>
internal interface INumbers
{
    void Add(double number);
}

/// <summary>An aggregate of numbers, which need not be told apart as integers and floats.</summary>
/// <param name="result">What it is of the numbers of a group, of which there may be none.</param>
internal sealed class NumberAccumulator<T>(string function, Func<T, Value> result) : Accumulator
    where T : struct, INumbers
{
    private T[] kept = [];

    protected override void Grow(int groupCount) => GroupArray.Resize(ref kept, groupCount);

    public override void Add(int group, Value value)
    {
        if (!value.IsNumber)
            throw RuntimeErrors.WrongKind(function, value.Kind);
        kept[group].Add(value.AsNumber());
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
                kept[groups[row]].Add(numbers[row]);
        }

        return true;
    }

    public override Value GetResult(int group) => result(kept[group]);
}

/// <summary>Numbers added up.</summary>
internal struct Total : INumbers
{
    // A power of two, so that nothing is rounded: sums of so many numbers stay finite where the numbers are.
    private const double Scale = 1.0 / (1L << 62);

    private double sum;
    private double smallSum;

    public long Count { get; private set; }

    public readonly double Mean => double.IsFinite(sum) ? sum / Count : smallSum / Count / Scale;

    public void Add(double number)
    {
        Count++;
        sum += number;
        smallSum += number * Scale;
    }
}

/// <summary>Deviation in one pass (Welford); 0 of nothing.</summary>
internal struct Moment : INumbers
{
    private double squares;
    private Total total;

    public readonly double SampleDeviation => total.Count < 2 ? 0 : Math.Sqrt(squares / (total.Count - 1));

    public readonly double PopulationDeviation => total.Count == 0 ? 0 : Math.Sqrt(squares / total.Count);

    public void Add(double number)
    {
        var before = total.Count == 0 ? 0 : total.Mean;
        total.Add(number);
        squares += (number - before) * (number - total.Mean);
    }
}
