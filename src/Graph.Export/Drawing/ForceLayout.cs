namespace Graph.Export;

/// <summary>
/// A layout for any connected graph: nodes stand about as far from each other as the way between them is long, found by stochastic descent
/// on that stress (Zheng, Pawar and Goodman 2018) in a fixed order, so that the same graph always looks the same.
/// </summary>
internal static class ForceLayout
{
    private const double LinkLength = 175;
    private const int Rounds = 40;
    private const double LastStep = 0.05;

    /// <summary>From this many neighbours on, links get longer, as there must be room for all around.</summary>
    private const double Crowded = 6;

    /// <summary>
    /// In larger graphs not every pair counts, only links, and for each node its distance from some nodes that stand for all that are
    /// near them (Ortmann, Klimenta and Brandes 2017).
    /// </summary>
    private const int MostExact = 400;

    private const int Pivots = 100;

    /// <summary>How many neighbours of a node after each of them keep their distance from it.</summary>
    private const int Siblings = 16;

    public static Point[] Arrange(LayoutGraph graph)
    {
        if (graph.Count == 1)
            return [default];

        var pairs = graph.Count <= MostExact ? FindPairs(graph) : FindSparsePairs(graph);
        new StableRandom(1).Shuffle(pairs);
        var points = Start(graph.Count);
        var longest = pairs.Max(pair => pair.Distance);
        var heaviest = pairs.Min(pair => pair.Distance * pair.Distance / Math.Max(pair.LeftShare, pair.RightShare));
        var decay = Math.Log(longest * longest / (LastStep * heaviest)) / (Rounds - 1);
        for (var round = 0; round < Rounds; round++)
            Relax(points, pairs, longest * longest * Math.Exp(-decay * round));
        return LayDown(points);
    }

    private static void Relax(Point[] points, Pair[] pairs, double step)
    {
        foreach (var (left, right, distance, leftShare, rightShare) in pairs)
        {
            var difference = points[left] - points[right];
            var now = Math.Max(difference.Length, 1e-6);
            var pull = (now - distance) / (2 * now);
            points[left] -= difference * (Math.Min(1, step * leftShare / (distance * distance)) * pull);
            points[right] += difference * (Math.Min(1, step * rightShare / (distance * distance)) * pull);
        }
    }

    /// <summary>Every pair of nodes with its distance along links.</summary>
    private static Pair[] FindPairs(LayoutGraph graph)
    {
        var pairs = new List<Pair>(graph.Count * (graph.Count - 1) / 2);
        for (var start = 0; start < graph.Count; start++)
        {
            var distances = FindDistances(graph, start);
            for (var node = start + 1; node < graph.Count; node++)
                pairs.Add(new Pair(start, node, distances[node], 1, 1));
        }

        return [.. pairs];
    }

    /// <summary>
    /// The links, neighbours of the same node, which would else stand on each other, and each node with each pivot: the node moves for as
    /// many nodes as the pivot stands for.
    /// </summary>
    private static Pair[] FindSparsePairs(LayoutGraph graph)
    {
        var pivots = FindPivots(graph);
        var nearest = Enumerable.Range(0, graph.Count).Select(node => pivots.MinBy(pivot => pivot.Distances[node]).Node).ToArray();
        var pairs = new List<Pair>(graph.Count * pivots.Count + graph.Links.Count);
        for (var node = 0; node < graph.Count; node++)
        {
            foreach (var neighbour in graph.Neighbours[node].Where(neighbour => neighbour > node))
                pairs.Add(new Pair(node, neighbour, GetLength(graph, node, neighbour), 1, 1));
        }

        for (var node = 0; node < graph.Count; node++)
            AddSiblings(graph, node, pairs);
        foreach (var (pivot, distances) in pivots)
        {
            var represented = Enumerable.Range(0, graph.Count).Where(node => nearest[node] == pivot)
                .Select(node => distances[node]).Order().ToArray();
            for (var node = 0; node < graph.Count; node++)
            {
                if (node != pivot && Array.BinarySearch(graph.Neighbours[node], pivot) < 0)
                    pairs.Add(new Pair(node, pivot, distances[node], CountWithin(represented, distances[node] / 2), 0));
            }
        }

        return [.. pairs];
    }

