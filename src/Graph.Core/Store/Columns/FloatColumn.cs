namespace Graph.Core;

/// <summary>64-bit floats; a row without a value holds 0.</summary>
public sealed class FloatColumn : PropertyColumn
{
    private readonly ReadOnlyMemory<double> values;

    internal FloatColumn(string key, ReadOnlyMemory<double> values, Validity validity)
        : base(key, values.Length, validity) => this.values = values;

    public override ValueKind? Kind => ValueKind.Float;

    public ReadOnlySpan<double> Values => values.Span;

    internal ReadOnlyMemory<double> Memory => values;

    public override PropertyColumn Select(ReadOnlySpan<int> rows)
    {
        var selected = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            selected[i] = values.Span[rows[i]];
        return new FloatColumn(Key, selected, Validity.Select(rows));
    }

    private protected override Value GetPresentValue(int row) => Value.FromFloat(values.Span[row]);
}
