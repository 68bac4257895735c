using System.Diagnostics;
using System.Globalization;

namespace Graph.Benchmarks;

/// <summary>From the start of the published command to its answer, as a whole process, in milliseconds.</summary>
internal static class FirstAnswer
{
    private const string Query = "MATCH (p:Person {name: 'Person One'}) RETURN p.id, p.country";

    public static string Measure(string command, string data, int runs)
    {
        var times = Enumerable.Range(0, runs + 1).Select(_ => Run(command, data)).Skip(1).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"process_to_first_answer_ms":{{times[times.Count / 2]:F1}},"min":{{times[0]:F1}},"n":{{times.Count}}}""");
    }

    private static double Run(string command, string data)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(command, ["query", Query, "--data", data, "--format", "csv"]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"'{command}' ended with exit code {process.ExitCode}.");
    }
}
