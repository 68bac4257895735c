using Graph.Query;

namespace Graph.Tck.Running;

public enum ErrorPhase
{
    CompileTime,
    RunTime,
}

public sealed record QueryError(ErrorPhase Phase, Diagnostic Diagnostic);

/// <summary>What became of a query: columns and rows, or the error that ended it.</summary>
public sealed record QueryRun(ImmutableArray<string> Columns, IReadOnlyList<Value[]> Rows, QueryError? Error)
{
    private static readonly QueryLimits Limits = new(Timeout: TimeSpan.FromMinutes(1));

    public static QueryRun Execute(QueryEngine engine, string text, IReadOnlyDictionary<string, Value> parameters)
    {
        var query = engine.Prepare(new SourceText(text));
        if (query.HasErrors)
            return new QueryRun([], [], new QueryError(ErrorPhase.CompileTime, query.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

        try
        {
            var result = engine.Run(query, parameters, Limits);
            return new QueryRun([.. result.Columns.Select(column => column.Name)], [.. result.Batches.SelectMany(batch => ReadRows(batch, result.Columns.Length))], null);
        }
        catch (QueryException exception)
        {
            return new QueryRun([], [], new QueryError(ErrorPhase.RunTime, exception.Diagnostic));
        }
    }

    private static List<Value[]> ReadRows(RowBatch batch, int width)
    {
        var rows = new List<Value[]>(batch.Count);
        for (var row = 0; row < batch.Count; row++)
        {
            var values = new Value[width];
            for (var column = 0; column < width; column++)
                values[column] = batch.GetValue(column, row);
            rows.Add(values);
        }

        return rows;
    }
}
