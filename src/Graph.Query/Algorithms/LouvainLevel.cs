namespace Graph.Query.Algorithms;

/// <summary>
/// A weighted undirected graph whose nodes stand for groups of nodes, compressed by rows: of each node its neighbours ascending, each once,
/// with the weight between them; itself with twice its inner weight.
/// </summary>
internal sealed class LouvainLevel
{
    private readonly int[] offsets;
    private readonly int[] neighbours;
    private readonly double[] weights;

    private LouvainLevel(int[] offsets, int[] neighbours, double[] weights)
    {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.weights = weights;
        Degrees = new double[offsets.Length - 1];
        for (var node = 0; node < Degrees.Length; node++)
        {
            foreach (var weight in GetWeights(node))
                Degrees[node] += weight;
        }

        TotalWeight = Degrees.Sum();
    }

    public int NodeCount => Degrees.Length;

    /// <summary>The sum of the weights at each node.</summary>
    public double[] Degrees { get; }

    /// <summary>Twice the weight of all edges.</summary>
    public double TotalWeight { get; }

    public ReadOnlySpan<int> GetNeighbours(int node) => neighbours.AsSpan(offsets[node]..offsets[node + 1]);

    /// <summary>The weights to the neighbours, in their order.</summary>
    public ReadOnlySpan<double> GetWeights(int node) => weights.AsSpan(offsets[node]..offsets[node + 1]);

    /// <param name="graph">Crosses edges both ways.</param>
    public static LouvainLevel Create(
        GraphProjection graph, Func<int, double> weight, QueryBudget budget) => Build(graph.NodeCount, budget, (node, sums) =>
    {
        var targets = graph.GetTargets(node);
        var edges = graph.GetEdges(node);
        for (var i = 0; i < targets.Length; i++)
        {
            // Crossed both ways a loop is one arc, but it has two ends here.
            var ends = targets[i] == node ? 2 : 1;
            sums.Add(targets[i], ends * weight(edges[i]));
        }
    });

    /// <summary>One node for each group, numbered from 0.</summary>
    public LouvainLevel Merge(int[] groups, QueryBudget budget)
    {
        var members = Enumerable.Range(0, NodeCount).ToLookup(node => groups[node]);
        return Build(members.Count, budget, (group, sums) =>
        {
            foreach (var member in members[group])
            {
                var targets = GetNeighbours(member);
                var memberWeights = GetWeights(member);
                for (var i = 0; i < targets.Length; i++)
                    sums.Add(groups[targets[i]], memberWeights[i]);
            }
        });
    }

    private static LouvainLevel Build(int count, QueryBudget budget, Action<int, WeightSums> addWeights)
    {
        var offsets = new int[count + 1];
        var (neighbours, weights) = (new List<int>(), new List<double>());
        var sums = new WeightSums(count);
        for (var node = 0; node < count; node++)
        {
            if (node % QueryBudget.CheckInterval == 0)
                budget.Check();
            addWeights(node, sums);
            foreach (var neighbour in sums.SortKeys())
            {
                neighbours.Add(neighbour);
                weights.Add(sums[neighbour]);
            }

            sums.Clear();
            offsets[node + 1] = neighbours.Count;
        }

        return new LouvainLevel(offsets, [.. neighbours], [.. weights]);
    }
}
