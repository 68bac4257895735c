using Graph.Terminal;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>Loads the data, checks all scripts, runs them, and stops at the first statement that fails.</summary>
internal static class ScriptExecution
{
    public static int Run(CommandHost host, QuerySettings settings, IReadOnlyList<SourceText> scripts)
    {
        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.NoColor);
        if (Session.Open(host, settings.Load, diagnostics, interrupt.Token) is not { } session)
            return ExitCode.Failure;

        LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
        var prepared = scripts.Select(script => Script.Prepare(session.Engine, script, diagnostics)).ToList();
        if (prepared.Contains(null))
            return ExitCode.Failure;

        var statements = prepared.SelectMany(queries => queries!).ToList();
        WarnOfUnused(settings.Parameters.Keys, statements, host.Error);
        var runner = new StatementRunner(session.Engine, settings.Limits, host.Output, diagnostics);
        var options = host.GetRenderOptions(settings.Load.NoColor);
        var isFine = statements.All(query => RunOne(query));
        return isFine ? ExitCode.Success : ExitCode.Failure;

        bool RunOne(PreparedQuery query) => runner.Run(query, settings.Format, options, settings.Parameters, interrupt.Token) is not null;
    }

    private static void WarnOfUnused(IEnumerable<string> parameters, List<PreparedQuery> statements, TextWriter error)
    {
        var mentioned = statements
            .SelectMany(query => query.Statement!.Parameters)
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var unused in parameters.Where(name => !mentioned.Contains(name)))
            error.Write($"warning: no statement uses the parameter '${VisibleText.Show(unused)}'\n");
    }
}
