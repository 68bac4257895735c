namespace Graph.Query.Execution;

/// <summary>The first value of the smallest or largest ones by orderability.</summary>
internal sealed class ExtremeAccumulator(int sign) : Accumulator
{
    private Value[] extremes = [];
    private KeptExtremes? kept;

    protected override void Grow(int groupCount)
    {
        GroupArray.Resize(ref extremes, groupCount);
        kept?.Resize(groupCount);
    }

    public override void Add(int group, Value value)
    {
        ref var extreme = ref extremes[group];
        if (extreme.IsNull || ValueComparer.Compare(value, extreme) * sign > 0)
            extreme = value;
    }

    /// <summary>
    /// Among the rows of one group only the best one's value is made, and for strings and dates of dictionaries not even that before
    /// the end.
    /// </summary>
    public override bool TryAdd(Column column, ReadOnlySpan<int> groups)
    {
        if (kept is null && Array.TrueForAll(extremes, value => value.IsNull))
        {
            kept = KeptExtremes.Create(column, HasOneGroup, sign);
            kept?.Resize(extremes.Length);
        }

        if (kept is not null && kept.TryAdd(column, groups))
            return true;
        TakeKept();
        if (column.HeldIds is null && column.NumberForm != NumberForm.Integers && !column.AreTexts)
            return column.NumberForm == NumberForm.Floats && TryAddFloats(column, groups);

        var integers = GC.AllocateUninitializedArray<long>(groups.Length);
        if (column.TryGetIntegers(integers))
            AddIntegers(integers, groups);
        else
            AddBest(column, groups);
        return true;
    }

    /// <summary>Another kind of column came, so that values have to be compared.</summary>
    private void TakeKept()
    {
        if (kept is null)
            return;

        for (var group = 0; group < extremes.Length; group++)
            extremes[group] = kept.GetResult(group);
        kept = null;
    }

    private void AddIntegers(ReadOnlySpan<long> integers, ReadOnlySpan<int> groups)
    {
        if (HasOneGroup && FindBest(integers) is var best && best != PropertyReader.NullCode)
        {
            Add(0, Value.FromInteger(best));
            return;
        }

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

    /// <summary>The smallest or largest integer; the one that stands for null where there is none.</summary>
    private long FindBest(ReadOnlySpan<long> integers)
    {
        var best = PropertyReader.NullCode;
        if (sign > 0)
        {
            foreach (var integer in integers)
                best = Math.Max(best, integer);
            return best;
        }

        foreach (var integer in integers)
            best = best == PropertyReader.NullCode || (integer != PropertyReader.NullCode && integer < best) ? integer : best;
        return best;
    }

    private bool TryAddFloats(Column column, ReadOnlySpan<int> groups)
    {
        var numbers = GC.AllocateUninitializedArray<double>(groups.Length);
        var isPresent = new bool[groups.Length];
        if (!column.TryGetNumbers(numbers, isPresent))
            return false;

        for (var row = 0; row < groups.Length; row++)
        {
            if (!isPresent[row])
                continue;

            // What cannot be ordered by one comparison (NaN) is left to the order of values.
            ref var extreme = ref extremes[groups[row]];
            if (!extreme.IsFloat || double.IsNaN(numbers[row]) || double.IsNaN(extreme.AsFloat()))
                Add(groups[row], Value.FromFloat(numbers[row]));
            else if (sign > 0 ? numbers[row] > extreme.AsFloat() : numbers[row] < extreme.AsFloat())
                extreme = Value.FromFloat(numbers[row]);
        }

        return true;
    }

    private void AddBest(Column column, ReadOnlySpan<int> groups)
    {
        var codes = GC.AllocateUninitializedArray<ulong>(groups.Length);
        column.GetOrderCodes(codes, static () => { });
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

    public override Value GetResult(int group) => kept is null ? extremes[group] : kept.GetResult(group);
}
