using Graph.Cli.Rendering;
using Graph.News;
using Graph.Query.Schema;

namespace Graph.Cli.Sessions;

/// <summary>The graph type that <c>--schema</c> names: a file, <c>none</c>, or the built-in one where nothing is said.</summary>
internal static class GraphTypeSource
{
    public const string Open = "none";

    /// <summary>Null for an open graph. False, after the reasons were written, where the file is wrong.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static bool TryRead(string? schema, DiagnosticRenderer diagnostics, out GraphType? type)
    {
        type = schema is null ? NewsSchema.GraphType : null;
        if (schema is null or Open)
            return true;

        var result = SchemaReader.Read(ReadFile(schema));
        foreach (var diagnostic in result.Diagnostics)
            diagnostics.Write(diagnostic);
        type = result.Type;
        return type is not null;
    }

    /// <summary>The text of the built-in graph type, or of a file.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static SourceText ReadText(string? schema) => schema is null ? new SourceText(NewsSchema.Text, "news.gql") : ReadFile(schema);

    private static SourceText ReadFile(string path) => File.Exists(path)
        ? new SourceText(File.ReadAllText(path), path)
        : throw new UsageException($"There is no schema file '{path}'; '{Open}' stands for an open graph.");
}
