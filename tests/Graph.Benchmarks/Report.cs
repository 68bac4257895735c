using System.Text;
using System.Text.Json;

namespace Graph.Benchmarks;

/// <summary>The JSON of a run, in the shape of the peers' runners.</summary>
internal static class Report
{
    public static string Write(double openMilliseconds, IReadOnlyList<QueryTiming> timings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("engine", "graph");
            json.WriteNumber("threads", Environment.ProcessorCount);
            WriteMilliseconds(json, "open_ms", openMilliseconds);
            json.WriteStartObject("queries");
            foreach (var timing in timings)
                WriteTiming(json, timing);
            json.WriteEndObject();
            json.WriteNumber("rss_after", ProcessMemory.Resident);
            json.WriteNumber("peak_rss", ProcessMemory.Peak);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteTiming(Utf8JsonWriter json, QueryTiming timing)
    {
        json.WriteStartObject(timing.Name);
        if (timing.Error is not null)
        {
            json.WriteString("error", timing.Error);
        }
        else
        {
            WriteMilliseconds(json, "ms", timing.Median);
            WriteMilliseconds(json, "min", timing.Minimum);
            WriteMilliseconds(json, "first", timing.First);
            json.WriteNumber("n", timing.Runs);
            json.WriteNumber("rows", timing.Rows);
            json.WriteString("sum", timing.Sum);
        }

        json.WriteEndObject();
    }

    private static void WriteMilliseconds(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, 3));
}
