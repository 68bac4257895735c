using Graph.Oracle.Comparing;
using Graph.Oracle.Generation;
using Graph.Oracle.Graphs;

namespace Graph.Oracle;

/// <summary>A failure is printed as the smallest graph and query that still show it.</summary>
public sealed class ShrinkerTests
{
    [Fact]
    public void WhatTheFailureDoesNotNeedGoes()
    {
        var graphs = Enumerable.Range(1, 100).Select(number => RandomGraph.Create(Seeds.Create(1, number), 60));
        var graph = graphs.First(each => each.Nodes.Count > 10 && each.Edges.Any(edge => edge.Type == "R"));

        var (small, query) = new Shrinker(
            (each, text) => each.Edges.Any(edge => edge.Type == "R") && text.Contains("count(", StringComparison.Ordinal))
            .Shrink(graph, "MATCH (a)-[r:R]->(b) WHERE a.i = 1 AND b.s = 'x' RETURN count(*) AS n ORDER BY n");

        Assert.InRange(small.Nodes.Count, 1, 2);
        Assert.Single(small.Edges);
        Assert.All(small.Nodes, node => Assert.Empty(node.Properties));
        Assert.Equal("count(", query.Trim());
    }

    [Fact]
    public void ASeedGivesTheSameCaseAgain()
    {
        Assert.Equal(Write(), Write());

        static string Write()
        {
            var random = Seeds.Create(5, 3);
            return $"{RandomGraph.Create(random, 300)}{QueryWriter.Write(random)}";
        }
    }
}
