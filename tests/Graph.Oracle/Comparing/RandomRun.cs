using System.Collections.Concurrent;
using Graph.Oracle.Generation;
using Graph.Oracle.Graphs;

namespace Graph.Oracle.Comparing;

/// <summary>Random queries over random graphs. A seed and a number give the same case on any machine.</summary>
internal sealed class RandomRun(int seed, int largestGraph)
{
    private const int QueriesPerGraph = 20;

    public ConcurrentDictionary<Verdict, long> Counts { get; } = new();

    /// <summary>Receives each difference, made small.</summary>
    public required Action<string> Report { get; init; }

    /// <summary>Receives the queries that fail only in the plain evaluation.</summary>
    public Action<string> ErrorNotReached { get; init; } = _ => { };

    /// <param name="count">How many queries are to be held against the plain evaluation; those that cannot be are not counted.</param>
    public void Run(long count, int threads)
    {
        var next = 0;
        var compared = 0L;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            while (Interlocked.Read(ref compared) < count)
                Interlocked.Add(ref compared, RunGraph(Interlocked.Increment(ref next)));
        });
    }

    private long RunGraph(int number)
    {
        var random = Seeds.Create(seed, number);
        var description = RandomGraph.Create(random, largestGraph);
        var store = description.Build();
        var graph = PlainGraph.Read(store);
        GraphCheck.Check(description, graph);
        var compared = 0L;
        for (var i = 0; i < QueriesPerGraph; i++)
        {
            var query = QueryWriter.Write(random);
            var settings = EngineSettings.Create(random);
            var (verdict, detail) = new QueryComparison(store, graph, settings).Compare(query);
            Counts.AddOrUpdate(verdict, 1, (_, before) => before + 1);
            compared += verdict is Verdict.Same or Verdict.Empty or Verdict.Failed or Verdict.Different ? 1 : 0;
            if (verdict == Verdict.ErrorNotReached)
                ErrorNotReached($"{query}\n{detail}");
            if (verdict == Verdict.Different)
                Report(Describe(description, query, settings, detail));
        }

        return compared;
    }

    private string Describe(GraphDescription graph, string query, EngineSettings settings, string detail)
    {
        var isCrash = IsCrash(detail);
        var (small, shorter) = new Shrinker((each, text) => Fails(each, text, settings, isCrash)).Shrink(graph, query);
        var store = small.Build();
        var found = new QueryComparison(store, PlainGraph.Read(store), settings).Compare(shorter).Detail;
        return $"seed {seed}, {settings}\n{query}\nas a small case:\n{small}{shorter}\n{found}\n";
    }

    private static bool Fails(GraphDescription graph, string query, EngineSettings settings, bool isCrash)
    {
        var store = graph.Build();
        var (verdict, detail) = new QueryComparison(store, PlainGraph.Read(store), settings).Compare(query);
        return verdict == Verdict.Different && IsCrash(detail) == isCrash;
    }

    private static bool IsCrash(string detail) => detail.Contains("Exception:", StringComparison.Ordinal);
}
