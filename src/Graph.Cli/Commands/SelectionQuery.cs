using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>Runs the query of a command line that asks for a part of the graph.</summary>
internal sealed class SelectionQuery(Session session, SelectionSettings settings, DiagnosticRenderer diagnostics)
{
    /// <summary>The statements; null, after all mistakes were written, where one cannot run.</summary>
    /// <exception cref="ScriptException">The file is no UTF-8.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<PreparedQuery>? Prepare(CommandHost host, CancellationToken cancellation)
    {
        var source = File.Exists(settings.Query) ? Script.Read(settings.Query, host) : new SourceText(settings.Query!);
        var statements = session.Engine.PrepareScript(source, settings.Limits, cancellation);
        foreach (var diagnostic in statements.SelectMany(statement => statement.Diagnostics))
            diagnostics.Write(diagnostic);
        return statements.Any(statement => statement.HasErrors) ? null : statements;
    }

    /// <summary>The result of one statement, which mentions some of the parameters.</summary>
    /// <exception cref="QueryException">A parameter is missing.</exception>
    public QueryResult Run(PreparedQuery statement, CancellationToken cancellation)
    {
        var mentioned = settings.Parameters.Where(given => statement.Parameters.Contains(given.Key)).ToDictionary(StringComparer.Ordinal);
        return session.Engine.Run(statement, mentioned, settings.Limits with { Spent = statement.Spent }, cancellation);
    }
}
