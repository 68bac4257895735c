using CsCheck;

namespace Graph.Query.Tests.Algorithms;

/// <summary>Against the list of all paths, sorted by cost, length and edge ids.</summary>
public sealed class ShortestPathTests
{
    private const int Everything = 10_000;

    [Fact]
    public void AllPathsComeInOrder() =>
        Gen.Select(RandomGraph.Gen, Gen.Bool, Gen.Bool, Gen.Int[0, 8], Gen.Int[1, 6])
            .Sample((graph, bothWays, weighted, maximumLength, count) =>
            {
                var store = graph.Build();
                var target = graph.NodeCount - 1;
                var expected = SimplePaths.Enumerate(store, 0, target, bothWays)
                    .Where(path => maximumLength == 0 || path.Length <= maximumLength)
                    .OrderBy(path => GetCost(store, path, weighted))
                    .ThenBy(path => path.Length)
                    .ThenBy(path => string.Join(' ', path.Select(edge => $"{edge:000}")), StringComparer.Ordinal);

                Assert.Equal(Show(expected.Take(count)), Show(Run(store, target, bothWays, weighted, maximumLength, count)));
                Assert.Equal(Show(expected), Show(Run(store, target, bothWays, weighted, maximumLength, Everything)));
            });

    [Fact]
    public void CostIsTheSumOfWeights() => RandomGraph.Gen.Sample(graph =>
    {
        var store = graph.Build();
        var settings = RandomGraph.Map(("weight", Value.FromString("weight")));
        foreach (var row in Call(store, graph.NodeCount - 1, Everything, settings))
            Assert.Equal(GetCost(store, [.. row[1].AsPath().Edges], weighted: true), row[2].AsFloat());
    });

    [Theory]
    [InlineData(-1, "The weight 'weight' of graph.kShortest is out of range.")]
    public void WeightsAreNotNegative(int weight, string message)
    {
        var store = new RandomGraph(2, [new RandomEdge(0, 1, weight)]).Build();

        var error = Assert.Throws<QueryException>(
            () => Call(store, 1, 1, RandomGraph.Map(("weight", Value.FromString("weight")))).ToList());

        Assert.Equal(message, error.Message);
    }

    private static double GetCost(GraphStore store, ImmutableArray<int> path, bool weighted) =>
        weighted ? path.Sum(edge => store.GetEdgeProperty(edge, "weight").AsNumber()) : path.Length;

    private static IEnumerable<ImmutableArray<int>> Run(
        GraphStore store, int target, bool bothWays, bool weighted, int maximumLength, int count)
    {
        var settings = RandomGraph.Map(
            ("direction", Value.FromString(bothWays ? "both" : "out")),
            ("weight", weighted ? Value.FromString("weight") : Value.Null),
            ("maxLength", maximumLength == 0 ? Value.Null : Value.FromInteger(maximumLength)));
        return Call(store, target, count, settings).Select(row => row[1].AsPath().Edges.ToImmutableArray());
    }

    private static IEnumerable<Value[]> Call(GraphStore store, int target, int count, Value settings) =>
        RandomGraph.Call(store, "graph.kShortest", Value.FromNode(0), Value.FromNode(target), Value.FromInteger(count), settings);

    private static string Show(IEnumerable<ImmutableArray<int>> paths) => string.Join('\n', paths.Select(path => string.Join(' ', path)));
}
