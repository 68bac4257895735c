using Graph.Query;

namespace Graph.Benchmarks;

/// <summary>A query's time and answer in Graph, and those of each peer by its name.</summary>
internal sealed record Measurement(QueryTiming Graph, IReadOnlyDictionary<string, PeerAnswer> Peers);

/// <summary>Runs each query in Graph and right after it in every peer, so that all see the same machine. Progress goes to stderr.</summary>
internal static class Comparison
{
    public static readonly string[] Peers = ["ladybug", "kuzu"];

    public static List<Measurement> Measure(IReadOnlyList<QueryFile> queries, string folder, int runs, TimeSpan limit)
    {
        var dataSet = DataSet.Find(folder)
            ?? throw new ArgumentException($"'{folder}' holds no tables of a data set that the peers can load.");
        var timer = new QueryTimer(new QueryEngine(BenchmarkData.OpenTables(folder)), runs, limit);
        var peers = Peers.ToDictionary(engine => engine, engine => new PeerProcess(engine, folder, dataSet, limit));
        var measurements = new List<Measurement>();
        try
        {
            foreach (var query in queries)
            {
                var graph = timer.Measure(query);
                var answers = peers.ToDictionary(peer => peer.Key, peer => peer.Value.Measure(query, runs));
                measurements.Add(new Measurement(graph, answers));
                Console.Error.WriteLine(SpeedTable.WriteRow(measurements[^1], limit.TotalMilliseconds));
            }
        }
        finally
        {
            foreach (var peer in peers.Values)
                peer.Dispose();
        }

        return measurements;
    }
}
