namespace Graph.Export;

/// <summary>
/// A picture of a graph as SVG. A fact that is claimed or doubted is a dashed line, one that is denied is struck through; where the pointer
/// rests on a line, the sentence that says it is shown.
/// </summary>
internal static class SvgPicture
{
    private const double ArrowLength = 9;
    private const double ArrowWidth = 3.6;
    private const double LineHeight = 15;
    private const string Line = "#7b838d";

    public static ExportReport Write(GraphSelection selection, Arrangement arrangement, Stream output)
    {
        var losses = new LossLedger();
        var picture = Picture.Create(selection, arrangement);
        losses.Count(
            "label of a relation had no room; it is shown where the pointer rests",
            "labels of relations had no room; they are shown where the pointer rests",
            picture.HiddenLabels);
        var legend = new SvgLegend(picture);
        var width = Math.Max(picture.Size.Width, legend.Size.Width);
        using (var canvas = new SvgCanvas(
            output, picture.Corner, new Extent(width, picture.Size.Height + legend.Size.Height), Describe(selection), losses))
        {
            foreach (var edge in picture.Edges)
                DrawEdge(canvas, picture, edge);
            foreach (var node in picture.Nodes)
                DrawNode(canvas, picture.Store, node);
            foreach (var edge in picture.Edges)
                DrawLabel(canvas, edge);
            legend.Draw(canvas, picture.Corner + new Point(0, picture.Size.Height));
        }

        return ExportReport.Create(losses, selection);
    }

    /// <summary>The outline of a look around a centre.</summary>
    public static void DrawShape(SvgCanvas canvas, NodeLook look, Box box)
    {
        var (center, size, _) = box;
        (string, string)[] paint = [("fill", look.Color.Hex), ("stroke", look.Color.Darker.Hex), ("stroke-width", "1.2")];
        var (x, y) = (size.Width / 2, size.Height / 2);
        switch (look.Shape)
        {
            case NodeShape.Hexagon:
                canvas.Polygon(Around(center, (-x, 0), (10 - x, -y), (x - 10, -y), (x, 0), (x - 10, y), (10 - x, y)), paint);
                break;
            case NodeShape.Octagon:
                canvas.Polygon(
                    Around(center, (-x, 8 - y), (8 - x, -y), (x - 8, -y), (x, 8 - y), (x, y - 8), (x - 8, y), (8 - x, y), (-x, y - 8)),
                    paint);
                break;
            case NodeShape.Sheet:
                canvas.Polygon(Around(center, (-x, -y), (x - 8, -y), (x, 8 - y), (x, y), (-x, y)), paint);
                break;
            default:
                var radius = look.Shape == NodeShape.Pill ? Math.Min(x, Math.Min(y, 20)) : look.Shape == NodeShape.Rounded ? 7 : 2;
                canvas.Rectangle(center - new Point(x, y), size, radius, paint);
                break;
        }
    }

    private static IEnumerable<Point> Around(Point center, params (double X, double Y)[] offsets) =>
        offsets.Select(offset => center + new Point(offset.X, offset.Y));

    private static string Describe(GraphSelection selection)
    {
        var names = string.Join(", ", selection.Nodes.ToArray().Take(12).Select(node => Captions.Get(selection.Store, node)));
        return $"{selection.Nodes.Length} nodes and {selection.Edges.Length} relations: {TextMeasure.Cut(names, 300)}";
    }

    private static void DrawNode(SvgCanvas canvas, GraphStore store, PictureNode node)
    {
        canvas.BeginGroup(("text-anchor", "middle"));
        canvas.Title(FactTexts.DescribeNode(store, node.Id));
        DrawShape(canvas, node.Look, node.Box);
        var y = node.Box.Center.Y - (node.Lines.Length - 1) * LineHeight / 2 + 4.3;
        foreach (var line in node.Lines)
        {
            canvas.Text(new Point(node.Box.Center.X, y), line, Picture.CaptionSize, ("fill", SvgCanvas.Ink), ("unicode-bidi", "isolate"));
            y += LineHeight;
        }

        canvas.EndGroup();
    }

    private static void DrawEdge(SvgCanvas canvas, Picture picture, PictureEdge edge)
    {
        var end = edge.Curve.End;
        var direction = edge.Source == edge.Target ? (end - edge.Curve.Points[^2]).Unit : edge.Curve.DirectionAt(1);
        canvas.BeginGroup();
        canvas.Title(FactTexts.DescribeEdge(picture.Store, edge.Id));
        DrawLine(canvas, edge.Curve, edge.Status);
        var back = end - direction * ArrowLength;
        canvas.Polygon([end, back + direction.Normal * ArrowWidth, back - direction.Normal * ArrowWidth], ("fill", Line));
        canvas.EndGroup();
    }

    /// <summary>The line of a fact by how sure it is.</summary>
    public static void DrawLine(SvgCanvas canvas, Curve curve, FactStatus status)
    {
        if (status.IsStated)
            canvas.Path(curve, ("stroke", Line), ("stroke-width", "1.3"));
        else
            canvas.Path(curve, ("stroke", Line), ("stroke-width", "1.3"), ("stroke-dasharray", "6 4"));
        if (!status.IsNegated)
            return;

        foreach (var part in new[] { 0.22, 0.78 })
        {
            var (place, along) = (curve.At(part), curve.DirectionAt(part));
            var across = (along.Normal + along).Unit * 7;
            canvas.Line(place - across, place + across, ("stroke", "#c2413b"), ("stroke-width", "1.6"));
        }
    }

    private static void DrawLabel(SvgCanvas canvas, PictureEdge edge)
    {
        if (edge.LabelBox is not { } box)
            return;

        var degrees = box.Angle * 180 / Math.PI;
        var turn = Math.Abs(degrees) < 0.1
            ? ""
            : $"rotate({SvgCanvas.Format(degrees)} {SvgCanvas.Format(box.Center.X)} {SvgCanvas.Format(box.Center.Y)})";
        canvas.BeginGroup(turn.Length > 0 ? [("transform", turn), ("text-anchor", "middle")] : [("text-anchor", "middle")]);
        canvas.Rectangle(
            box.Center - new Point(box.Size.Width / 2, box.Size.Height / 2), box.Size, 2, ("fill", "#ffffff"), ("fill-opacity", "0.88"));
        (string, string) decoration = edge.Status.IsNegated ? ("text-decoration", "line-through") : ("unicode-bidi", "isolate");
        var place = box.Center + new Point(0, 3.3 - (edge.Label.Length - 1) * LabelPlacement.LineHeight / 2);
        foreach (var line in edge.Label)
        {
            canvas.Text(place, line, Picture.LabelSize, ("fill", SvgCanvas.Faint), decoration);
            place += new Point(0, LabelPlacement.LineHeight);
        }

        canvas.EndGroup();
    }
}
