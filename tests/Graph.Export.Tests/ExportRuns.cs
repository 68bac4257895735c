using System.Text;
using Graph.Annotations;
using Graph.News;

namespace Graph.Export.Tests;

/// <summary>Exports into memory and into files.</summary>
internal static class ExportRuns
{
    private static readonly Lazy<GraphStore> Loaded = new(LoadData);

    /// <summary>The articles under <c>data</c>.</summary>
    public static GraphStore Data => Loaded.Value;

    /// <summary>The same, read anew.</summary>
    public static GraphStore LoadData() => GraphLoader.Load([Repository.GetPath("data")], new LoadOptions(NewsSchema.GraphType)).Store;

    public static byte[] Write(GraphFormat format, GraphSelection selection)
    {
        using var output = new MemoryStream();
        format.Write(selection, output);
        return output.ToArray();
    }

    /// <summary>The text of a file, then what the report says.</summary>
    public static string Describe(GraphFormat format, GraphSelection selection)
    {
        using var output = new MemoryStream();
        var report = format.Write(selection, output);
        return $"{Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n')}\n\n{report.Written}\n{string.Concat(report.Losses.Select(loss => $"  {loss}\n"))}";
    }
}
