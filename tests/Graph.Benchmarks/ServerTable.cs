using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Graph.Core;
using Graph.Postgres;
using Graph.Query;

namespace Graph.Benchmarks;

/// <summary>Every query on a graph in this process and on one on PostgreSQL, and what the servers of its partitions send for it.</summary>
internal static partial class ServerTable
{
    /// <param name="answersHere">The graph in this process; null to ask the server only.</param>
    public static string Write(IReadOnlyList<QueryFile> queries, GraphStore? answersHere, PostgresGraph graph, int runs)
    {
        var here = answersHere is null ? null : new QueryTimer(new QueryEngine(answersHere), runs);
        var there = new QueryTimer(graph.Engine, runs);
        var text = new StringBuilder(
            "| query | here, ms | server, ms | rows | same | rows that travel | bytes that travel |\n|---|---|---|---|---|---|---|\n");
        foreach (var query in queries)
        {
            var (local, remote) = (here?.Measure(query), there.Measure(query));
            var (rows, bytes) = remote.Error is null ? CountTravel(graph.Engine, query) : (0, 0);
            text.Append(CultureInfo.InvariantCulture, $"| {query.Name} | {local?.Median:G3} | ")
                .Append(CultureInfo.InvariantCulture, $"{(remote.Error is null ? $"{remote.Median:G3}" : remote.Error)} | {remote.Rows} | ")
                .Append(
                    CultureInfo.InvariantCulture, $"{(local is null ? "" : local.Sum == remote.Sum ? "yes" : "NO")} | {rows} | {bytes}\n");
        }

        return text.ToString();
    }

    /// <summary>What foreign scans give, by the server's own plan: rows, and these by their width.</summary>
    private static (long Rows, long Bytes) CountTravel(QueryEngine engine, QueryFile query)
    {
        var profile = engine.Run(engine.Prepare(new SourceText($"PROFILE {query.Text}")));
        var scans = profile.Rows.Select(row => ForeignScan().Match(row[0].AsString())).Where(match => match.Success)
            .Select(match => (Rows: Read(match, "rows") * Read(match, "loops"), Width: Read(match, "width"))).ToList();
        return ((long)scans.Sum(scan => scan.Rows), (long)scans.Sum(scan => scan.Rows * scan.Width));
    }

    private static double Read(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Foreign Scan.*width=(?<width>\d+)\).*actual time=\S+ rows=(?<rows>[\d.]+) loops=(?<loops>\d+)")]
    private static partial Regex ForeignScan();
}
