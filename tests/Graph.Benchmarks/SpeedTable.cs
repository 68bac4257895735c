using System.Globalization;
using System.Text;

namespace Graph.Benchmarks;

/// <summary>Medians in milliseconds and the ratio of the best peer to Graph, the lowest ratio first.</summary>
internal static class SpeedTable
{
    public static string Write(IReadOnlyList<Measurement> measurements, int limitSeconds)
    {
        var limit = limitSeconds * 1000.0;
        var text = new StringBuilder(
            $"| query | Graph | {string.Join(" | ", Comparison.Peers)} | best / Graph |\n|---|---{string.Concat(Comparison.Peers.Select(_ => "|---"))}|---|\n");
        foreach (var measurement in measurements.OrderBy(measurement => GetRatio(measurement, limit) ?? double.MaxValue))
            text.Append(WriteRow(measurement, limit)).Append('\n');

        var ratios = measurements.Select(measurement => GetRatio(measurement, limit)).OfType<double>().ToList();
        if (ratios.Count == 0)
            return text.ToString();

        var mean = Math.Exp(ratios.Average(Math.Log));
        return text.Append(
            CultureInfo.InvariantCulture,
            $"\n{ratios.Count} queries compared: geometric mean of best peer / Graph {mean:F1}, worst {ratios.Min():G2}, below 1: {ratios.Count(ratio => ratio < 1)}\n").ToString();
    }

    /// <param name="limit">What a query counts that was stopped, in milliseconds.</param>
    public static string WriteRow(Measurement measurement, double limit)
    {
        var peers = Comparison.Peers.Select(peer => Format(measurement.Peers[peer], measurement.Graph));
        var ratio = GetRatio(measurement, limit)?.ToString("G3", CultureInfo.InvariantCulture) ?? "–";
        var graph = measurement.Graph.Error ?? measurement.Graph.Median.ToString("G3", CultureInfo.InvariantCulture);
        return $"| {measurement.Graph.Name} | {graph} | {string.Join(" | ", peers)} | {ratio} |";
    }

    private static double? GetRatio(Measurement measurement, double limit)
    {
        var best = measurement.Peers.Values.Select(peer => peer.GetMilliseconds(limit)).Min();
        return best / (measurement.Graph.Error is null ? measurement.Graph.Median : limit);
    }

    /// <summary>An answer that differs from Graph's is marked.</summary>
    private static string Format(PeerAnswer answer, QueryTiming graph) => answer switch
    {
        { IsRefused: true } => "none",
        { Median: { } median } =>
            median.ToString("G3", CultureInfo.InvariantCulture) + (graph.Error is not null || answer.Sum == graph.Sum ? "" : " ≠"),
        _ => answer.Error!,
    };
}
