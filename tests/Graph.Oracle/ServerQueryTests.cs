using Graph.Oracle.Comparing;
using Graph.Oracle.Generation;
using Graph.Testing;
using Xunit.Abstractions;

namespace Graph.Oracle;

/// <summary>The random queries again, on a PostgreSQL server.</summary>
public sealed class ServerQueryTests(ITestOutputHelper output)
{
    private const int Queries = 300;
    private const int LargestGraph = 30;

    [SkippableFact]
    public void RandomQueriesAgreeOnAServer()
    {
        var url = PostgresCluster.Require().Url;
        var seed = Seeds.Choose();
        var found = new List<string>();
        output.WriteLine(Seeds.Describe(seed));
        Console.WriteLine(Seeds.Describe(seed));

        new ServerRun(seed, LargestGraph, url) { Report = found.Add }.Run(Queries);

        Assert.True(found.Count == 0, $"{Seeds.Describe(seed)}\n{string.Join('\n', found)}");
    }
}
