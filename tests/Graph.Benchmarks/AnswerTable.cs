using System.Text;

namespace Graph.Benchmarks;

/// <summary>The queries whose answers differ, with rows, checksum and first row of each engine, and how many agree.</summary>
internal static class AnswerTable
{
    public static string Write(IReadOnlyList<Measurement> measurements)
    {
        var text = new StringBuilder(
            $"| query | Graph | {string.Join(" | ", Comparison.Peers)} |\n|---|---{string.Concat(Comparison.Peers.Select(_ => "|---"))}|\n");
        var different = measurements.Where(IsDifferent).ToList();
        foreach (var (graph, peers) in different)
        {
            var answers = Comparison.Peers.Select(peer => Format(peers[peer].Rows, peers[peer].Sum, peers[peer].Sample, peers[peer].Error));
            text.Append($"| {graph.Name} | {Format(graph.Rows, graph.Sum, graph.Sample, graph.Error)} | {string.Join(" | ", answers)} |\n");
        }

        var unanswered = measurements.Count(measurement => measurement.Peers.Values.All(peer => peer.Error is not null));
        return text.Append(
            $"\n{measurements.Count} queries: {different.Count} differ, {unanswered} no peer answers, {measurements.Count - different.Count - unanswered} agree\n").ToString();
    }

    private static bool IsDifferent(Measurement measurement) =>
        measurement.Graph.Error is not null
        || measurement.Peers.Values.Any(peer => peer.Error is null && peer.Sum != measurement.Graph.Sum);

    private static string Format(int rows, string sum, IReadOnlyList<string> sample, string? error) =>
        error is null ? $"{rows} rows, {sum}: {string.Join(" // ", sample).Replace("|", ", ")}" : error.ReplaceLineEndings(" ");
}
