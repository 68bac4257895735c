using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Query.Tests.Planning;

namespace Graph.Query.Tests.Execution.Paths;

/// <summary>Values by node in pages: right where a page ends, and where none was made.</summary>
public sealed class NodeTableTests
{
    private const int Nodes = 15_000;
    private static readonly GraphStore Store = NewsGraph.Create(articles: 9000, entities: 6000);
    private static readonly Gen<int> Node = Gen.OneOf(Gen.Int[0, Nodes - 1], Gen.Int[4094, 4098], Gen.Int[12287, 12289]);

    [Fact]
    public void ItHoldsWhatAnArrayHolds() =>
        Gen.Select(Node, Gen.Long[-2, 2]).Array[0, 200].Sample(writes =>
        {
            var state = new ExecutionState(
                Store, ImmutableDictionary<string, Value>.Empty, new SourceText(""), new QueryBudget(new QueryLimits(), default), BufferSizes.Default);
            var table = new NodeTable<long>(state);
            var expected = new long[Nodes];
            foreach (var (node, value) in writes)
            {
                table[node] += value;
                expected[node] += value;
            }

            Assert.Equal(expected, Enumerable.Range(0, Nodes).Select(table.Get));
            Assert.Equal(expected.Where(value => value != 0), ListPages(table));
        });

    [Theory]
    [InlineData("MATCH (a:Article)-[:MENTIONS]->(e:Entity)<-[:MENTIONS]-(b:Article) RETURN b.id, count(*)")]
    [InlineData("MATCH p = shortestPath((a:Person {name: 'Person Zero'})-[:MET_WITH|MEMBER_OF*1..4]-(b)) RETURN length(p), count(*)")]
    [InlineData("MATCH p = allShortestPaths((a:Person {name: 'Person Zero'})-[:MET_WITH|MEMBER_OF*0..3]-(b)) RETURN b.id, length(p), count(*)")]
    public void QueriesOverPagesAreRight(string query) => Assert.Equal(
        PlannedRows.Bag(Store, RewriteSet.None, BufferSizes.Default, query),
        PlannedRows.Bag(Store, RewriteSet.All, BufferSizes.Default, query));

    private static IEnumerable<long> ListPages(NodeTable<long> table)
    {
        for (int start = 0, end; start < Nodes; start = end)
        {
            end = Math.Min(Nodes, NodeTable<long>.GetPageEnd(start));
            foreach (var value in table.GetValues(start, end).ToArray().Where(value => value != 0))
                yield return value;
        }
    }
}
