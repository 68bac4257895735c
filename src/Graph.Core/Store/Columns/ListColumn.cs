using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>Lists: the items of all rows in one column, and where those of each row begin.</summary>
public sealed class ListColumn : PropertyColumn
{
    private readonly ReadOnlyMemory<int> offsets;

    internal ListColumn(string key, ReadOnlyMemory<int> offsets, PropertyColumn items, Validity validity)
        : base(key, offsets.Length - 1, validity)
    {
        this.offsets = offsets;
        Items = items;
    }

    public override ValueKind? Kind => ValueKind.List;

    /// <summary>Row <c>i</c> has the items <c>Offsets[i]..Offsets[i + 1]</c>.</summary>
    public ReadOnlySpan<int> Offsets => offsets.Span;

    public PropertyColumn Items { get; }

    internal ReadOnlyMemory<int> OffsetMemory => offsets;

    public override PropertyColumn Select(ReadOnlySpan<int> rows)
    {
        var source = offsets.Span;
        var selected = new int[rows.Length + 1];
        var items = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            for (var item = source[rows[i]]; item < source[rows[i] + 1]; item++)
                items.Add(item);
            selected[i + 1] = items.Count;
        }

        return new ListColumn(Key, selected, Items.Select(CollectionsMarshal.AsSpan(items)), Validity.Select(rows));
    }

    private protected override Value GetPresentValue(int row)
    {
        var bounds = offsets.Span.Slice(row, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bounds[1], Items.Count);
        var items = new Value[bounds[1] - bounds[0]];
        for (var i = 0; i < items.Length; i++)
            items[i] = Items.GetValue(bounds[0] + i);
        return Value.FromList(new ListValue(items));
    }
}
