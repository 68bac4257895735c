namespace Graph.Core;

/// <summary>
/// Values of several kinds, as an open graph may mix them: a part for each kind, and in each row at most one part with a value.
/// </summary>
public sealed class MixedColumn : PropertyColumn
{
    internal MixedColumn(string key, int count, ImmutableArray<PropertyColumn> parts, Validity validity)
        : base(key, count, validity) => Parts = parts;

    public override ValueKind? Kind => null;

    /// <summary>By kind, each with all rows.</summary>
    public ImmutableArray<PropertyColumn> Parts { get; }

    public override PropertyColumn Select(ReadOnlySpan<int> rows)
    {
        var parts = ImmutableArray.CreateBuilder<PropertyColumn>(Parts.Length);
        foreach (var part in Parts)
            parts.Add(part.Select(rows));
        return new MixedColumn(Key, rows.Length, parts.ToImmutable(), Validity.Select(rows));
    }

    private protected override Value GetPresentValue(int row)
    {
        foreach (var part in Parts)
        {
            if (part.HasValue(row))
                return part.GetValue(row);
        }

        return Value.Null;
    }
}
