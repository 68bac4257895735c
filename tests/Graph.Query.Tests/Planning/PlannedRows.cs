using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>The rows of a query as texts, planned with some of the rewrites.</summary>
internal static class PlannedRows
{
    public static List<string> Of(GraphStore store, RewriteSet rewrites, BufferSizes sizes, string query)
    {
        var engine = new QueryEngine(store, rewrites, sizes);
        var prepared = engine.Prepare(new SourceText(query));
        Assert.False(prepared.HasErrors, $"{query}: {string.Join('\n', prepared.Diagnostics.Select(diagnostic => diagnostic.Message))}");
        return [.. engine.Run(prepared).Rows.Select(row => string.Join(", ", row.ToArray()))];
    }

    /// <summary>The bag of rows, one a line, to be compared with that of another plan.</summary>
    public static string Bag(GraphStore store, RewriteSet rewrites, BufferSizes sizes, string query) =>
        string.Join('\n', Of(store, rewrites, sizes, query).Order(StringComparer.Ordinal));

    /// <summary>The bag of rows, or the id of the error that stops the query.</summary>
    public static string BagOrError(GraphStore store, RewriteSet rewrites, BufferSizes sizes, string query)
    {
        try
        {
            return Bag(store, rewrites, sizes, query);
        }
        catch (QueryException error)
        {
            return error.Diagnostic.Id;
        }
    }

    /// <summary>The plan as <c>EXPLAIN</c> shows it, a step a line.</summary>
    public static string Explain(GraphStore store, RewriteSet rewrites, string query)
    {
        var engine = new QueryEngine(store, rewrites, BufferSizes.Default);
        return string.Join('\n', engine.Run(engine.Prepare(new SourceText($"EXPLAIN {query}"))).Rows.Select(row => row[0].AsString()));
    }
}
