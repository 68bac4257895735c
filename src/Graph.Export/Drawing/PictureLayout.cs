namespace Graph.Export;

/// <summary>How the nodes of a picture are arranged.</summary>
public enum Arrangement
{
    /// <summary>Rings around the node that was asked about and in wide trees, layers for others, else by force.</summary>
    Auto,
    Force,
    Layers,
    Concentric,
}

/// <summary>Arranges each connected part of a graph, and puts the parts beside each other.</summary>
internal static class PictureLayout
{
    /// <summary>A layer of more would be a long column, with lines to its ends that run below the nodes between.</summary>
    private const int MostBeside = 16;

    private const double PartGap = 60;
    private const double Aspect = 1.5;

    /// <param name="center">The node in the middle of rings; null for the one with the most neighbours.</param>
    public static LayoutResult Arrange(LayoutGraph graph, Arrangement arrangement, int? center)
    {
        var points = new Point[graph.Count];
        var bends = new Dictionary<(int, int), Point[]>();
        var parts = new List<(int[] Nodes, LayoutResult Result)>();
        foreach (var nodes in graph.FindComponents())
        {
            var part = graph.Select(nodes);
            var middle = center is { } wanted ? Array.IndexOf(nodes, wanted) : -1;
            parts.Add((nodes, ArrangePart(part, arrangement, middle)));
        }

        var shifts = Pack([.. parts.Select(part => FindBounds(part.Nodes.Select(node => graph.Sizes[node]).ToArray(), part.Result))]);
        for (var i = 0; i < parts.Count; i++)
        {
            var (nodes, result) = parts[i];
            for (var j = 0; j < nodes.Length; j++)
                points[nodes[j]] = result.Nodes[j] + shifts[i];
            foreach (var (link, way) in result.Bends)
                bends[(nodes[link.Source], nodes[link.Target])] = Array.ConvertAll(way, point => point + shifts[i]);
        }

        return new LayoutResult(points, bends);
    }

    private static LayoutResult ArrangePart(LayoutGraph part, Arrangement arrangement, int middle)
    {
        switch (arrangement == Arrangement.Auto ? Choose(part, middle) : arrangement)
        {
            case Arrangement.Layers:
                return LayeredLayout.Arrange(part);
            case Arrangement.Concentric:
                var rings = ConcentricLayout.Arrange(part, middle >= 0 ? middle : FindBusiest(part));
                OverlapRemoval.Run(rings, part.Sizes);
                return new LayoutResult(rings, LayoutResult.Straight);
            default:
                var points = ForceLayout.Arrange(part);
                OverlapRemoval.Run(points, part.Sizes);
                return new LayoutResult(points, LayoutResult.Straight);
        }
    }

    /// <summary>A tree or a chain is one where every node is led to from at most one other; a wide one is drawn as rings.</summary>
    private static Arrangement Choose(LayoutGraph part, int middle)
    {
        if (middle >= 0 && part.Count > 2)
            return Arrangement.Concentric;

        var links = part.Links.Distinct().ToList();
        var isTree = links.Count == part.Count - 1 && part.Neighbours.Sum(neighbours => neighbours.Length) == 2 * links.Count;
        if (!isTree || links.GroupBy(link => link.Target).Any(group => group.Count() > 1))
            return Arrangement.Force;
        return part.Neighbours.Max(neighbours => neighbours.Length) > MostBeside ? Arrangement.Concentric : Arrangement.Layers;
    }

    private static int FindBusiest(LayoutGraph part) => Enumerable.Range(0, part.Count).MaxBy(node => part.Neighbours[node].Length);

    private static (Point Corner, Extent Size) FindBounds(Extent[] sizes, LayoutResult result)
    {
        var corners = result.Nodes
            .Select((point, i) =>
                (
                    Low: point - new Point(sizes[i].Width / 2, sizes[i].Height / 2),
                    High: point + new Point(sizes[i].Width / 2, sizes[i].Height / 2)))
            .ToList();
        var bends = result.Bends.Values.SelectMany(way => way).ToList();
        var low = new Point(
            corners.Select(corner => corner.Low.X).Concat(bends.Select(bend => bend.X)).Min(),
            corners.Select(corner => corner.Low.Y).Concat(bends.Select(bend => bend.Y)).Min());
        var high = new Point(
            corners.Select(corner => corner.High.X).Concat(bends.Select(bend => bend.X)).Max(),
            corners.Select(corner => corner.High.Y).Concat(bends.Select(bend => bend.Y)).Max());
        return (low, new Extent(high.X - low.X, high.Y - low.Y));
    }

    /// <summary>In rows from left to right, about as wide as the largest part asks for; gives the way each part moves.</summary>
    private static Point[] Pack(IReadOnlyList<(Point Corner, Extent Size)> parts)
    {
        var area = parts.Sum(part => (part.Size.Width + PartGap) * (part.Size.Height + PartGap));
        var width = Math.Max(parts.Select(part => part.Size.Width).DefaultIfEmpty(0).Max(), Math.Sqrt(area * Aspect));
        var shifts = new Point[parts.Count];
        double x = 0, y = 0, height = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (x > 0 && x + parts[i].Size.Width > width)
                (x, y, height) = (0, y + height + PartGap, 0);
            shifts[i] = new Point(x, y) - parts[i].Corner;
            x += parts[i].Size.Width + PartGap;
            height = Math.Max(height, parts[i].Size.Height);
        }

        return shifts;
    }
}
