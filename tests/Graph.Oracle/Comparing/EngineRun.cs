using Graph.Query.Planning;

namespace Graph.Oracle.Comparing;

/// <summary>What the engine answered: rows, or the error that ended it.</summary>
/// <param name="Crash">Anything that is no answer and no error of the user's.</param>
internal sealed record EngineAnswer(IReadOnlyList<Value[]> Rows, string? Error = null, string? Crash = null)
{
    public bool WasStopped => Error is "GR5006";
}

/// <summary>Runs queries on the engine in one of its ways of work.</summary>
internal sealed class EngineRun(QueryEngine engine)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public EngineRun(GraphStore store, EngineSettings settings)
        : this(settings.CreateEngine(store))
    {
    }

    /// <summary>The query with every name resolved, or null where it has mistakes, or is refused.</summary>
    public PreparedQuery? Prepare(string query)
    {
        var prepared = engine.Prepare(new SourceText(query));
        return prepared.HasErrors ? null : prepared;
    }

    public EngineAnswer Ask(PreparedQuery query, IReadOnlyDictionary<string, Value> parameters)
    {
        try
        {
            var result = engine.Run(query, parameters, new QueryLimits(Patience, 1L << 31));
            return new EngineAnswer([.. result.Rows.Select(row => row.ToArray())]);
        }
        catch (QueryException exception) when (exception.Diagnostic.Id is "GR8003" or "GR8004")
        {
            return new EngineAnswer([], Crash: exception.Diagnostic.Message);
        }
        catch (QueryException exception)
        {
            return new EngineAnswer([], Error: exception.Diagnostic.Id);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new EngineAnswer([], Crash: $"{exception.GetType().Name}: {exception.Message}");
        }
    }
}
