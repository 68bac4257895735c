using System.Globalization;
using Graph.Annotations;
using Graph.Oracle.Comparing;
using Graph.Oracle.Laws;
using Graph.Testing;

namespace Graph.Oracle;

/// <summary>Long runs: as many random queries or laws as are asked for, on as many threads; laws also over data.</summary>
internal static class OracleProgram
{
    private const int LargestGraph = 10_000;
    private const int LargestGraphOnServer = 100;

    private const string Usage =
        """
        usage: Graph.Oracle queries COUNT THREADS SEED [LARGEST]     random queries against the plain evaluation
               Graph.Oracle laws COUNT THREADS SEED [LARGEST]        two ways to ask the same, over random graphs
               Graph.Oracle laws COUNT THREADS SEED PATH             the same over articles, tables or a stored graph
               Graph.Oracle file QUERIES PATH                        the statements of a file over data, against the plain evaluation
               Graph.Oracle server COUNT 1 SEED [LARGEST]            random queries on a PostgreSQL server, or the one that GRAPH_POSTGRES names
        """;

    public static int Run(string[] arguments)
    {
        if (arguments is ["file", var file, var data])
            return RunFile(file, data);
        if (arguments is not [("queries" or "laws" or "server") and var what, var count, var threads, var seed, .. var rest]
            || rest.Length > 1)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var (number, cores, start) = (long.Parse(count, CultureInfo.InvariantCulture), Number(threads), Number(seed));
        if (what == "queries")
            return RunQueries(number, cores, start, rest is [var size] ? Number(size) : LargestGraph);
        if (what == "server")
            return RunServer(number, start, rest is [var most] ? Number(most) : LargestGraphOnServer);
        return rest is [var path] && !int.TryParse(path, out _)
            ? RunLaws(start, run => run.Run(number, cores, Load(path)))
            : RunLaws(start, run => run.Run(number, cores, rest is [var largest] ? Number(largest) : LargestGraph));
    }

    private static int RunQueries(long count, int threads, int seed, int largest)
    {
        var found = new Findings();
        var run = new RandomRun(seed, largest)
        {
            Report = found.Add,
            ErrorNotReached = text => Console.Error.WriteLine($"error not reached: {text}")
        };
        using var progress = Every(() => Describe(run.Counts));
        run.Run(count, threads);
        return found.Finish(Describe(run.Counts));
    }

    private static int RunFile(string file, string data)
    {
        var found = new Findings();
        var run = new FileRun(Load(data)) { Report = found.Add };
        run.Run(file);
        return found.Finish(Describe(run.Counts));
    }

    private static int RunServer(long count, int seed, int largest)
    {
        if (PostgresCluster.TryGet(out var reason) is not { } cluster)
        {
            Console.Error.WriteLine($"No PostgreSQL here: {reason}");
            return 2;
        }

        using var server = cluster;
        var found = new Findings();
        var run = new ServerRun(seed, largest, cluster.Url) { Report = found.Add };
        using var progress = Every(() => Describe(run.Counts));
        run.Run(count);
        return found.Finish(Describe(run.Counts));
    }

    private static int RunLaws(int seed, Action<LawRun> start)
    {
        var found = new Findings();
        var run = new LawRun(seed) { Report = found.Add };
        using var progress = Every(() => Describe(run.Counts));
        start(run);
        return found.Finish(Describe(run.Counts));
    }

    private static string Describe<T>(IReadOnlyDictionary<T, long> counts)
        where T : notnull => string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>Says once a minute how far a run is.</summary>
    private static Timer Every(Func<string> describe) =>
        new(_ => Console.Error.WriteLine(describe()), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    private static GraphStore Load(string path) =>
        path.EndsWith(".graph", StringComparison.Ordinal) ? GraphFile.Open(path) : GraphLoader.Load([path], new LoadOptions(null)).Store;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Prints what is found as it is found.</summary>
    private sealed class Findings
    {
        private int count;

        public void Add(string text)
        {
            Interlocked.Increment(ref count);
            lock (this)
                Console.Out.WriteLine($"---- difference {count}\n{text}");
        }

        public int Finish(string counts)
        {
            Console.Out.WriteLine(counts);
            return count == 0 ? 0 : 1;
        }
    }
}
