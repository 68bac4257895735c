using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>One value for every row.</summary>
internal sealed class ConstantColumn(Value value) : Column
{
    public static readonly ConstantColumn Null = new(Value.Null);

    private readonly byte[]? utf8 = value.Kind == ValueKind.String ? CodePoints.TryGetUtf8(value.AsString()) : null;

    public Value Value => value;

    public override bool AreTexts => utf8 is not null;

    public override bool TryGetUtf8(int row, out ReadOnlySpan<byte> text)
    {
        text = utf8;
        return true;
    }

    public override NumberForm NumberForm => value.IsFloat
        ? NumberForm.Floats
        : value.IsInteger && value.AsInteger() != PropertyReader.NullCode ? NumberForm.Integers : NumberForm.Other;

    public override Value this[int row] => value;

    public override bool TryGetIntegers(Span<long> integers)
    {
        if (NumberForm != NumberForm.Integers)
            return false;
        integers.Fill(value.AsInteger());
        return true;
    }

    public override bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent)
    {
        if (NumberForm == NumberForm.Other)
            return false;
        numbers.Fill(value.AsNumber());
        isPresent.Fill(true);
        return true;
    }

    public override Column Gather(ReadOnlySpan<int> rows) => this;
}
