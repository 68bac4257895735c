namespace Graph.Export;

/// <summary>A colour of a screen, 0 to 255 each.</summary>
internal readonly record struct Color(byte Red, byte Green, byte Blue)
{
    /// <summary><c>#2a78d6</c></summary>
    public string Hex => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>For a line around it.</summary>
    public Color Darker => new((byte)(Red * 3 / 5), (byte)(Green * 3 / 5), (byte)(Blue * 3 / 5));
}

/// <summary>
/// The colours of nodes: that of the graph type's <c>@color</c>, of the most specific label that has one; on an open graph one by the label
/// itself.
/// </summary>
internal sealed class LabelPalette(GraphStore store)
{
    /// <summary>Of labels that the graph type gives no colour.</summary>
    public static readonly Color Unknown = new(0x9a, 0xa0, 0xa8);

    /// <summary>The names of a terminal's colours as a picture shows them, dark text readable on each.</summary>
    private static readonly Dictionary<string, Color> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cyan"] = new(0x6f, 0xb7, 0xe9),
        ["green"] = new(0x86, 0xc9, 0x8a),
        ["yellow"] = new(0xf2, 0xc8, 0x5b),
        ["magenta"] = new(0xd9, 0x96, 0xd3),
        ["red"] = new(0xec, 0x8b, 0x84),
        ["blue"] = new(0x8f, 0xa8, 0xf0),
        ["white"] = new(0xe4, 0xe6, 0xea),
        ["black"] = Unknown,
        ["gray"] = Unknown,
        ["grey"] = Unknown,
    };

    /// <summary>For labels that no graph type knows, in turn.</summary>
    private static readonly Color[] Others =
    [
        new(0x7f, 0xc4, 0xc0), new(0xc9, 0xa8, 0x86), new(0xb3, 0xa2, 0xe2), new(0xc3, 0xcf, 0x6e), new(0xee, 0xa1, 0x6c),
        new(0xe2, 0xa0, 0xb8),
    ];

    private readonly Dictionary<int, Color> byRange = [];

    public Color GetColor(int node)
    {
        var range = store.GetRange(node);
        if (!byRange.TryGetValue(range.Start, out var color))
            byRange.Add(range.Start, color = Find(range));
        return color;
    }

    /// <summary>Every colour of the graph type, then those of the nodes, each once.</summary>
    public IEnumerable<Color> ListColors()
    {
        var declared = store.Type?.NodeTypes.Select(type => type.Hints["color"] is { } hint ? Parse(hint) : null).OfType<Color>() ?? [];
        return declared.Concat(store.NodeRanges.Select(range => GetColor(range.Start))).Where(color => color != Unknown).Distinct();
    }

    private Color Find(NodeRange range)
    {
        foreach (var label in range.Labels.Reverse())
        {
            if (GetHint(store.Labels[label]) is { } declared && Parse(declared) is { } color)
                return color;
        }

        return store.Type is null && range.Labels.Length > 0 ? Others[range.Labels[^1] % Others.Length] : Unknown;
    }

    private string? GetHint(string label) =>
        store.Type is { } type && type.TryGetNodeType(label, out var nodeType) ? nodeType.Hints["color"] : null;

    /// <summary>A name, or <c>#rrggbb</c>; null for anything else.</summary>
    private static Color? Parse(string text)
    {
        if (Named.TryGetValue(text, out var named))
            return named;
        return text.Length == 7
            && text[0] == '#'
            && int.TryParse(text.AsSpan(1), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var rgb)
            ? new Color((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;
    }
}
