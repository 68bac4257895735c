namespace Graph.Export;

/// <summary>
/// Layers from left to right, for trees and chains: every link leads to a later layer, but for those of cycles. Long links pass the layers
/// between at places of their own. Orders are by the mean of the neighbours, heights by least squares.
/// </summary>
internal sealed class LayeredLayout
{
    private const double LayerGap = 150;
    private const double NodeGap = 22;
    private const double PassHeight = 8;
    private const int Sweeps = 12;

    private readonly LayoutGraph graph;
    private readonly List<(int Source, int Target)> links;
    private readonly List<int> layers = [];
    private readonly List<List<int>> before = [];
    private readonly List<List<int>> after = [];
    private readonly Dictionary<(int Source, int Target), List<int>> passes = [];

    private LayeredLayout(LayoutGraph graph)
    {
        this.graph = graph;
        links = [.. graph.Links.Distinct()];
    }

    public static LayoutResult Arrange(LayoutGraph graph) => new LayeredLayout(graph).Run();

    private LayoutResult Run()
    {
        AssignLayers();
        AddPasses();
        var rows = Order();
        var heights = PlaceDown(rows);
        var starts = PlaceAcross(rows);
        var points = Enumerable.Range(0, layers.Count).Select(node => new Point(starts[layers[node]], heights[node])).ToArray();
        var bends = passes.ToDictionary(pass => pass.Key, pass => pass.Value.Select(node => points[node]).ToArray());
        return new LayoutResult(points[..graph.Count], bends);
    }

    /// <summary>The longest way from a beginning, after the links that close cycles were turned around.</summary>
    private void AssignLayers()
    {
        var forward = TurnBackLinks();
        var incoming = new int[graph.Count];
        foreach (var (_, target) in forward)
            incoming[target]++;
        var next = forward.ToLookup(link => link.Source, link => link.Target);
        layers.AddRange(new int[graph.Count]);
        var ready = new Queue<int>(Enumerable.Range(0, graph.Count).Where(node => incoming[node] == 0));
        while (ready.TryDequeue(out var node))
        {
            foreach (var target in next[node])
            {
                layers[target] = Math.Max(layers[target], layers[node] + 1);
                if (--incoming[target] == 0)
                    ready.Enqueue(target);
            }
        }
    }

    private List<(int Source, int Target)> TurnBackLinks()
    {
        var next = links.ToLookup(link => link.Source, link => link.Target);
        var state = new byte[graph.Count];
        var found = new List<(int, int)>();
        var roots = Enumerable.Range(0, graph.Count).OrderBy(node => links.Any(link => link.Target == node) ? 1 : 0);
        foreach (var root in roots.Where(root => state[root] == 0))
        {
            var stack = new Stack<(int Node, IEnumerator<int> Targets)>();
            state[root] = 1;
            stack.Push((root, next[root].GetEnumerator()));
            while (stack.Count > 0)
            {
                var (node, rest) = stack.Peek();
                if (!rest.MoveNext())
                {
                    state[node] = 2;
                    stack.Pop();
                    continue;
                }

                var target = rest.Current;
                found.Add(state[target] == 1 ? (target, node) : (node, target));
                if (state[target] != 0)
                    continue;
                state[target] = 1;
                stack.Push((target, next[target].GetEnumerator()));
            }
        }

        return found;
    }

    private void AddPasses()
    {
        for (var node = 0; node < graph.Count; node++)
            AddRow();
        foreach (var link in links)
        {
            var (from, to) = layers[link.Source] <= layers[link.Target] ? (link.Source, link.Target) : (link.Target, link.Source);
            var way = new List<int>();
            var last = from;
            for (var layer = layers[from] + 1; layer < layers[to]; layer++)
            {
                layers.Add(layer);
                AddRow();
                Connect(last, layers.Count - 1);
                last = layers.Count - 1;
                way.Add(last);
            }

            Connect(last, to);
            if (way.Count == 0)
                continue;
            if (from != link.Source)
                way.Reverse();
            passes[link] = way;
        }
    }

    private void AddRow()
    {
        before.Add([]);
        after.Add([]);
    }

    private void Connect(int left, int right)
    {
        after[left].Add(right);
        before[right].Add(left);
    }

    /// <summary>The nodes of each layer from top to bottom.</summary>
    private List<int>[] Order()
    {
        var rows = Enumerable.Range(0, layers.Max() + 1).Select(_ => new List<int>()).ToArray();
        for (var node = 0; node < layers.Count; node++)
            rows[layers[node]].Add(node);
        var places = new double[layers.Count];
        foreach (var row in rows)
            Number(row, places);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var row in isDown ? rows : Enumerable.Reverse(rows))
            {
                var sorted = row
                    .OrderBy(node => Mean(isDown ? before[node] : after[node], places, places[node]))
                    .ThenBy(node => places[node])
                    .ToList();
                row.Clear();
                row.AddRange(sorted);
                Number(row, places);
            }
        }

        return rows;
    }

    private static void Number(List<int> row, double[] places)
    {
        for (var i = 0; i < row.Count; i++)
            places[row[i]] = i;
    }

    private double[] PlaceDown(List<int>[] rows)
    {
        var heights = new double[layers.Count];
        foreach (var row in rows)
            Fit(row, heights, node => heights[node]);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var row in isDown ? rows : Enumerable.Reverse(rows))
                Fit(row, heights, node => Mean(isDown ? before[node] : after[node], heights, heights[node]));
        }

        return heights;
    }

    /// <summary>
    /// The heights nearest to the wanted ones that keep order and distances: regression on the heights less what stands above.
    /// </summary>
    private void Fit(List<int> row, double[] heights, Func<int, double> wanted)
    {
        var blocks = new List<(double Sum, int Count)>();
        var above = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
                above[i] = above[i - 1] + (HeightOf(row[i - 1]) + HeightOf(row[i])) / 2 + NodeGap;
            blocks.Add((wanted(row[i]) - above[i], 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count > blocks[^1].Sum / blocks[^1].Count)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        var position = 0;
        foreach (var (sum, count) in blocks)
        {
            for (var i = 0; i < count; i++, position++)
                heights[row[position]] = sum / count + above[position];
        }
    }

    /// <summary>The middle of each layer.</summary>
    private double[] PlaceAcross(List<int>[] rows)
    {
        var middles = new double[rows.Length];
        for (var layer = 0; layer < rows.Length; layer++)
        {
            var half = rows[layer].Where(node => node < graph.Count).Select(node => graph.Sizes[node].Width / 2).DefaultIfEmpty(0).Max();
            var previous = layer == 0
                ? 0
                : middles[layer - 1]
                    + rows[layer - 1].Where(node => node < graph.Count).Select(node => graph.Sizes[node].Width / 2).DefaultIfEmpty(0).Max();
            middles[layer] = previous + (layer == 0 ? 0 : LayerGap) + half;
        }

        return middles;
    }

    private double HeightOf(int node) => node < graph.Count ? graph.Sizes[node].Height : PassHeight;

    private static double Mean(List<int> nodes, double[] values, double otherwise) =>
        nodes.Count == 0 ? otherwise : nodes.Average(node => values[node]);
}
