using System.Collections.Concurrent;
using Graph.Oracle.Generation;
using Graph.Oracle.Graphs;
using Graph.Postgres;

namespace Graph.Oracle.Comparing;

/// <summary>
/// Random queries over random graphs that were pushed to a PostgreSQL server. What the server refuses is counted; what it answers must be
/// right.
/// </summary>
internal sealed class ServerRun(int seed, int largestGraph, string url)
{
    private const int QueriesPerGraph = 40;

    public ConcurrentDictionary<Verdict, long> Counts { get; } = new();

    /// <summary>Receives each difference.</summary>
    public required Action<string> Report { get; init; }

    /// <param name="count">How many queries are to be held against the plain evaluation; those that cannot be are not counted.</param>
    public void Run(long count)
    {
        var compared = 0L;
        for (var number = 1; compared < count; number++)
            compared += RunGraph(number);
    }

    private long RunGraph(int number)
    {
        var random = Seeds.Create(seed, number);
        var description = RandomGraph.Create(random, largestGraph);
        var store = description.Build();
        var plain = PlainGraph.Read(store);
        var address = GraphAddress.Parse($"{url}/random", out var reason) ?? throw new InvalidOperationException(reason);
        GraphPush.Run(store, address);
        using var remote = PostgresGraph.Open(address, keepsNumbers: true);
        var comparison = new QueryComparison(plain, new EngineRun(remote.Engine), new EngineRun(store, EngineSettings.Plain))
        {
            MayRefuse = true
        };
        var compared = 0L;
        for (var i = 0; i < QueriesPerGraph; i++)
        {
            var query = QueryWriter.Write(random);
            var (verdict, detail) = comparison.Compare(query);
            Counts.AddOrUpdate(verdict, 1, (_, before) => before + 1);
            compared += verdict is Verdict.Same or Verdict.Empty or Verdict.Failed or Verdict.Different ? 1 : 0;
            if (verdict == Verdict.Different)
                Report($"seed {seed}, graph {number}\n{(description.Nodes.Count < 12 ? description.ToString() : "")}{query}\n{detail}\n");
        }

        return compared;
    }
}
