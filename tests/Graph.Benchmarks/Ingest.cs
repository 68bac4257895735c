using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Graph.Annotations;

namespace Graph.Benchmarks;

/// <summary>How fast articles become a graph. The peak memory is that of the process, so measure one load in each.</summary>
internal static class Ingest
{
    private const double Megabyte = 1e6;

    public static string Measure(string path, int threads)
    {
        var bytes = File.Exists(path)
            ? new FileInfo(path).Length
            : new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        var start = Stopwatch.GetTimestamp();
        var summary = GraphLoader.Load([path], new LoadOptions(Type: null) { Threads = threads }).Summary;
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("articles", summary.Articles);
            json.WriteNumber("mentions", summary.Mentions);
            json.WriteNumber("relations", summary.Relations);
            json.WriteNumber("threads", threads);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteNumber("cpu_seconds", Math.Round(Environment.CpuUsage.TotalTime.TotalSeconds, 3));
            json.WriteNumber("articles_per_second", Math.Round(summary.Articles / seconds));
            json.WriteNumber("mb_per_second", Math.Round(bytes / Megabyte / seconds, 1));
            json.WriteNumber("peak_rss", ProcessMemory.Peak);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
