using Graph.Query;

namespace Graph.Tck.Running;

public enum ErrorPhase
{
    CompileTime,
    RunTime,
}

public sealed record QueryError(ErrorPhase Phase, Diagnostic Diagnostic);

/// <summary>What became of a query: columns and rows, or the error that ended it.</summary>
/// <param name="Store">The graph that the nodes and relations of the rows are in; null where there are no rows.</param>
public sealed record QueryRun(ImmutableArray<string> Columns, IReadOnlyList<Value[]> Rows, GraphStore? Store, QueryError? Error)
{
    private static readonly QueryLimits Limits = new(Timeout: TimeSpan.FromMinutes(1));

    public static QueryRun Execute(QueryEngine engine, string text, IReadOnlyDictionary<string, Value> parameters)
    {
        var query = engine.Prepare(new SourceText(text));
        if (query.HasErrors)
            return new QueryRun(
                [], [], null,
                new QueryError(
                    ErrorPhase.CompileTime, query.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

        if (engine.CheckParameters(query, parameters) is [var mistake, ..])
            return new QueryRun([], [], null, new QueryError(ErrorPhase.CompileTime, mistake));

        try
        {
            var result = engine.Run(query, parameters, Limits);
            return new QueryRun(
                [.. result.Columns.Select(column => column.Name)], [.. result.Rows.Select(row => row.ToArray())], result.Store, null);
        }
        catch (QueryException exception)
        {
            return new QueryRun([], [], null, new QueryError(ErrorPhase.RunTime, exception.Diagnostic));
        }
    }
}
