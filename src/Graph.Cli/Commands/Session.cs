using Graph.Annotations;
using Graph.Cli.Rendering;
using Graph.Generator;
using Graph.News;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>Loaded data and the engine that answers questions on it.</summary>
internal sealed class Session(LoadResult loaded)
{
    private const string OpenGraph = "none";

    public LoadResult Loaded => loaded;

    public GraphStore Store => loaded.Store;

    public QueryEngine Engine { get; } = new(loaded.Store);

    /// <summary>Loads data; null, after the reasons were written, where there is nothing to work on.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Session? Open(LoadSettings settings, DiagnosticRenderer diagnostics, CancellationToken cancellation)
    {
        if (!TryReadType(settings.Schema, diagnostics, out var type))
            return null;

        var loaded = GraphLoader.Load(settings.Paths, new LoadOptions(type, settings.Strict), cancellation);
        if (!settings.Strict || !loaded.HasErrors)
            return new Session(loaded);

        foreach (var diagnostic in loaded.Diagnostics)
            diagnostics.Write(diagnostic);
        return null;
    }

    /// <summary>The graph type that <c>--schema</c> names; null for an open graph. False, after the reasons were written, where it is wrong.</summary>
    public static bool TryReadType(string? schema, DiagnosticRenderer diagnostics, out GraphType? type)
    {
        type = null;
        if (schema == OpenGraph)
            return true;

        if (schema is null)
        {
            type = NewsSchema.GraphType;
            return true;
        }

        var result = SchemaReader.Read(ReadSchemaText(schema));
        foreach (var diagnostic in result.Diagnostics)
            diagnostics.Write(diagnostic);
        type = result.Type;
        return type is not null;
    }

    /// <summary>The text of the built-in graph type, or of a file.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static SourceText ReadSchemaText(string? path)
    {
        if (path is null)
            return new SourceText(NewsSchema.Text, "news.gql");

        return File.Exists(path) ? new SourceText(File.ReadAllText(path), path) : throw new UsageException($"There is no schema file '{path}'; '{OpenGraph}' stands for an open graph.");
    }
}
