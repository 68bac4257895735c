using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Export;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>The part of the graph that a command line asks for.</summary>
internal static class SelectionReader
{
    /// <summary>Null, after the reasons were written, where there is none.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GraphSelection? Read(
        CommandHost host, Session session, SelectionSettings settings, DiagnosticRenderer diagnostics, CancellationToken cancellation)
    {
        if (settings.Query is null)
            return GraphSelection.All(session.Store);

        var query = new SelectionQuery(session, settings, diagnostics);
        if (query.Prepare(host, cancellation) is not { } statements)
            return null;

        try
        {
            var parts = statements.Select(statement => ReadRows(query.Run(statement, cancellation), cancellation)).ToList();
            return Check(GraphSelection.Join(parts), settings, diagnostics)?.WithNeighbourhood(settings.Around);
        }
        catch (QueryException exception)
        {
            diagnostics.Write(exception.Diagnostic);
            return null;
        }
    }

    /// <summary>What a query finds on a server is a graph of its own.</summary>
    private static GraphSelection ReadRows(QueryResult result, CancellationToken cancellation) =>
        GraphSelection.FromRows(result.Store, result, cancellation);

    private static GraphSelection? Check(GraphSelection selection, SelectionSettings settings, DiagnosticRenderer diagnostics)
    {
        if (selection.Nodes.IsEmpty)
        {
            diagnostics.WriteError("The rows hold no nodes, relations or paths; return them as they are: RETURN a, r, b");
            return null;
        }

        if (selection.Edges.IsEmpty && settings.Around == 0)
            diagnostics.WriteNote("The rows hold nodes without relations; return these too (RETURN a, r, b), or add '--around 1'.");
        return selection;
    }
}
