namespace Graph.Export;

/// <param name="Id">In the store.</param>
/// <param name="Lines">The caption as it is shown; <paramref name="Caption"/> is all of it.</param>
internal sealed record PictureNode(int Id, string Caption, ImmutableArray<string> Lines, NodeLook Look, Box Box);

/// <param name="Source">The index of a node of the picture.</param>
/// <param name="Target">The index of a node of the picture.</param>
/// <param name="Label">The type, and on a second line when it was and who says so.</param>
/// <param name="LabelBox">Where the label stands; null where there was no room for it.</param>
internal sealed record PictureEdge(
    int Id, int Source, int Target, ImmutableArray<string> Label, FactStatus Status, Curve Curve, Box? LabelBox);

/// <summary>A graph with places for everything: what a drawing in any format shows.</summary>
/// <param name="Corner">The upper left end of what is drawn.</param>
internal sealed record Picture(
    GraphStore Store, ImmutableArray<PictureNode> Nodes, ImmutableArray<PictureEdge> Edges, Point Corner, Extent Size)
{
    public const double CaptionSize = 12;
    public const double LabelSize = 9.5;
    private const double LineHeight = 15;
    private const double Margin = 24;
    private const int CaptionLength = 22;
    private const int CaptionLines = 3;
    private const int LabelLength = 34;

    public int HiddenLabels => Edges.Count(edge => edge.LabelBox is null);

    public static Picture Create(GraphSelection selection, Arrangement arrangement)
    {
        var store = selection.Store;
        var looks = new NodeLooks(store);
        var drafts = selection.Nodes.ToArray().Select(node => Draft(store, node, looks)).ToList();
        var index = drafts.Select((node, i) => (node.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var ends = selection.Edges
            .ToArray()
            .Select(edge =>
                (
                    Edge: edge,
                    Source: index[store.GetEdgeTable(edge).GetSource(edge)],
                    Target: index[store.GetEdgeTable(edge).GetTarget(edge)]))
            .ToList();
        var graph = new LayoutGraph(
            [.. drafts.Select(node => node.Box.Size)],
            [.. ends.Where(end => end.Source != end.Target).Select(end => (end.Source, end.Target))]);
        var layout = PictureLayout.Arrange(graph, arrangement, selection.Center is { } center ? index[center] : null);
        ImmutableArray<PictureNode> nodes = [.. drafts.Select((node, i) => node with { Box = node.Box with { Center = layout.Nodes[i] } })];
        var curves = new EdgeRouting(nodes, layout.Bends).Route([.. ends.Select(end => (end.Source, end.Target))]);
        var drawn = ends
            .Select((end, i) =>
                new PictureEdge(
                    end.Edge, end.Source, end.Target, DescribeEdge(store, end.Edge), FactStatus.Of(store, end.Edge), curves[i], null))
            .ToList();
        var edges = LabelPlacement.Place(nodes, drawn);
        var (corner, size) = FindBounds(nodes, edges);
        return new Picture(store, nodes, edges, corner, size);
    }

    private static PictureNode Draft(GraphStore store, int node, NodeLooks looks)
    {
        var caption = Captions.Get(store, node);
        var lines = TextMeasure.Wrap(caption, CaptionLength, CaptionLines);
        var look = looks.Get(node);
        var width = lines.Select(line => TextMeasure.GetWidth(line, CaptionSize)).DefaultIfEmpty(0).Max() + 2 * look.Padding;
        return new PictureNode(
            node, caption, lines, look, new Box(default, new Extent(Math.Max(40, width), Math.Max(1, lines.Length) * LineHeight + 13)));
    }

    private static ImmutableArray<string> DescribeEdge(GraphStore store, int edge)
    {
        var details = string.Join(
            " · ", new[] { FactPeriod.Describe(store, edge), FactStatus.Of(store, edge).Remark }.Where(part => part.Length > 0));
        var type = TextMeasure.Cut(store.GetEdgeTable(edge).Type, LabelLength);
        return details.Length == 0 ? [type] : [type, TextMeasure.Cut(details, LabelLength)];
    }

    private static (Point Corner, Extent Size) FindBounds(ImmutableArray<PictureNode> nodes, ImmutableArray<PictureEdge> edges)
    {
        if (nodes.IsEmpty)
            return (default, new Extent(2 * Margin, 2 * Margin));

        var corners = nodes.SelectMany(node => new[] { node.Box.Center - Half(node.Box), node.Box.Center + Half(node.Box) });
        var all = corners
            .Concat(edges.SelectMany(edge => edge.Curve.Points))
            .Concat(edges.SelectMany(edge => edge.LabelBox is { } box ? ListCorners(box) : []))
            .ToList();
        var low = new Point(all.Min(point => point.X) - Margin, all.Min(point => point.Y) - Margin);
        return (low, new Extent(all.Max(point => point.X) + Margin - low.X, all.Max(point => point.Y) + Margin - low.Y));
    }

    private static Point Half(Box box) => new(box.Size.Width / 2, box.Size.Height / 2);

    private static Point[] ListCorners(Box box)
    {
        var along = new Point(Math.Cos(box.Angle), Math.Sin(box.Angle)) * (box.Size.Width / 2);
        return [box.Center - along, box.Center + along];
    }
}
