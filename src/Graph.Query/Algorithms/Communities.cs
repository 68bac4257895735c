namespace Graph.Query.Algorithms;

/// <summary>
/// Groups of nodes with more weight among themselves than chance would give: the Louvain method (Blondel et al. 2008). Nodes are
/// visited in the order of their numbers and ties go to the lower community, so that the result is the same in every run.
/// </summary>
internal static class Communities
{
    /// <param name="graph">Crosses edges both ways.</param>
    /// <param name="weight">The weight of a store's edge, not negative.</param>
    public static int[] Compute(GraphProjection graph, Func<int, double> weight, double resolution, QueryBudget budget)
    {
        var level = LouvainLevel.Create(graph, weight);
        var communities = Enumerable.Range(0, graph.NodeCount).ToArray();
        while (level.TotalWeight > 0)
        {
            var moves = new LouvainMoves(level, resolution);
            if (!moves.Run(budget))
                break;

            var groups = Components.Number(moves.Communities);
            communities = Array.ConvertAll(communities, node => groups[node]);
            level = level.Merge(groups);
        }

        return Components.Number(communities);
    }
}

/// <summary>A weighted undirected graph whose nodes stand for groups of nodes.</summary>
/// <param name="Neighbours">Of each node its neighbours, each once, with the weight between them; itself with twice its inner weight.</param>
internal sealed record LouvainLevel(KeyValuePair<int, double>[][] Neighbours)
{
    /// <summary>The sum of the weights at each node.</summary>
    public double[] Degrees { get; } = Array.ConvertAll(Neighbours, list => list.Sum(entry => entry.Value));

    /// <summary>Twice the weight of all edges.</summary>
    public double TotalWeight => Degrees.Sum();

    public static LouvainLevel Create(GraphProjection graph, Func<int, double> weight)
    {
        var neighbours = new KeyValuePair<int, double>[graph.NodeCount][];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var weights = new SortedDictionary<int, double>();
            var targets = graph.GetTargets(node);
            var edges = graph.GetEdges(node);
            for (var i = 0; i < targets.Length; i++)
            {
                // Crossed both ways a loop is one arc, but it has two ends here.
                var ends = targets[i] == node ? 2 : 1;
                weights[targets[i]] = weights.GetValueOrDefault(targets[i]) + (ends * weight(edges[i]));
            }

            neighbours[node] = [.. weights];
        }

        return new LouvainLevel(neighbours);
    }

    /// <summary>One node for each group, numbered from 0.</summary>
    public LouvainLevel Merge(int[] groups)
    {
        var merged = new SortedDictionary<int, double>[groups.Max() + 1];
        for (var node = 0; node < groups.Length; node++)
        {
            var weights = merged[groups[node]] ??= [];
            foreach (var (neighbour, value) in Neighbours[node])
                weights[groups[neighbour]] = weights.GetValueOrDefault(groups[neighbour]) + value;
        }

        return new LouvainLevel(Array.ConvertAll(merged, weights => weights.ToArray()));
    }
}

/// <summary>Moves nodes to the neighbouring community that raises modularity most, until no move does.</summary>
internal sealed class LouvainMoves(LouvainLevel level, double resolution)
{
    // Below this a gain is rounding, and two communities could pass a node between them for ever.
    private const double LeastGain = 1e-12;

    private readonly double total = level.TotalWeight;
    private readonly double[] communityDegrees = [.. level.Degrees];

    public int[] Communities { get; } = [.. Enumerable.Range(0, level.Degrees.Length)];

    /// <summary>True if a node moved.</summary>
    public bool Run(QueryBudget budget)
    {
        var movedEver = false;
        for (var moved = true; moved; movedEver |= moved)
        {
            moved = false;
            for (var node = 0; node < Communities.Length; node++)
            {
                if (node % QueryBudget.CheckInterval == 0)
                    budget.Check();
                moved |= Move(node);
            }
        }

        return movedEver;
    }

    private bool Move(int node)
    {
        var current = Communities[node];
        var weights = new SortedDictionary<int, double> { [current] = 0 };
        foreach (var (neighbour, value) in level.Neighbours[node])
        {
            if (neighbour != node)
                weights[Communities[neighbour]] = weights.GetValueOrDefault(Communities[neighbour]) + value;
        }

        communityDegrees[current] -= level.Degrees[node];
        var best = current;
        var bestGain = GetGain(node, current, weights[current]);
        foreach (var (community, value) in weights)
        {
            var gain = GetGain(node, community, value);
            if (gain <= bestGain + LeastGain)
                continue;
            (best, bestGain) = (community, gain);
        }

        communityDegrees[best] += level.Degrees[node];
        Communities[node] = best;
        return best != current;
    }

    /// <summary>The part of modularity that depends on where the node is, scaled to weights.</summary>
    private double GetGain(int node, int community, double weight) =>
        (weight - (resolution * level.Degrees[node] * communityDegrees[community] / total)) / total;
}
