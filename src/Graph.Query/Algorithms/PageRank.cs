namespace Graph.Query.Algorithms;

/// <summary>
/// The chance that a walker is at a node who follows a random arc with probability <c>damping</c>, else starts anew at a random node
/// (Brin and Page 1998). From a node without arcs it always starts anew. Scores sum to 1; parallel edges count each.
/// </summary>
internal static class PageRank
{
    public static double[] Compute(GraphProjection graph, double damping, long iterations, double tolerance, QueryBudget budget)
    {
        var count = graph.NodeCount;
        var (scores, next) = (new double[count], new double[count]);
        Array.Fill(scores, 1.0 / count);
        for (var iteration = 0L; iteration < iterations; iteration++)
        {
            var lost = Spread(graph, scores, next, damping, budget);
            var change = 0.0;
            for (var node = 0; node < count; node++)
            {
                next[node] += (1 - damping + (damping * lost)) / count;
                change += Math.Abs(next[node] - scores[node]);
            }

            (scores, next) = (next, scores);
            if (change < tolerance)
                break;
        }

        return scores;
    }

    /// <summary>Sends each node's score along its arcs; gives the sum of the scores that had nowhere to go.</summary>
    private static double Spread(GraphProjection graph, double[] scores, double[] next, double damping, QueryBudget budget)
    {
        Array.Clear(next);
        var lost = 0.0;
        for (var node = 0; node < scores.Length; node++)
        {
            if (node % QueryBudget.CheckInterval == 0)
                budget.Check();
            var targets = graph.GetTargets(node);
            if (targets.IsEmpty)
                lost += scores[node];

            var share = damping * scores[node] / targets.Length;
            foreach (var target in targets)
                next[target] += share;
        }

        return lost;
    }
}
