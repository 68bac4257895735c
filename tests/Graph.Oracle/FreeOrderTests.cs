using Graph.Oracle.Comparing;
using Graph.Oracle.Graphs;
using Graph.Query.Planning;

namespace Graph.Oracle;

/// <summary>What a query leaves open is no difference.</summary>
public sealed class FreeOrderTests
{
    /// <summary>Rows are ordered by lists of ends of paths, and nothing says in which order a node's edges are followed.</summary>
    [Fact]
    public void EdgesAreFollowedInAnyOrder()
    {
        var graph = new GraphDescription(
            [Node(0), Node(null), Node(null), Node(0)],
            [new("R", 0, 1, []), new("R", 2, 3, []), new("R", 2, 0, []), new("R", 2, 2, [])]);
        var store = graph.Build();
        var settings = new EngineSettings(RewriteSet.All.Names.Remove("expansion-order"), InParallel: false, Rows: 2);

        var (verdict, detail) = new QueryComparison(store, PlainGraph.Read(store), settings)
            .Compare(
                "MATCH (n)<--() WHERE null OR ()-->() RETURN COLLECT { MATCH shortestPath((n)-[*]->(m)) RETURN m.i } AS reached ORDER BY reached");

        Assert.Equal((Verdict.Same, ""), (verdict, detail));

        static NodeDescription Node(int? i) => new(["A"], i is null ? [] : [new("i", Value.FromInteger(i.Value))]);
    }
}
