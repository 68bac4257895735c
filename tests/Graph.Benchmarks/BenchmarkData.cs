using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Graph.Annotations;
using Graph.Core;
using Graph.News;

namespace Graph.Benchmarks;

/// <summary>Opens and builds the graphs to measure: stored ones, the tables of the peers' generator, annotated articles.</summary>
internal static class BenchmarkData
{
    public static GraphStore Open(string path) => GraphFile.Exists(path) ? GraphFile.Open(path) : Load(path);

    /// <summary>Annotated articles as a closed graph of the news graph type.</summary>
    public static GraphStore LoadNews(string path) => GraphLoader.Load([path], new LoadOptions(NewsSchema.GraphType)).Store;

    /// <summary>The graph stored in a folder of tables, built where it is not there yet.</summary>
    public static GraphStore OpenTables(string folder)
    {
        var stored = Path.Combine(folder, "graph.graph");
        if (!GraphFile.Exists(stored))
            GraphFile.Write(Load(folder), stored);
        return GraphFile.Open(stored);
    }

    /// <summary>Builds a stored graph and says how long it took, in the shape of the peers' runners.</summary>
    public static string MeasureLoad(string path, string output)
    {
        var start = Stopwatch.GetTimestamp();
        var store = Load(path);
        var readMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GraphFile.Write(store, output);
        var loadMilliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var disk = new DirectoryInfo(output).EnumerateFiles().Sum(file => file.Length);

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("engine", "graph");
            json.WriteNumber("threads", Environment.ProcessorCount);
            json.WriteNumber("read_ms", Math.Round(readMilliseconds, 3));
            json.WriteNumber("load_ms", Math.Round(loadMilliseconds, 3));
            json.WriteNumber("load_peak_rss", ProcessMemory.Peak);
            json.WriteNumber("disk", disk);
            json.WriteNumber("edges", store.EdgeCount);
            json.WriteNumber("bytes_per_edge", Math.Round(disk / (double)store.EdgeCount, 2));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static GraphStore Load(string path) =>
        GraphLoader.Load([path], new LoadOptions(Type: null) { CorpusFile = DataSet.Find(path)?.CorpusFile }).Store;
}
