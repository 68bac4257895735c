using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Graph.Benchmarks;

/// <summary>
/// Runs the peers' own runners on their databases beside Graph, and prints the medians and the ratio of the best peer to Graph. The folder
/// <c>PEERS</c> holds the peers; a peer whose database is not there is left out.
/// </summary>
internal static class PeerComparison
{
    private static readonly string[] Engines = ["ladybug", "kuzu"];

    /// <param name="runner">The peers' runner, <c>run_kuzulike.mjs</c>.</param>
    /// <param name="databases">The start of the paths of the peers' databases; the engine's name follows.</param>
    public static string Compare(IReadOnlyList<QueryTiming> timings, string runner, string databases)
    {
        var peers = Engines.Where(engine => Path.Exists(databases + engine)).ToDictionary(engine => engine, engine => Run(runner, engine, databases + engine));
        var text = new StringBuilder($"| query | Graph | {string.Join(" | ", peers.Keys)} | best / Graph |\n|---|---{string.Concat(peers.Select(_ => "|---"))}|---|\n");
        var ratios = new List<double>();
        foreach (var timing in timings)
        {
            var times = peers.Values.Select(results => GetMedian(results, timing)).ToList();
            var best = times.OfType<double>().DefaultIfEmpty(double.NaN).Min();
            if (!double.IsNaN(best))
                ratios.Add(best / timing.Median);
            text.Append(CultureInfo.InvariantCulture, $"| {timing.Name} | {timing.Median:G3} | {string.Join(" | ", times.Select(time => Format(time)))} | {best / timing.Median:F1} |\n");
        }

        var mean = Math.Exp(ratios.Select(ratio => Math.Log(ratio)).DefaultIfEmpty(0).Average());
        return text.Append(CultureInfo.InvariantCulture, $"\ngeometric mean of best peer / Graph over {ratios.Count} queries: {mean:F1}\n").ToString();
    }

    private static JsonElement Run(string runner, string engine, string database)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [runner, "--engine", engine, "--db", database, "--query", "--runs", "5", "--timeout", "30000"])
        {
            RedirectStandardOutput = true,
        })!;
        var json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonDocument.Parse(json).RootElement.GetProperty("queries");
    }

    /// <summary>Null where the peer gave no answer, or another one.</summary>
    private static double? GetMedian(JsonElement results, QueryTiming timing) =>
        results.TryGetProperty(timing.Name, out var result) && result.TryGetProperty("ms", out var median) && result.GetProperty("sum").GetString() == timing.Sum
            ? median.GetDouble()
            : null;

    private static string Format(double? time) => time is null ? "none" : time.Value.ToString("G3", CultureInfo.InvariantCulture);
}
