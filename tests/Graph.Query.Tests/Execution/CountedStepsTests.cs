using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Query.Tests.Planning;

namespace Graph.Query.Tests.Execution;

/// <summary>
/// Steps that are counted and not made must leave out the edges that the pattern has used: in graphs of few nodes and many edges, parallel
/// ones and loops among them, the counts are those of the rows.
/// </summary>
public sealed class CountedStepsTests
{
    private static readonly string[] Patterns =
    [
        "(a)-[r]->(b)-[s]->(c)", "(a)-[r]-(b)-[s]-(c)", "(a)-[r]-(b)-[s]-(a)", "(a:P)-[r:A]->(b)<-[s]-(c:P)", "(a)<-[r]-(b:P)-[s:A|B]-(c:H)",
        "(a)-[r:A]-(b)-[s]-(c)-[t]-(d)", "(a)-[r]->(b)-[s]->(c)-[t]->(b)", "(a:P)-[r*1..2]-(b)-[s]-(c)", "(a)-[r]-(b), (b)-[s]-(c:P), (b)-[t]->(d)",
        "(a)-[r:A]->(b), (a)-[s:B]->(c)<-[t:A]-(b)", "(a)-[r:A]->(b), (a)-[s:A]->(c)-[t:B]->(b)", "(a)-[r:A]->(b), (a)-[s:A]->(c)<-[t:A]-(b)",
        "(a)-[r:A]->(b)-[q:B]->(d), (a)-[s:A]->(c:P)<-[t:B]-(b)",
    ];

    private static readonly string[] Meetings =
    [
        "(a)-[:A]->(c)<-[:B]-(b)", "(a)-[:A]->(c)<-[:A]-(b)", "(a)-[:A]->(c:P)-[:B]->(b)", "(b)<-[:A]-(c)<-[:A]-(a)", "(a)-[:A]->(c)<-[:A|B]-(b)",
    ];

    [Fact]
    public void CountsAreThoseOfTheRows() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 20, threads: 1);

    [Fact]
    public void WhatExistsIsWhatIsCounted() => Gen.Int[0, int.MaxValue].Sample(
        seed => Check(CreateGraph(new Random(seed)), Meetings.SelectMany(pattern => new[] { "", "NOT " }.Select(not =>
            $"MATCH (a), (b) WHERE {not}EXISTS {{ MATCH {pattern} }} RETURN a.n AS a, b.n AS b"))),
        iter: 20,
        threads: 1);

    private static void Check(Random random) =>
        Check(CreateGraph(random), Patterns.Select(pattern => $"MATCH {pattern} RETURN a.n AS a, count(*) AS c"));

    private static void Check(GraphStore store, IEnumerable<string> queries)
    {
        foreach (var query in queries)
        {
            var counted = PlannedRows.Of(store, RewriteSet.All, BufferSizes.Default, query);
            var made = PlannedRows.Of(store, RewriteSet.None, BufferSizes.Default, query);
            Assert.True(made.Order().SequenceEqual(counted.Order()), query);
        }
    }

    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, random.Next(1, 6))
            .Select(index => builder.AddNode([random.Next(2) == 0 ? "P" : "H"], [KeyValuePair.Create("n", Value.FromInteger(index))]))
            .ToArray();
        for (var edge = random.Next(50); edge > 0; edge--)
            builder.AddEdge("ABC"[random.Next(3)].ToString(), nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)], []);
        return builder.Build();
    }
}
