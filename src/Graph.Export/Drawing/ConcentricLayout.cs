namespace Graph.Export;

/// <summary>Rings around one node: as many steps away, as far out. Each branch keeps to its own sector.</summary>
internal static class ConcentricLayout
{
    private const double RingDistance = 190;
    private const double Room = 30;

    public static Point[] Arrange(LayoutGraph graph, int center)
    {
        var (order, parents, rings) = Walk(graph, center);
        var leaves = CountLeaves(order, parents);
        var radii = FindRadii(graph, order, rings, leaves, leaves[center]);
        var points = new Point[graph.Count];
        var next = new double[graph.Count];
        var widths = new double[graph.Count];
        widths[center] = Math.Tau;
        next[center] = -Math.PI / 2;
        foreach (var node in order.Skip(1))
        {
            var parent = parents[node];
            widths[node] = widths[parent] * leaves[node] / leaves[parent];
            var angle = next[parent] + widths[node] / 2;
            next[node] = next[parent];
            next[parent] += widths[node];
            points[node] = new Point(Math.Cos(angle), Math.Sin(angle)) * radii[rings[node]];
        }

        return points;
    }

    private static (List<int> Order, int[] Parents, int[] Rings) Walk(LayoutGraph graph, int center)
    {
        var parents = new int[graph.Count];
        var rings = new int[graph.Count];
        Array.Fill(rings, -1);
        rings[center] = 0;
        var order = new List<int> { center };
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var neighbour in graph.Neighbours[order[i]].Where(neighbour => rings[neighbour] < 0))
            {
                rings[neighbour] = rings[order[i]] + 1;
                parents[neighbour] = order[i];
                order.Add(neighbour);
            }
        }

        return (order, parents, rings);
    }

    private static int[] CountLeaves(List<int> order, int[] parents)
    {
        var leaves = new int[parents.Length];
        foreach (var node in Enumerable.Reverse(order))
        {
            leaves[node] = Math.Max(1, leaves[node]);
            if (node != order[0])
                leaves[parents[node]] += leaves[node];
        }

        return leaves;
    }

    /// <summary>Wide enough that each node has its room within its sector.</summary>
    private static double[] FindRadii(LayoutGraph graph, List<int> order, int[] rings, int[] leaves, int all)
    {
        var radii = new double[rings.Max() + 1];
        foreach (var node in order.Skip(1))
        {
            var sector = Math.Tau * leaves[node] / all;
            var needed = (graph.Sizes[node].Width * 0.6
                + graph.Sizes[node].Height
                + Room) / 2 / Math.Sin(Math.Min(Math.PI / 2, sector / 2));
            radii[rings[node]] = Math.Max(radii[rings[node]], Math.Min(needed, RingDistance * 6));
        }

        for (var ring = 1; ring < radii.Length; ring++)
            radii[ring] = Math.Max(radii[ring], radii[ring - 1] + RingDistance);
        return radii;
    }
}
