using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query;

/// <summary>
/// The door to the query language: text to syntax to bound query to plan to rows. Prompt, scripts, generated methods and tests
/// all enter here. Prepared queries are cached by their text. Safe for use by several threads.
/// </summary>
public sealed class QueryEngine(GraphStore store)
{
    public GraphStore Store => store;

    /// <summary>Every name that a query may use: of the graph type and of the data.</summary>
    public GraphCatalog Catalog => throw new NotImplementedException();

    /// <summary>Parses, binds and plans one statement. Mistakes are in the diagnostics, never thrown.</summary>
    public PreparedQuery Prepare(SourceText source) => throw new NotImplementedException();

    /// <summary>Binds and plans a statement of a script, with its warnings and errors at their places in the script.</summary>
    public PreparedQuery Prepare(StatementSyntax statement, SourceText script) => throw new NotImplementedException();

    /// <summary>Starts a prepared query that has no errors. Rows are computed as they are read.</summary>
    /// <exception cref="QueryException">Reading the rows met a run-time error or a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while rows were read.</exception>
    public QueryResult Run(
        PreparedQuery query,
        IReadOnlyDictionary<string, Value>? parameters = null,
        QueryLimits? limits = null,
        CancellationToken cancellation = default) => throw new NotImplementedException();
}

/// <summary>A statement that is ready to run, or the diagnostics that say why it is not.</summary>
public sealed record PreparedQuery(SourceText Source, BoundStatement? Statement, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Statement is null || Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}

/// <param name="MaximumMemory">In bytes, of what the query itself holds.</param>
public sealed record QueryLimits(TimeSpan? Timeout = null, long? MaximumMemory = null);

/// <summary>Columns and rows. The rows can be read once.</summary>
public sealed record QueryResult(ImmutableArray<BoundColumn> Columns, IEnumerable<RowBatch> Batches, ImmutableArray<Diagnostic> Warnings);
