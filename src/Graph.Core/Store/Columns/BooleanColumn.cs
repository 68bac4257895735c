namespace Graph.Core;

/// <summary>Truth values, one bit each, lowest bit first.</summary>
public sealed class BooleanColumn : PropertyColumn
{
    private readonly ReadOnlyMemory<byte> bits;

    internal BooleanColumn(string key, int count, ReadOnlyMemory<byte> bits, Validity validity)
        : base(key, count, validity) => this.bits = bits;

    public override ValueKind? Kind => ValueKind.Boolean;

    public ReadOnlySpan<byte> Bits => bits.Span;

    internal ReadOnlyMemory<byte> Memory => bits;

    public bool IsTrue(int row) => BitSet.Get(bits.Span, row);

    public override PropertyColumn Select(ReadOnlySpan<int> rows) =>
        new BooleanColumn(Key, rows.Length, BitSet.Select(bits.Span, rows), Validity.Select(rows));

    private protected override Value GetPresentValue(int row) => Value.FromBoolean(IsTrue(row));
}
