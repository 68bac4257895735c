using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// Two or three parts that meet in a node with many edges, or in nothing but equal values, which may be computed or equal only through a
/// third one: joined or gone through row by row, the rows are the same.
/// </summary>
public sealed class HubJoinTests
{
    private static readonly string[] Patterns =
    [
        "(p:P)-[r:A]->(h:H)<-[s:B]-(q:P)", "(p:P)-[r:A]->(h:H {n: 0})<-[s:B]-(q:P)", "(p:P)-[r:A]->(h:H {n: 0}), (q:P)-[s:A]->(h)",
        "(p:P)-[r:A]->(h:H)<-[s:A]-(q:P)", "(p:P)-[r:A]->(h:H), (q:P)-[s:B]->(:H)",
    ];

    private static readonly string[] PatternsOfThree =
    [
        "(p:P)-[r:A]->(h:H), (q:P)-[s:B]->(:H), (k:P)-[t:C]->(:H)", "(p:P), (q:P), (k:P)-[t:C]->(h:H)",
        "(h:H)<-[r:A]-(p:P), (h)<-[s:B]-(q:P), (h)<-[t:C]-(k:P)", "(p:P)-[r:A]->(h:H), (q:P)-[s:A]->(h), (k:P)",
    ];

    private static readonly string[] Conditions =
    [
        "q.n = p.n + 1", "q.n - 2 = p.n * 2", "left(p.team, 1) = left(q.team, 1)", "toLower(p.team) + 'x' = toLower(q.team) + 'x'",
        "toString(r.w) = toString(s.w) AND p.team = q.team", "r.w = s.w AND p.n < q.n", "substring(toString(r.d), 0, 9) = substring(toString(s.d), 0, 9)",
        "p.f = q.n / 4.0 AND r.w = s.w",
    ];

    private static readonly string[] ConditionsOfThree =
    [
        "p.n = k.n AND k.n = q.n", "p.team = k.team AND k.team = q.team", "k.w = p.w AND q.w = k.w AND p.n < k.n", "p.n = q.n AND p.n = k.n",
        "p.n = k.f AND k.f = q.n", "p.w = q.w AND q.w = k.w AND k.team = 'r'", "p.n + 1 = k.n AND k.n = q.n",
    ];

    private static readonly string[] Projections = ["p.n, q.n", "count(*)", "p.team, count(*), min(q.n)", "h.n, count(DISTINCT q)", "DISTINCT p.n"];

    [Fact]
    public void JoinsGiveTheRowsOfNestedLoops() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 60, threads: 1);

    private static void Check(Random random)
    {
        var store = HubGraph.Create(random);
        for (var i = 0; i < 6; i++)
        {
            var (patterns, conditions) = i < 3 ? (Patterns, Conditions) : (PatternsOfThree, ConditionsOfThree);
            var pattern = HubGraph.Pick(random, patterns);
            var projection = HubGraph.Pick(random, Projections);
            var query = $"MATCH {pattern} WHERE {HubGraph.Pick(random, conditions)} RETURN {projection}";
            var expected = PlannedRows.Bag(store, RewriteSet.None, BufferSizes.Default, query);
            foreach (var sizes in new[] { BufferSizes.Default, BufferSizes.Of(3, 1) })
            {
                var actual = PlannedRows.Bag(store, RewriteSet.All, sizes, query);
                Assert.True(expected == actual, $"{query}\nrow by row:\n{expected}\njoined:\n{actual}\n{PlannedRows.Explain(store, RewriteSet.All, query)}");
            }
        }
    }
}
