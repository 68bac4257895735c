using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>
/// A property of nodes or edges, found once in a store, for generated code: what it costs to read a value does not depend on how many
/// properties, labels and relation types there are.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ElementProperty
{
    private static readonly ColumnPart Missing;

    private readonly GraphStore store;
    private readonly string name;
    private readonly string? label;
    private readonly string? relationType;

    // The part that most elements lie in stands apart, as it is looked at first. The list of all is written after it.
    private ColumnPart first;
    private ColumnPart[]? parts;

    private ElementProperty(GraphStore store, string name, string? label, string? relationType)
    {
        this.store = store;
        this.name = name;
        this.label = label;
        this.relationType = relationType;
    }

    /// <param name="label">That most of the nodes carry.</param>
    public static ElementProperty OfNodes(GraphStore store, string label, string name) => new(store, name, label, null);

    public static ElementProperty OfEdges(GraphStore store, string relationType, string name) => new(store, name, null, relationType);

    /// <summary>The value as it stands, or null; for lists and where a column mixes kinds.</summary>
    public Value Get(int element)
    {
        ref readonly var part = ref Find(element);
        return part.Column?.GetValue(element - part.Start) ?? Value.Null;
    }

    public long? GetInteger(int element)
    {
        ref readonly var part = ref Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is IntegerColumn ? part.ReadInteger(element) : Get(element).AsInteger();
    }

    public double? GetFloat(int element)
    {
        ref readonly var part = ref Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is FloatColumn ? part.ReadFloat(element) : Get(element).AsNumber();
    }

    public bool? GetBoolean(int element)
    {
        ref readonly var part = ref Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is BooleanColumn ? part.ReadBit(element) : Get(element).AsBoolean();
    }

    public string? GetString(int element)
    {
        ref readonly var part = ref Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is StringColumn strings
            ? strings.Dictionary.GetString(strings.IsIdentity ? element - part.Start : (int)part.ReadInteger(element))
            : Get(element).AsString();
    }

    public PartialDate? GetDate(int element)
    {
        ref readonly var part = ref Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is DateColumn dates ? dates.Dictionary.GetDate((int)part.ReadInteger(element)) : Get(element).AsDate();
    }

    /// <exception cref="MissingPropertyException">There is no value.</exception>
    public Value Require(int element) => Get(element).Require(name);

    /// <exception cref="MissingPropertyException">There is no value.</exception>
    public long RequireInteger(int element) => GetInteger(element) ?? throw new MissingPropertyException(name);

    /// <exception cref="MissingPropertyException">There is no value.</exception>
    public double RequireFloat(int element) => GetFloat(element) ?? throw new MissingPropertyException(name);

    /// <exception cref="MissingPropertyException">There is no value.</exception>
    public bool RequireBoolean(int element) => GetBoolean(element) ?? throw new MissingPropertyException(name);

    /// <exception cref="MissingPropertyException">There is no value.</exception>
    public string RequireString(int element) => GetString(element) ?? throw new MissingPropertyException(name);

    /// <exception cref="MissingPropertyException">There is no value.</exception>
    public PartialDate RequireDate(int element) => GetDate(element) ?? throw new MissingPropertyException(name);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly ColumnPart Find(int element)
    {
        if (Volatile.Read(ref parts) is null)
            Bind();
        if (first.Contains(element))
            return ref first;
        return ref FindOther(element);
    }

    private ref readonly ColumnPart FindOther(int element)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
            (uint)element, (uint)(label is null ? store.EdgeCount : store.NodeCount), nameof(element));
        var (all, low, high) = (parts!, 0, parts!.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (all[middle].End <= element)
                low = middle + 1;
            else
                high = middle;
        }

        if (low < all.Length && all[low].Contains(element))
            return ref all[low];
        return ref Missing;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Bind()
    {
        lock (this)
        {
            if (parts is not null)
                return;
            var found = label is null ? FindEdges() : FindNodes(out first);
            if (label is null && found.Length > 0)
                first = found[0];
            Volatile.Write(ref parts, found);
        }
    }

    private ColumnPart[] FindEdges() =>
        store.FindEdgeTable(relationType!) is { } table && table.FindColumn(name) is { } column
            ? [new ColumnPart(table.FirstEdge, column)]
            : [];

    private ColumnPart[] FindNodes(out ColumnPart largest)
    {
        largest = default;
        var labelId = store.FindLabel(label!);
        var found = new List<ColumnPart>();
        foreach (var range in store.NodeRanges)
        {
            if (range.FindColumn(name) is not { } column)
                continue;
            var part = new ColumnPart(range.Start, column);
            found.Add(part);
            if (range.Labels.Contains(labelId) && range.Count > largest.End - largest.Start)
                largest = part;
        }

        return [.. found];
    }
}
