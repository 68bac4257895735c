using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>Random queries on random graphs, whose rows must be those of the text however they are planned.</summary>
internal static class PlanSamples
{
    private const int QueriesPerGraph = 6;

    /// <summary>A query that fails as it is written may do better.</summary>
    /// <param name="rewrites">Without these, at least <paramref name="leastChanged"/> of the plans are other ones.</param>
    public static void Check(
        int graphs, int leastChanged, string[] rewrites, Func<Random, GraphStore> createGraph, Func<Random, string> createQuery)
    {
        var without = new RewriteSet([.. RewriteSet.All.Names.Except(rewrites)]);
        var changed = 0;
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var random = new Random(seed);
                var store = createGraph(random);
                for (var i = 0; i < QueriesPerGraph; i++)
                    changed += Check(store, without, createQuery(random)) ? 1 : 0;
            },
            iter: graphs,
            threads: 1);
        Assert.InRange(changed, leastChanged, int.MaxValue);
    }

    /// <returns>Whether the plan is another one without the rewrites.</returns>
    private static bool Check(GraphStore store, RewriteSet without, string query)
    {
        var expected = PlannedRows.BagOrError(store, RewriteSet.None, BufferSizes.Default, query);
        var actual = PlannedRows.BagOrError(store, RewriteSet.All, BufferSizes.Of(3, 1), query);
        var plan = PlannedRows.Explain(store, RewriteSet.All, query);
        Assert.True(
            expected == actual || expected.StartsWith("GR", StringComparison.Ordinal),
            $"{query}\nas written:\n{expected}\nplanned:\n{actual}\n{plan}");
        return plan != PlannedRows.Explain(store, without, query);
    }
}
