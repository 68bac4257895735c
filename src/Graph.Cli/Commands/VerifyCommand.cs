using System.CommandLine;
using Graph.Cli.Rendering;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>
/// <c>graph verify FILE... --data PATH</c>: holds the answers of query files against <c>FILE.verified.txt</c> beside them.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var files = new Argument<string[]>("files") { Description = "Query files.", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        var accept = new Option<bool>("--accept") { Description = "Take what the queries answer now as verified." };
        var command = new Command("verify", "Compare the answers of query files with their verified snapshots.")
        {
            files, options.Data, accept,
        };
        options.AddQuerying(command);
        command.SetAction(parse => Run(
            host,
            QuerySettings.From(parse, options, parse.GetValue(options.Data)),
            [.. parse.GetRequiredValue(files).Select(file => Script.Read(file, host.Input))],
            parse.GetValue(accept)));
        return command;
    }

    private static int Run(CommandHost host, QuerySettings settings, IReadOnlyList<SourceText> scripts, bool accept)
    {
        if (scripts.Any(script => script.Path.Length == 0))
            throw new UsageException("A snapshot stands beside its query file, so standard input has none.");

        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.NoColor);
        if (Session.Open(host, settings.Load, diagnostics, interrupt.Token) is not { } session)
            return ExitCode.Failure;

        LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
        var failures = 0;
        foreach (var script in scripts)
        {
            var snapshot = new Snapshot(script.Path);
            var isFine = Answer(session, script, settings, diagnostics, interrupt.Token) is { } answer
                && snapshot.Verify(answer, accept, host.Error);
            failures += isFine ? 0 : 1;
        }

        host.Error.Write($"{scripts.Count - failures} verified, {failures} failed\n");
        return failures == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>What the script prints where no terminal limits it; null if it failed.</summary>
    private static string? Answer(
        Session session, SourceText script, QuerySettings settings, DiagnosticRenderer diagnostics, CancellationToken cancellation)
    {
        if (Script.Prepare(session.Engine, script, diagnostics) is not { } queries)
            return null;

        var answer = new StringWriter();
        var runner = new StatementRunner(session.Engine, settings.Limits, answer, diagnostics);
        var isFine = queries.All(RunOne);
        return isFine ? answer.ToString() : null;

        bool RunOne(PreparedQuery query) =>
            runner.Run(query, settings.Format, new RenderOptions(), settings.Parameters, cancellation) is not null;
    }
}
