using Graph.Oracle.Evaluation;
using Graph.Oracle.Generation;
using Graph.Oracle.Graphs;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Oracle.Comparing;

internal enum Verdict
{
    /// <summary>The same rows.</summary>
    Same,

    /// <summary>Both without a row.</summary>
    Empty,

    /// <summary>Both an error.</summary>
    Failed,

    /// <summary>The query has mistakes and does not run.</summary>
    Rejected,

    /// <summary>The server said that it cannot answer.</summary>
    Refused,

    /// <summary>The plain way would take too long.</summary>
    TooLarge,

    /// <summary>The query does not fix its answer, such as a LIMIT without an order in its midst.</summary>
    Open,

    /// <summary>Evaluated in the order of the text the query fails, and the engine did not need the value that fails.</summary>
    ErrorNotReached,

    /// <summary>
    /// The engine fails on a condition that a rewrite put before the step that would have left nothing to check; without rewrites it
    /// answers right.
    /// </summary>
    ErrorMoved,

    Different,
}

/// <summary>Holds the engine's answer to one query against the plain evaluation.</summary>
internal sealed class QueryComparison(PlainGraph graph, EngineRun engine, EngineRun plain)
{
    /// <summary>
    /// So many orders of what has none, such as of rows that are collected into a list by which others are ordered, are tried.
    /// </summary>
    private const int Orders = 64;

    public QueryComparison(GraphStore store, PlainGraph graph, EngineSettings settings)
        : this(graph, new EngineRun(store, settings), new EngineRun(store, EngineSettings.Plain))
    {
    }

    /// <summary>So many steps of the plain evaluation are waited for.</summary>
    public long MostSteps { get; init; } = 100_000;

    /// <summary>
    /// The engine is a server, which may refuse a query, and may evaluate what the order of the text would have left out.
    /// </summary>
    public bool MayRefuse { get; init; }

    public (Verdict Verdict, string Detail) Compare(string query)
    {
        if (TryPrepare(query, out var prepared) is { } crash)
            return (Verdict.Different, crash);
        if (prepared is null || !prepared.Statement!.Parameters.All(IsGiven))
            return (Verdict.Rejected, "");
        try
        {
            return Compare(prepared);
        }
        catch (TooLargeException)
        {
            return (Verdict.TooLarge, "");
        }
        catch (InvalidOperationException exception)
        {
            // A fault of the plain evaluation: shown with its query, instead of ending the run.
            return (Verdict.Different, $"plain evaluation: {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>
    /// A text that is used as a date, also in a list, is converted before the query runs, which is no part of its evaluation.
    /// </summary>
    private static bool IsGiven(BoundQueryParameter parameter) =>
        QueryWriter.Parameters.ContainsKey(parameter.Name) && !HoldsDates(parameter.Type);

    private static bool HoldsDates(StaticType type) =>
        type.Kind == TypeKind.Date || (type is { Kind: TypeKind.List, Element: { } element } && HoldsDates(element));

    private string? TryPrepare(string query, out PreparedQuery? prepared)
    {
        try
        {
            prepared = engine.Prepare(query);
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            prepared = null;
            return $"engine, before it runs: {exception.GetType().Name}: {exception.Message}";
        }
    }

    private (Verdict Verdict, string Detail) Compare(PreparedQuery prepared)
    {
        var expected = Compute(prepared, 0);
        var actual = engine.Ask(prepared, QueryWriter.Parameters);
        if (actual.WasStopped)
            return (Verdict.TooLarge, "");
        if (MayRefuse && actual.Error is "GR8001" or "GR8002")
            return (Verdict.Refused, "");
        if (Fits(expected, actual))
            return (actual.Error is not null ? Verdict.Failed : actual.Rows.Count == 0 ? Verdict.Empty : Verdict.Same, "");

        var first = expected.ToString();
        var isOpen = false;
        for (var seed = 1; seed <= Orders && actual.Crash is null; seed++)
        {
            var other = Compute(prepared, seed);
            if (Fits(other, actual))
                return (Verdict.Same, "");
            isOpen |= !(other.Error is null ? expected.Allows([.. Window(other)]) : expected.Error is not null);
        }

        if (actual.Error is not null
            && Fits(expected, plain.Ask(plain.Prepare(prepared.Source.Text)!, QueryWriter.Parameters))
            && (!MayRefuse || IsOfValues(actual.Error)))
            return (Verdict.ErrorMoved, "");
        if (isOpen)
            return (Verdict.Open, "");
        if (expected.Error is not null && actual.Error is null && actual.Crash is null)
            return (Verdict.ErrorNotReached, expected.Error);
        return (Verdict.Different, $"expected {first}\nengine: {Describe(expected, actual)}");
    }

    private OracleAnswer Compute(PreparedQuery prepared, int seed) =>
        OracleAnswer.Compute(graph, prepared.Statement!.Query, QueryWriter.Parameters, seed, MostSteps);

    private static bool Fits(OracleAnswer expected, EngineAnswer actual)
    {
        if (actual.Crash is not null)
            return false;
        return actual.Error is not null ? expected.Error is not null : expected.Error is null && expected.Allows(actual.Rows);
    }

    /// <summary>A mistake of the query's that depends on values, not a fault of the server.</summary>
    private static bool IsOfValues(string error) => !error.StartsWith("GR8", StringComparison.Ordinal);

    private static IEnumerable<Value[]> Window(OracleAnswer answer) => answer.Result.Rows
        .Skip((int)Math.Min(answer.Result.Skip, int.MaxValue))
        .Take((int)Math.Min(answer.Result.Limit ?? int.MaxValue, int.MaxValue))
        .Select(row => row.Row);

    private static string Describe(OracleAnswer expected, EngineAnswer actual) =>
        actual.Crash ?? actual.Error ?? $"{actual.Rows.Count} rows\n{string.Join('\n', actual.Rows.Take(20).Select(expected.Text.Print))}";
}
