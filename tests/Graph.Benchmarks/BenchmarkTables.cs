using System.Globalization;
using Graph.Core;

namespace Graph.Benchmarks;

/// <summary>The tables of the peers' generator: plain CSV, one file for each kind of node and edge.</summary>
internal static class BenchmarkTables
{
    private const string ArticleFile = "nodes_article.csv";
    private static readonly string[] EntityLabels = ["Person", "Place", "Organization"];

    public static bool AreIn(string folder) => File.Exists(Path.Combine(folder, ArticleFile));

    public static GraphStore Load(string folder)
    {
        var builder = new GraphBuilder();
        var articles = ReadNodes(builder, Path.Combine(folder, ArticleFile), ["Article"]);
        var entities = new Dictionary<long, int>();
        foreach (var label in EntityLabels)
        {
            foreach (var (id, handle) in ReadNodes(builder, Path.Combine(folder, $"nodes_{label.ToLowerInvariant()}.csv"), [label, "Entity"]))
                entities.Add(id, handle);
        }

        ReadEdges(builder, Path.Combine(folder, "edges_mentions.csv"), "MENTIONS", articles, entities);
        foreach (var file in Directory.EnumerateFiles(folder, "edges_rel_*.csv").Order(StringComparer.Ordinal))
            ReadEdges(builder, file, Path.GetFileNameWithoutExtension(file)["edges_rel_".Length..], entities, entities);
        return builder.Build();
    }

    private static Dictionary<long, int> ReadNodes(GraphBuilder builder, string file, string[] labels)
    {
        var handles = new Dictionary<long, int>();
        foreach (var properties in ReadRows(file))
            handles.Add(properties[0].Value.AsInteger(), builder.AddNode(labels, properties));
        return handles;
    }

    private static void ReadEdges(GraphBuilder builder, string file, string type, Dictionary<long, int> sources, Dictionary<long, int> targets)
    {
        foreach (var row in ReadRows(file))
            builder.AddEdge(type, sources[row[0].Value.AsInteger()], targets[row[1].Value.AsInteger()], row.Skip(2));
    }

    private static IEnumerable<KeyValuePair<string, Value>[]> ReadRows(string file)
    {
        string[]? header = null;
        foreach (var line in File.ReadLines(file))
        {
            var cells = line.Split(',');
            if (header is null)
                header = cells;
            else
                yield return [.. cells.Select((cell, column) => KeyValuePair.Create(header[column], Parse(cell)))];
        }
    }

    private static Value Parse(string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Value.FromInteger(number) : Value.FromString(cell);
}
