using System.Diagnostics;
using System.Text.Json;

namespace Graph.Benchmarks;

/// <summary>A peer in a process of its own, loaded from a folder of tables the first time; started again when it crashed.</summary>
internal sealed class PeerProcess(string engine, string folder, DataSet dataSet, TimeSpan limit) : IDisposable
{
    private const int Loaded = 75;

    /// <summary>How long beyond its limit a peer may take to stop by itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private Process? process;

    public PeerAnswer Measure(QueryFile query, int runs)
    {
        process ??= Start();
        process.StandardInput.WriteLine(WriteRequest(query.PeerText, runs));
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLineAsync();
        if (line.Wait(limit + Grace) && line.Result is { } answer)
            return Read(answer);

        var stopped = process.HasExited || line.IsCompleted;
        Dispose();
        return new PeerAnswer(null, 0, "", [], stopped ? "crashed" : "timeout");
    }

    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
        process = null;
    }

    private Process Start()
    {
        var script = DataSet.FindFile("peers/peer.mjs");
        var arguments = new[] { script, engine, Path.Combine(folder, engine), folder, dataSet.PeerSchema };
        while (true)
        {
            var started = Process.Start(
                new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            if (started.StandardOutput.ReadLine() is not null)
                return started;

            started.WaitForExit();
            if (started.ExitCode != Loaded)
                throw new InvalidOperationException($"{engine} could not be started.");
        }
    }

    private string WriteRequest(string query, int runs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("query", query);
            json.WriteNumber("limit", (int)limit.TotalMilliseconds);
            json.WriteNumber("runs", runs);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static PeerAnswer Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        return json.TryGetProperty("error", out var error)
            ? new PeerAnswer(
                null, 0, "", [], error.GetString()!.StartsWith("Interrupted", StringComparison.Ordinal) ? "timeout" : error.GetString())
            : new PeerAnswer(
                json.GetProperty("ms").GetDouble(), json.GetProperty("rows").GetInt32(), json.GetProperty("sum").GetString()!,
                [.. json.GetProperty("sample").EnumerateArray().Select(row => row.GetString()!)], Error: null);
    }
}

/// <summary>A peer's median in milliseconds and its answer, or why there is none.</summary>
internal sealed record PeerAnswer(double? Median, int Rows, string Sum, IReadOnlyList<string> Sample, string? Error)
{
    /// <summary>The query is none in the peer's dialect: nothing to compare.</summary>
    public bool IsRefused =>
        Error is not null && Error != "crashed" && Error != "timeout" && !Error.StartsWith("Buffer manager", StringComparison.Ordinal);

    /// <summary>A peer that ran out of time or memory, or crashed, counts as its limit.</summary>
    public double? GetMilliseconds(double limit) => IsRefused ? null : Median ?? limit;
}
