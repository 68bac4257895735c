using Graph.Annotations;
using Graph.Cli.Rendering;
using Graph.Postgres;
using Graph.Query;

namespace Graph.Cli.Sessions;

/// <summary>Data and the engine that answers questions on it.</summary>
/// <param name="loaded">What was read from articles; null for a graph that was opened as it was stored.</param>
/// <param name="remote">The graph on a server that is asked instead; null for data in this process.</param>
internal sealed class Session(GraphStore store, LoadResult? loaded, PostgresGraph? remote = null)
{
    /// <summary>The data is on a server; <see cref="Store"/> then only shows what it is like.</summary>
    public bool IsRemote => remote is not null;

    public GraphStore Store => store;

    public LoadResult? Loaded => loaded;

    public QueryEngine Engine { get; } = remote?.Engine ?? new QueryEngine(store);

    /// <summary>One line on what there is.</summary>
    public string Summary => remote is not null
        ? LoadReport.Summarize(remote)
        : loaded is null ? LoadReport.Summarize(store) : LoadReport.Summarize(loaded.Summary);

    /// <summary>Loads or opens data; null, after the reasons were written, where there is nothing to work on.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UsageException">A stored graph is named beside other paths or a graph type.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Session? Open(CommandHost host, LoadSettings settings, DiagnosticRenderer diagnostics, CancellationToken cancellation)
    {
        if (RemoteGraph.Find(settings) is { } address)
            return Abandon(() => Open(address), cancellation);
        if (StoredGraph.Find(settings) is { } path)
            return Open(host, settings, path, cancellation);

        if (Load(host, settings, diagnostics, cancellation) is not { } loaded)
            return null;
        // A file that was named and not read is a mistake of the command line, so no answer is given without it.
        if (!loaded.HasErrors || (!settings.Strict && !loaded.Summary.Skipped.Any(file => file.IsNamed)))
            return new Session(loaded.Store, loaded);

        LoadReport.WriteDiagnostics(loaded, diagnostics, host.Error, cancellation);
        return null;
    }

    /// <summary>
    /// Waits no longer once the token is cancelled: a load looks at it between files and articles, and one of them may take a while to end.
    /// </summary>
    private static T Abandon<T>(Func<T> load, CancellationToken cancellation)
    {
        var work = Task.Run(load, cancellation);
        Task.WaitAny([work], cancellation);
        return work.GetAwaiter().GetResult();
    }

    private static Session? Open(CommandHost host, LoadSettings settings, string path, CancellationToken cancellation)
    {
        var problems = settings.VerifiesChecksums ? Abandon(() => GraphFile.Check(path), cancellation) : [];
        if (problems.Count == 0)
            return new Session(settings.Schema is null ? GraphFile.Open(path) : GraphFile.Open(path).WithoutType(), null);

        StoredGraph.WriteProblems(problems, host.Error);
        return null;
    }

    private static Session Open(GraphAddress address)
    {
        var graph = PostgresGraph.Open(address);
        return new Session(graph.Engine.Store, null, graph);
    }

    /// <summary>Reads articles; null, after the reasons were written, where the graph type cannot be read.</summary>
    public static LoadResult? Load(CommandHost host, LoadSettings settings, DiagnosticRenderer diagnostics, CancellationToken cancellation)
    {
        if (!GraphTypeSource.TryRead(settings.Schema, diagnostics, out var type))
            return null;

        using var progress = host.IsErrorTerminal ? new ProgressLine(host.Error) : null;
        var options = new LoadOptions(type, settings.Strict)
        {
            CorpusFile = settings.Corpus,
            Progress = progress,
            AllDiagnostics = settings.AllDiagnostics,
            Annotator = settings.Annotator
        };
        return Abandon(() => GraphLoader.Load(settings.Paths, options, cancellation), cancellation);
    }
}
