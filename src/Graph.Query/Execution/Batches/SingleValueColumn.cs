using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>One value for every row of a batch.</summary>
internal abstract class SingleValueColumn(Value value) : Column
{
    private readonly byte[]? utf8 = value.Kind == ValueKind.String ? CodePoints.TryGetUtf8(value.AsString()) : null;
    private readonly Space? space = IsCoded(value) ? new Space(value) : null;

    public Value Value => value;

    public override bool AreTexts => utf8 is not null;

    public override NumberForm NumberForm => value.IsFloat
        ? NumberForm.Floats
        : value.IsInteger && value.AsInteger() != PropertyReader.NullCode ? NumberForm.Integers : NumberForm.Other;

    public override object? CodeSpace => space;

    public override bool HasExactCodes => space is not null;

    public override Value this[int row] => value;

    public override bool TryGetUtf8(int row, out ReadOnlySpan<byte> text)
    {
        text = utf8;
        return true;
    }

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

    public override bool TryGetCodes(Span<long> codes) => TryGetExactCodes(codes);

    public override bool TryGetExactCodes(Span<long> codes)
    {
        if (space is null)
            return false;
        codes.Fill(value.IsNull ? PropertyReader.NullCode : 0);
        return true;
    }

    public override Value Decode(long code) => value;

    public override Column Gather(ReadOnlySpan<int> rows) => this;

    /// <summary>What is equivalent but not equal, as a list with a null in it, must not be told by a code.</summary>
    private static bool IsCoded(Value value) =>
        value.Kind is ValueKind.Null or ValueKind.Boolean or ValueKind.Integer or ValueKind.String or ValueKind.Date
        || (value.IsFloat && !double.IsNaN(value.AsNumber()));

    private sealed record Space(Value Value);
}

/// <summary>One value for the whole query, which what is computed from it may rely on.</summary>
internal sealed class ConstantColumn(Value value) : SingleValueColumn(value)
{
    public static readonly ConstantColumn Null = new(Value.Null);
}

/// <summary>The value of one row, which other batches may have another one for.</summary>
internal sealed class RepeatedColumn(Value value) : SingleValueColumn(value);
