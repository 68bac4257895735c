using Graph.Query.Binding;

namespace Graph.Query;

/// <summary>A graph that is not in this process, and runs bound statements itself.</summary>
internal interface IRemoteGraph
{
    /// <summary>A store with the same names and kinds of values, against which statements are bound.</summary>
    GraphStore Shape { get; }

    /// <summary>What the graph cannot answer exactly, as errors with their places.</summary>
    ImmutableArray<Diagnostic> Check(BoundStatement statement, SourceText source);

    /// <summary>Starts a statement that was checked.</summary>
    /// <exception cref="QueryException">A parameter is missing; or, while rows are read, a run-time error, a limit, or the graph is
    /// gone.</exception>
    QueryResult Run(
        BoundStatement statement,
        SourceText source,
        IReadOnlyDictionary<string, Value> parameters,
        QueryLimits limits,
        CancellationToken cancellation);
}
