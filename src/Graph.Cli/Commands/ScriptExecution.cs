using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>Loads the data, checks all scripts, runs them, and stops at the first statement that fails.</summary>
internal static class ScriptExecution
{
    public static int Run(CommandHost host, QuerySettings settings, IReadOnlyList<SourceText> scripts)
    {
        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.NoColor);
        if (Session.Open(settings.Load, diagnostics, interrupt.Token) is not { } session)
            return ExitCode.Failure;

        LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
        var prepared = scripts.Select(script => Script.Prepare(session.Engine, script, diagnostics)).ToList();
        if (prepared.Contains(null))
            return ExitCode.Failure;

        var runner = new StatementRunner(session.Engine, settings.Limits, host.Output, diagnostics);
        var options = host.GetRenderOptions(settings.Load.NoColor);
        var isFine = prepared.SelectMany(queries => queries!).All(query => RunOne(query));
        return isFine ? ExitCode.Success : ExitCode.Failure;

        bool RunOne(PreparedQuery query) => runner.Run(query, settings.Format, options, settings.Parameters, interrupt.Token) is not null;
    }
}
