namespace Graph.Export;

internal enum NodeShape
{
    Rounded,
    Pill,
    Hexagon,
    Rectangle,
    Octagon,
    Sheet,
}

/// <param name="Label">What the legend calls nodes of this look.</param>
internal sealed record NodeLook(string Label, Color Color, NodeShape Shape)
{
    /// <summary>Between the caption and each side, in pixels.</summary>
    public double Padding => Shape is NodeShape.Hexagon or NodeShape.Octagon ? 17 : Shape == NodeShape.Pill ? 14 : 10;
}

/// <summary>
/// The colour of a node is that of its label, and each colour of the graph type has a shape, for those who cannot tell colours apart.
/// </summary>
internal sealed class NodeLooks
{
    private static readonly NodeShape[] InTurn = [NodeShape.Pill, NodeShape.Hexagon, NodeShape.Rectangle, NodeShape.Octagon];

    private readonly GraphStore store;
    private readonly LabelPalette palette;
    private readonly NodeLabels labels;
    private readonly Dictionary<Color, NodeShape> shapes = [];
    private readonly Dictionary<int, NodeLook> byRange = [];

    public NodeLooks(GraphStore store)
    {
        this.store = store;
        palette = new LabelPalette(store);
        labels = new NodeLabels(store);
        var articles = store.NodeRanges.Where(IsArticle).Select(range => palette.GetColor(range.Start));
        foreach (var color in articles)
            shapes.TryAdd(color, NodeShape.Sheet);
        foreach (var color in palette.ListColors().Except(shapes.Keys).Zip(InTurn))
            shapes.Add(color.First, color.Second);
    }

    public NodeLook Get(int node)
    {
        var range = store.GetRange(node);
        if (!byRange.TryGetValue(range.Start, out var look))
        {
            var color = palette.GetColor(node);
            byRange.Add(
                range.Start, look = new NodeLook(string.Join(", ", labels.GetSpecific(node)), color, shapes.GetValueOrDefault(color)));
        }

        return look;
    }

    private bool IsArticle(NodeRange range) => !store.Articles.GetUtf8(range.Start).IsEmpty;
}
