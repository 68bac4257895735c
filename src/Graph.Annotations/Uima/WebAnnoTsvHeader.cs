namespace Graph.Annotations;

internal enum TsvLayerKind
{
    Span,
    Relation,
    Chain,
}

/// <summary>One layer that a TSV file declares, with the columns it takes.</summary>
/// <param name="Base">The layer that a relation joins; empty for others.</param>
internal sealed record TsvLayer(TsvLayerKind Kind, string Name, ImmutableArray<TsvColumn> Columns, string Base);

internal enum TsvColumnKind
{
    Feature,

    /// <summary>The roles of a slot feature, joined by semicolons.</summary>
    Roles,

    /// <summary>The fillers of the slots, in the order of the roles.</summary>
    Fillers,

    /// <summary>The other end of a relation.</summary>
    Governor,
}

/// <param name="Index">The field of the line, counted from 0.</param>
/// <param name="Name">The feature; empty for a layer without one.</param>
/// <param name="Type">The type of a slot's links, or of their fillers.</param>
internal sealed record TsvColumn(int Index, TsvColumnKind Kind, string Name, string Type = "");

/// <summary>The <c>#T_</c> lines of WebAnno TSV 3.</summary>
internal sealed class WebAnnoTsvHeader
{
    private const int FirstColumn = 3;
    private readonly List<TsvLayer> layers = [];
    private int nextColumn = FirstColumn;

    public IReadOnlyList<TsvLayer> Layers => layers;

    public int ColumnCount => nextColumn;

    /// <summary>Takes a line that declares a layer; false for any other.</summary>
    public bool TryAdd(string line)
    {
        var kind = line switch
        {
            ['#', 'T', '_', 'S', 'P', '=', ..] => TsvLayerKind.Span,
            ['#', 'T', '_', 'R', 'L', '=', ..] => TsvLayerKind.Relation,
            ['#', 'T', '_', 'C', 'H', '=', ..] => TsvLayerKind.Chain,
            _ => (TsvLayerKind?)null,
        };
        if (kind is null)
            return false;

        var parts = line["#T_SP=".Length..].Split('|');
        var columns = ImmutableArray.CreateBuilder<TsvColumn>();
        var baseLayer = "";
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].StartsWith("ROLE_", StringComparison.Ordinal))
            {
                AddSlot(columns, parts[i], i + 1 < parts.Length ? parts[++i] : "");
                continue;
            }

            var isBase = parts[i].StartsWith("BT_", StringComparison.Ordinal);
            if (isBase)
                baseLayer = parts[i]["BT_".Length..];
            columns.Add(new TsvColumn(nextColumn++, isBase ? TsvColumnKind.Governor : TsvColumnKind.Feature, isBase ? "" : parts[i]));
        }

        // A layer without features has one column: for whether it is there.
        if (columns.Count == 0)
            columns.Add(new TsvColumn(nextColumn++, TsvColumnKind.Feature, ""));
        layers.Add(new TsvLayer(kind.Value, parts[0], columns.ToImmutable(), baseLayer));
        return true;
    }

    /// <summary><c>ROLE_host.Layer:links_link.Type</c> and the layer of the fillers.</summary>
    private void AddSlot(ImmutableArray<TsvColumn>.Builder columns, string declaration, string fillers)
    {
        var feature = declaration[(declaration.IndexOf(':') + 1)..];
        var separator = feature.IndexOf('_');
        var (name, type) = separator < 0 ? (feature, "") : (feature[..separator], feature[(separator + 1)..]);
        columns.Add(new TsvColumn(nextColumn++, TsvColumnKind.Roles, name, type));
        columns.Add(new TsvColumn(nextColumn++, TsvColumnKind.Fillers, name, fillers));
    }
}
