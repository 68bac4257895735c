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
        var level = LouvainLevel.Create(graph, weight, budget);
        var communities = Enumerable.Range(0, graph.NodeCount).ToArray();
        while (level.TotalWeight > 0)
        {
            var moves = new LouvainMoves(level, resolution);
            if (!moves.Run(budget))
                break;

            var groups = Components.Number(moves.Communities);
            communities = Array.ConvertAll(communities, node => groups[node]);
            level = level.Merge(groups, budget);
        }

        return Components.Number(communities);
    }
}

/// <summary>
/// Moves nodes to the neighbouring community that raises modularity most, until a round over all nodes gains next to nothing.
/// </summary>
internal sealed class LouvainMoves(LouvainLevel level, double resolution)
{
    // A move that gains less is rounding: two communities could pass a node between them for ever.
    private const double LeastGain = 1e-12;

    // In a large graph without communities, rounds that gain less than this follow each other by the hundreds.
    private const double LeastGainOfRound = 1e-5;

    private readonly double total = level.TotalWeight;
    private readonly double[] communityDegrees = [.. level.Degrees];
    private readonly WeightSums weights = new(level.NodeCount);

    public int[] Communities { get; } = [.. Enumerable.Range(0, level.NodeCount)];

    /// <summary>True if a node moved.</summary>
    public bool Run(QueryBudget budget)
    {
        var gained = 0.0;
        double round;
        do
        {
            round = 0;
            for (var node = 0; node < Communities.Length; node++)
            {
                if (node % QueryBudget.CheckInterval == 0)
                    budget.Check();
                round += Move(node);
            }

            gained += round;
        }
        while (round > LeastGainOfRound);

        return gained > 0;
    }

    /// <summary>What the best move of a node gains; 0 where it stays.</summary>
    private double Move(int node)
    {
        var current = Communities[node];
        SumWeights(node, current);
        communityDegrees[current] -= level.Degrees[node];
        var stay = GetGain(node, current);
        var (best, bestGain) = (current, stay);
        foreach (var community in weights.SortKeys())
        {
            var gain = GetGain(node, community);
            if (gain > bestGain + LeastGain)
                (best, bestGain) = (community, gain);
        }

        weights.Clear();
        communityDegrees[best] += level.Degrees[node];
        Communities[node] = best;
        return bestGain - stay;
    }

    /// <summary>The weight between a node and each community near it; its own too, where nothing else of it is near.</summary>
    private void SumWeights(int node, int current)
    {
        weights.Add(current, 0);
        var neighbours = level.GetNeighbours(node);
        var weightsOfNode = level.GetWeights(node);
        for (var i = 0; i < neighbours.Length; i++)
        {
            if (neighbours[i] != node)
                weights.Add(Communities[neighbours[i]], weightsOfNode[i]);
        }
    }

    /// <summary>The part of modularity that depends on where the node is; without the node's own degree in its community.</summary>
    private double GetGain(int node, int community) =>
        2 * (weights[community] - (resolution * level.Degrees[node] * communityDegrees[community] / total)) / total;
}
