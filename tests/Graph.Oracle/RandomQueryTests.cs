using Graph.Oracle.Comparing;
using Graph.Oracle.Generation;
using Graph.Oracle.Laws;
using Xunit.Abstractions;

namespace Graph.Oracle;

/// <summary>A fresh seed each time; the environment variable GRAPH_SEED repeats a run.</summary>
public sealed class RandomQueryTests(ITestOutputHelper output)
{
    private const int Queries = 2_000;
    private const int LawPairs = 500;
    private const int LargestGraph = 300;

    private readonly int seed = Seeds.Choose();

    [Fact]
    public void RandomQueriesAgreeWithThePlainEvaluation()
    {
        var found = new List<string>();
        Start();
        new RandomRun(seed, LargestGraph) { Report = found.Add }.Run(Queries, threads: 1);
        Assert.True(found.Count == 0, $"{Seeds.Describe(seed)}\n{string.Join('\n', found)}");
    }

    [Fact]
    public void TwoWaysToAskTheSameGiveTheSame()
    {
        var found = new List<string>();
        Start();
        new LawRun(seed) { Report = found.Add }.Run(LawPairs, threads: 1, LargestGraph);
        Assert.True(found.Count == 0, $"{Seeds.Describe(seed)}\n{string.Join('\n', found)}");
    }

    private void Start()
    {
        output.WriteLine(Seeds.Describe(seed));
        Console.WriteLine(Seeds.Describe(seed));
    }
}
