namespace Graph.Export;

/// <summary>Puts the labels of relations along their lines, where they touch no node, and no other label if that can be.</summary>
internal static class LabelPlacement
{
    public const double LineHeight = 11;
    private static readonly double[] Parts = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

    public static ImmutableArray<PictureEdge> Place(ImmutableArray<PictureNode> nodes, IReadOnlyList<PictureEdge> edges)
    {
        var (standing, taken) = (new BoxGrid(), new BoxGrid());
        foreach (var node in nodes)
            standing.Add(node.Box);
        var placed = ImmutableArray.CreateBuilder<PictureEdge>(edges.Count);
        foreach (var edge in edges)
        {
            var free = FindPlaces(edge).Where(box => !standing.Overlaps(box)).ToList();
            Box? chosen = null;
            if (free.Count > 0)
            {
                var best = free.FindIndex(box => !taken.Overlaps(box));
                chosen = free[Math.Max(0, best)];
                taken.Add(chosen.Value);
            }

            placed.Add(edge with { LabelBox = chosen });
        }

        return placed.ToImmutable();
    }

    private static IEnumerable<Box> FindPlaces(PictureEdge edge)
    {
        var size = new Extent(
            edge.Label.Max(line => TextMeasure.GetWidth(line, Picture.LabelSize)) + 4, edge.Label.Length * LineHeight + 1);
        foreach (var part in Parts)
        {
            var (x, y) = edge.Curve.DirectionAt(part);
            var angle = Math.Atan2(y, x);
            if (angle > Math.PI / 2)
                angle -= Math.PI;
            if (angle <= -Math.PI / 2)
                angle += Math.PI;
            yield return new Box(edge.Curve.At(part), size, edge.Source == edge.Target ? 0 : angle);
        }
    }
}