    private static void AddSiblings(LayoutGraph graph, int node, List<Pair> pairs)
    {
        var neighbours = graph.Neighbours[node];
        for (var i = 0; i < neighbours.Length; i++)
        {
            for (var j = i + 1; j < Math.Min(neighbours.Length, i + 1 + Siblings); j++)
            {
                if (Array.BinarySearch(graph.Neighbours[neighbours[i]], neighbours[j]) >= 0)
                    continue;
                var distance = GetLength(graph, node, neighbours[i]) + GetLength(graph, node, neighbours[j]);
                pairs.Add(new Pair(neighbours[i], neighbours[j], distance, 1, 1));
            }
        }
    }

    /// <summary>Each as far from those before as can be, with the distances of all nodes.</summary>
    private static List<(int Node, double[] Distances)> FindPivots(LayoutGraph graph)
    {
        var pivots = new List<(int, double[])>();
        var distance = new double[graph.Count];
        Array.Fill(distance, double.MaxValue);
        var next = 0;
        while (pivots.Count < Pivots)
        {
            var distances = FindDistances(graph, next);
            pivots.Add((next, distances));
            for (var node = 0; node < distance.Length; node++)
                distance[node] = Math.Min(distance[node], distances[node]);
            next = Array.IndexOf(distance, distance.Max());
        }

        return pivots;
    }

    private static int CountWithin(double[] ascending, double most)
    {
        var found = Array.BinarySearch(ascending, most);
        found = found < 0 ? ~found : found;
        while (found < ascending.Length && ascending[found] <= most)
            found++;
        return found;
    }

    private static double[] FindDistances(LayoutGraph graph, int start)
    {
        var distances = new double[graph.Count];
        Array.Fill(distances, double.MaxValue);
        distances[start] = 0;
        var queue = new PriorityQueue<int, (double, int)>();
        queue.Enqueue(start, (0, start));
        while (queue.TryDequeue(out var node, out var reached))
        {
            if (reached.Item1 > distances[node])
                continue;

            foreach (var neighbour in graph.Neighbours[node])
            {
                var distance = distances[node] + GetLength(graph, node, neighbour);
                if (distance >= distances[neighbour])
                    continue;

                distances[neighbour] = distance;
                queue.Enqueue(neighbour, (distance, neighbour));
            }
        }

        return distances;
    }

    private static double GetLength(LayoutGraph graph, int left, int right)
    {
        var degree = Math.Max(graph.Neighbours[left].Length, graph.Neighbours[right].Length);
        return LinkLength * Math.Max(1, Math.Sqrt(degree / Crowded)) + (graph.Sizes[left].Width + graph.Sizes[right].Width) / 4;
    }

    private static Point[] Start(int count)
    {
        var random = new StableRandom(2);
        var points = new Point[count];
        for (var i = 0; i < count; i++)
            points[i] = new Point(random.Next() * LinkLength, random.Next() * LinkLength);
        return points;
    }

    /// <summary>Turned so that the picture is wider than it is high.</summary>
    private static Point[] LayDown(Point[] points)
    {
        var center = points.Aggregate(default(Point), (sum, point) => sum + point) * (1.0 / points.Length);
        double across = 0, difference = 0;
        foreach (var point in points)
        {
            var (x, y) = point - center;
            across += 2 * x * y;
            difference += x * x - y * y;
        }

        var (sine, cosine) = Math.SinCos(-Math.Atan2(across, difference) / 2);
        return Array.ConvertAll(
            points, point => point - center is var (x, y) ? new Point(x * cosine - y * sine, x * sine + y * cosine) : default);
    }

    /// <param name="LeftShare">How much the left node moves for the right one: nothing, once, or for several nodes like it.</param>
    private readonly record struct Pair(int Left, int Right, double Distance, float LeftShare, float RightShare);
}

/// <summary>Numbers that look random and are always the same (xorshift).</summary>
internal sealed class StableRandom(uint seed)
{
    private ulong state = seed * 0x9E3779B97F4A7C15UL + 1;

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next()
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (state >> 11) / (double)(1UL << 53);
    }

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() * (i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
