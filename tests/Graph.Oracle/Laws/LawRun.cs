using System.Collections.Concurrent;
using Graph.Oracle.Comparing;
using Graph.Oracle.Generation;
using Graph.Oracle.Graphs;

namespace Graph.Oracle.Laws;

/// <summary>Random instances of the laws, over random graphs or one that is given.</summary>
internal sealed class LawRun(int seed)
{
    private const int LawsPerGraph = 20;

    public ConcurrentDictionary<LawVerdict, long> Counts { get; } = new();

    /// <summary>Receives each broken law, made small where the graph was random.</summary>
    public required Action<string> Report { get; init; }

    public void Run(long count, int threads, int largestGraph) => RunUntil(count, threads, number =>
    {
        var random = Seeds.Create(seed, number);
        var description = RandomGraph.Create(random, largestGraph);
        return Check(description.Build(), description, random);
    });

    public void Run(long count, int threads, GraphStore store) =>
        RunUntil(count, threads, number => Check(store, null, Seeds.Create(seed, number)));

    private static void RunUntil(long count, int threads, Func<int, long> check)
    {
        var next = 0;
        var held = 0L;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            while (Interlocked.Read(ref held) < count)
                Interlocked.Add(ref held, check(Interlocked.Increment(ref next)));
        });
    }

    private long Check(GraphStore store, GraphDescription? description, Random random)
    {
        var writer = new LawWriter(store, random);
        var settings = EngineSettings.Create(random);
        var checker = new LawCheck(store, settings);
        var held = 0L;
        for (var i = 0; i < LawsPerGraph; i++)
        {
            var law = writer.Write();
            var (verdict, detail) = checker.Check(law);
            Counts.AddOrUpdate(verdict, 1, (_, before) => before + 1);
            held += verdict is LawVerdict.Holds or LawVerdict.Broken ? 1 : 0;
            if (verdict == LawVerdict.Broken)
                Report($"seed {seed}, {settings}\n{law}\n{detail}\n{(description is null ? "" : Shrink(description, law, settings))}");
        }

        return held;
    }

    private static string Shrink(GraphDescription description, Law law, EngineSettings settings)
    {
        var (small, _) = new Shrinker((graph, _) => IsBroken(graph, law, settings)).Shrink(description, "");
        return $"as a small case:\n{small}{new LawCheck(small.Build(), settings).Check(law).Detail}\n";
    }

    private static bool IsBroken(GraphDescription graph, Law law, EngineSettings settings) =>
        new LawCheck(graph.Build(), settings).Check(law).Verdict == LawVerdict.Broken;
}
