namespace Graph.Query.Execution;

/// <summary>Integers that were computed.</summary>
/// <param name="integers"><see cref="PropertyReader.NullCode"/> for null.</param>
internal sealed class IntegersColumn(long[] integers) : Column
{
    public override NumberForm NumberForm => NumberForm.Integers;

    public override Value this[int row] => integers[row] == PropertyReader.NullCode ? Value.Null : Value.FromInteger(integers[row]);

    public override object CodeSpace => typeof(long);

    public override bool HasExactCodes => true;

    public override bool TryGetCodes(Span<long> codes) => TryGetIntegers(codes);

    public override bool TryGetExactCodes(Span<long> codes) => TryGetIntegers(codes);

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : Value.FromInteger(code);

    public override bool TryGetIntegers(Span<long> target)
    {
        integers.AsSpan(0, target.Length).CopyTo(target);
        return true;
    }

    public override bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent)
    {
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = integers[row];
        FindPresent(isPresent);
        return true;
    }

    public override void FindPresent(Span<bool> isPresent)
    {
        for (var row = 0; row < isPresent.Length; row++)
            isPresent[row] = integers[row] != PropertyReader.NullCode;
    }

    public override bool TryCompare(CodeComparison comparison, Span<Truth> truths)
    {
        if (!comparison.Constant.IsNumber)
            return false;

        var (low, high) = comparison.GetInterval();
        for (var row = 0; row < truths.Length; row++)
        {
            var isInside = integers[row] >= low && integers[row] <= high;
            truths[row] = integers[row] == PropertyReader.NullCode
                ? Truth.Unknown
                : isInside != comparison.IsNegated ? Truth.True
                : Truth.False;
        }

        return true;
    }

    public override bool GetOrderCodes(Span<ulong> codes, Action check)
    {
        var isExact = true;
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = integers[row] == PropertyReader.NullCode ? OrderCodes.Null : OrderCodes.OfInteger(integers[row]);
            isExact &= integers[row] != long.MaxValue;
        }

        return isExact;
    }

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<long>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = integers[rows[i]];
        return new IntegersColumn(gathered);
    }
}

/// <summary>Floats that were computed.</summary>
/// <param name="isPresent">False for null; empty where no row is null.</param>
internal sealed class FloatsColumn(double[] floats, bool[] isPresent) : Column
{
    public override NumberForm NumberForm => NumberForm.Floats;

    public override Value this[int row] => IsNull(row) ? Value.Null : Value.FromFloat(floats[row]);

    public override bool TryGetNumbers(Span<double> numbers, Span<bool> present)
    {
        floats.AsSpan(0, numbers.Length).CopyTo(numbers);
        FindPresent(present);
        return true;
    }

    public override void FindPresent(Span<bool> present)
    {
        if (isPresent.Length == 0)
            present.Fill(true);
        else
            isPresent.AsSpan(0, present.Length).CopyTo(present);
    }

    public override bool TryCompare(CodeComparison comparison, Span<Truth> truths)
    {
        if (!comparison.Constant.IsNumber || !comparison.IsExactAsFloat)
            return false;

        for (var row = 0; row < truths.Length; row++)
            truths[row] = IsNull(row) ? Truth.Unknown : comparison.Holds(floats[row]) ? Truth.True : Truth.False;
        return true;
    }

    public override bool GetOrderCodes(Span<ulong> codes, Action check)
    {
        for (var row = 0; row < codes.Length; row++)
            codes[row] = IsNull(row) ? OrderCodes.Null : OrderCodes.OfFloat(floats[row]);
        return true;
    }

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<double>(rows.Length);
        var present = isPresent.Length == 0 ? [] : new bool[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            gathered[i] = floats[rows[i]];
            if (present.Length > 0)
                present[i] = isPresent[rows[i]];
        }

        return new FloatsColumn(gathered, present);
    }

    private bool IsNull(int row) => isPresent.Length > 0 && !isPresent[row];
}

/// <summary>Values that repeat, each by its number among them.</summary>
/// <param name="space">Numbers of columns with the same one mean the same values within a run.</param>
/// <param name="valueCount">How many there are beside the null that stands behind them; 0 where that is not known.</param>
internal sealed class NumberedColumn(int[] numbers, Value[] values, object space, int valueCount = 0) : Column
{
    public override Value this[int row] => values[numbers[row]];

    public ReadOnlySpan<int> Numbers => numbers;

    /// <summary>By number.</summary>
    public ReadOnlySpan<Value> Values => values;

    public override int ValueCount => valueCount;

    public override void GetValueNumbers(Span<int> target) => numbers.AsSpan(0, target.Length).CopyTo(target);

    public override object CodeSpace => space;

    public override bool TryGetCodes(Span<long> codes)
    {
        for (var row = 0; row < codes.Length; row++)
            codes[row] = values[numbers[row]].IsNull ? PropertyReader.NullCode : numbers[row];
        return true;
    }

    public override void FindPresent(Span<bool> isPresent)
    {
        for (var row = 0; row < isPresent.Length; row++)
            isPresent[row] = !values[numbers[row]].IsNull;
    }

    public override Column Gather(ReadOnlySpan<int> rows) => new NumberedColumn(IdGather.Gather(numbers, rows), values, space, valueCount);
}
