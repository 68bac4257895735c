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
    private readonly GraphStore store;
    private readonly string name;
    private readonly string? label;
    private readonly string? relationType;

    // The part that most elements lie in stands apart, as it is looked at first.
    private ColumnPart first = ColumnPart.Empty;
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
        var part = Find(element);
        return part.Column?.GetValue(element - part.Start) ?? Value.Null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long? GetInteger(int element)
    {
        var part = first;
        return part.HasInteger(element) ? part.ReadInteger(element) : GetOptionalInteger(element);
    }

    public double? GetFloat(int element)
    {
        var part = Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is FloatColumn ? part.ReadFloat(element) : Get(element).AsNumber();
    }

    public bool? GetBoolean(int element)
    {
        var part = Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is BooleanColumn ? part.ReadBit(element) : Get(element).AsBoolean();
    }

    public string? GetString(int element)
    {
        var part = Find(element);
        if (!part.HasValue(element))
            return null;
        return part.Column is StringColumn strings
            ? strings.Dictionary.GetString(strings.IsIdentity ? element - part.Start : (int)part.ReadInteger(element))
            : Get(element).AsString();
    }

    public PartialDate? GetDate(int element)
    {
        var part = Find(element);
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
    private ColumnPart Find(int element)
    {
        var part = first;
        return part.Contains(element) ? part : FindOther(element);
    }

    private long? GetOptionalInteger(int element)
    {
        var part = Find(element);
        if (!part.HasValue(element))
            return null;
        return part.HasIntegers ? part.ReadInteger(element) : Get(element).AsInteger();
    }

    /// <summary>The empty part for an element without the property.</summary>
    private ColumnPart FindOther(int element)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
            (uint)element, (uint)(label is null ? store.EdgeCount : store.NodeCount), nameof(element));
        var all = Volatile.Read(ref parts) ?? Bind();
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (all[middle].End <= element)
                low = middle + 1;
            else
                high = middle;
        }

        return low < all.Length && all[low].Contains(element) ? all[low] : ColumnPart.Empty;
    }

    /// <summary>Two threads may do it at once, and find the same.</summary>
    private ColumnPart[] Bind()
    {
        var found = label is null ? FindEdges() : FindNodes();
        Volatile.Write(ref parts, found);
        return found;
    }

    private ColumnPart[] FindEdges()
    {
        if (store.FindEdgeTable(relationType!) is not { } table || table.FindColumn(name) is not { } column)
            return [];
        var part = new ColumnPart(store, table.FirstEdge, column);
        Volatile.Write(ref first, part);
        return [part];
    }

    private ColumnPart[] FindNodes()
    {
        var labelId = store.FindLabel(label!);
        var largest = ColumnPart.Empty;
        var found = new List<ColumnPart>();
        foreach (var range in store.NodeRanges)
        {
            if (range.FindColumn(name) is not { } column)
                continue;
            var part = new ColumnPart(store, range.Start, column);
            found.Add(part);
            if (range.Labels.Contains(labelId) && range.Count > largest.End - largest.Start)
                largest = part;
        }

        Volatile.Write(ref first, largest);
        return [.. found];
    }
}
