namespace Graph.Core;

/// <summary>Values of several kinds, as an open graph may mix them: for each row a part, which holds one kind, and the row in it.</summary>
public sealed class MixedColumn : PropertyColumn
{
    private readonly ReadOnlyMemory<byte> tags;

    internal MixedColumn(string key, ReadOnlyMemory<byte> tags, IntegerVector slots, ImmutableArray<PropertyColumn> parts, Validity validity)
        : base(key, tags.Length, validity)
    {
        this.tags = tags;
        Slots = slots;
        Parts = parts;
    }

    public override ValueKind? Kind => null;

    /// <summary>The part of each row, 0 where there is no value.</summary>
    public ReadOnlySpan<byte> Tags => tags.Span;

    /// <summary>The row in its part, 0 where there is no value.</summary>
    public IntegerVector Slots { get; }

    /// <summary>One column for each kind, without gaps, by kind.</summary>
    public ImmutableArray<PropertyColumn> Parts { get; }

    internal ReadOnlyMemory<byte> TagMemory => tags;

    private protected override Value GetPresentValue(int row) => Parts[tags.Span[row]].GetValue((int)Slots[row]);
}
