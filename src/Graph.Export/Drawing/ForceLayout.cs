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

    public static Point[] Arrange(LayoutGraph graph)
    {
        if (graph.Count == 1)
            return [default];

        var pairs = FindPairs(graph);
        var points = Start(graph.Count);
        var longest = pairs.Max(pair => pair.Distance);
        var shortest = pairs.Min(pair => pair.Distance);
        var decay = Math.Log(longest * longest / (LastStep * shortest * shortest)) / (Rounds - 1);
        for (var round = 0; round < Rounds; round++)
            Relax(points, pairs, longest * longest * Math.Exp(-decay * round));
        return LayDown(points);
    }

    private static void Relax(Point[] points, Pair[] pairs, double step)
    {
        foreach (var (left, right, distance) in pairs)
        {
            var difference = points[left] - points[right];
            var now = Math.Max(difference.Length, 1e-6);
            var share = Math.Min(1, step / (distance * distance)) * (now - distance) / (2 * now);
            var move = difference * share;
            points[left] -= move;
            points[right] += move;
        }
    }

    /// <summary>Every pair of nodes with its distance along links, shuffled.</summary>
    private static Pair[] FindPairs(LayoutGraph graph)
    {
        var pairs = new List<Pair>(graph.Count * (graph.Count - 1) / 2);
        for (var start = 0; start < graph.Count; start++)
        {
            var distances = FindDistances(graph, start);
            for (var node = start + 1; node < graph.Count; node++)
                pairs.Add(new Pair(start, node, distances[node]));
        }

        var shuffled = pairs.ToArray();
        new StableRandom(1).Shuffle(shuffled);
        return shuffled;
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

    private readonly record struct Pair(int Left, int Right, double Distance);
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
