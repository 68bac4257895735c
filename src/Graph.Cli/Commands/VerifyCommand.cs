using System.CommandLine;
using Graph.Cli.Rendering;
using Graph.Cli.Repl;
using Graph.Cli.Sessions;
using Graph.Snapshots;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>
/// <c>graph verify FILE|FOLDER... --data PATH</c>: holds the answers of query files against <c>FILE.verified.txt</c> beside them, statement
/// by statement; with <c>--graph SNAPSHOT</c>, the whole graph against a file.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var files = new Argument<string[]>("files")
        {
            Description = "Query files, or folders of them.",
            HelpName = "FILE|FOLDER",
            Arity = ArgumentArity.ZeroOrMore
        };
        var accept = new Option<string[]>("--accept")
        {
            Description = "Take what the queries answer now as verified; with NAME, which may be repeated, of these statements.",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var graph = OutputOption.Check(
            new Option<string>("--graph") { Description = "Compare the whole graph with this snapshot too.", HelpName = "SNAPSHOT" },
            "file");
        var report = OutputOption.Check(
            new Option<string>("--report") { Description = "Write what came of each statement as JUnit XML.", HelpName = "FILE.xml" },
            "file");
        var command = new Command("verify", "Compare the answers of query files with their verified snapshots.")
        {
            files, options.Data, options.Only, accept, graph, report,
        };
        options.AddQuerying(command);
        command.SetAction(parse => Run(
            host,
            QuerySettings.From(parse, options, options.GetData(parse)) with { Only = parse.GetValue(options.Only) ?? [] },
            CreateSettings(
                parse.GetValue(files) ?? [], parse.GetResult(accept) is { Implicit: false } ? parse.GetValue(accept) : null,
                parse.GetValue(graph), parse.GetValue(report))));
        return command;
    }

    /// <param name="accept">Null where it was not given. Of <c>--accept queries.cypher</c> the file is what to verify, and all is
    /// accepted.</param>
    private static VerifySettings CreateSettings(string[] files, string[]? accept, string? graph, string? report)
    {
        var named = (accept ?? []).ToLookup(word => File.Exists(word) || Directory.Exists(word));
        return new VerifySettings(
            [.. files, .. named[true]], accept is null ? Acceptance.None : new Acceptance(IsAll: !named[false].Any(), [.. named[false]]),
            graph, report);
    }

    private static int Run(CommandHost host, QuerySettings settings, VerifySettings verify)
    {
        if (verify.Files.Contains(Script.StandardInput))
            throw new UsageException("A snapshot stands beside its query file, so standard input has none.");
        if (verify.Files.Count == 0 && verify.Graph is null)
            throw new UsageException("Name the query files, or a snapshot of the whole graph with '--graph'.");

        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.Display);
        try
        {
            var scripts = QueryFiles.Find(verify.Files).Select(file => Script.Read(file, host)).ToList();
            RequireSections(verify.Accept, settings.Format);
            var steps = scripts.SelectMany(script => Script.Split(script, settings.Limits, interrupt.Token)).ToList();
            if (!steps.Exists(step => step.IsOpen))
                ScriptExecution.RequireNames([.. settings.Only, .. verify.Accept.Names], steps);
            if (Session.Open(host, settings.Load, diagnostics, interrupt.Token) is not { } session)
                return ExitCode.Failure;

            LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
            if (verify.Accept != Acceptance.None && session.Store.NodeCount == 0)
            {
                host.Error.Write("Nothing was read, so there is no answer to accept.\n");
                return ExitCode.Failure;
            }

            var run = new VerifyRun(host, session, settings, diagnostics, verify.Accept);
            var cases = scripts.SelectMany(script => run.VerifyScript(script, interrupt.Token)).ToList();
            if (verify.Graph is { } snapshot)
                cases.AddRange(new SnapshotFile(
                    snapshot,
                    SnapshotFile.GetReceived(snapshot)).Verify(snapshot, GraphText.Of(session.Store), verify.Accept, isPart: false));
            return Tell(host, verify, cases);
        }
        catch (ScriptException exception)
        {
            diagnostics.Write(exception.Diagnostic);
            return ExitCode.Failure;
        }
    }

    /// <exception cref="UsageException">Single statements are to be accepted in a format that does not tell them apart.</exception>
    private static void RequireSections(Acceptance accept, OutputFormat format)
    {
        if (accept.Names.Count > 0 && format is not (OutputFormat.Auto or OutputFormat.Snapshot))
            throw new UsageException(
                $"A snapshot as {OutputFormats.GetName(format)} is accepted as a whole, so '--accept' takes no name with it.");
    }

    private static int Tell(CommandHost host, VerifySettings verify, List<VerifiedCase> cases)
    {
        foreach (var found in cases.Where(found => found.Message is not null))
            host.Error.Write($"{VisibleText.Show(found.Title)}: {found.Message!.Split('\n', 2)[0]}\n{ShowLines(found.Message)}");
        foreach (var file in SnapshotFile.FindUnused(verify.Files))
            host.Error.Write($"warning: no query file belongs to '{VisibleText.Show(file)}'\n");
        if (verify.Report is { } report)
            WholeFile.WriteText(report, JUnitReport.Write(cases));

        var failures = cases.Count(found => found is { IsFailure: true, Message: not null });
        host.Error.Write($"{cases.Count(found => found.Message is null)} verified, {failures} failed\n");
        return failures == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static string ShowLines(string message) =>
        string.Concat(message.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => $"{VisibleText.Show(line)}\n"));
}

/// <param name="Graph">The snapshot of the whole graph, or null.</param>
/// <param name="Report">Where a JUnit report goes, or null.</param>
internal sealed record VerifySettings(IReadOnlyList<string> Files, Acceptance Accept, string? Graph, string? Report);


/// <summary>Runs query files and holds what they print against their snapshots.</summary>
internal sealed class VerifyRun(
    CommandHost host, Session session, QuerySettings settings, DiagnosticRenderer diagnostics, Acceptance accept)
{
    private const string DoesNotRun = "it does not run";

    // No format was asked for: snapshots have one of their own, which changes only when the meaning does.
    private readonly QuerySettings runSettings = settings.Format == OutputFormat.Auto
        ? settings with { Format = OutputFormat.Snapshot }
        : settings;

    public IReadOnlyList<VerifiedCase> VerifyScript(SourceText script, CancellationToken cancellation)
    {
        var only = settings.Only.Where(name => Script.Split(script, settings.Limits, cancellation).Any(step => step.Name == name)).ToList();
        if (settings.Only.Count > 0 && only.Count == 0 && !Script.Split(script, settings.Limits, cancellation).Any(step => step.IsOpen))
            return [];

        // What the script prints where no terminal limits it is the answer.
        var answer = new StringWriter();
        var interpreter = new Interpreter(
            host with { GetWidth = () => null }, session, runSettings, diagnostics, answer, isInteractive: false);
        var hasRun = ScriptExecution.RunAll(
            interpreter, [script], runSettings with { Only = only }, host.Error, cancellation, goesOn: true);

        // Only snapshots have a section for each answer, so that one that failed leaves the others to be compared.
        var failed = interpreter.FailedAnswers;
        if (!hasRun && (failed.Count == 0 || runSettings.Format != OutputFormat.Snapshot))
            return [new VerifiedCase(script.Path, "", DoesNotRun)];

        var ending = OutputFormats.GetEnding(runSettings.Format);
        var snapshot = new SnapshotFile($"{script.Path}.verified{ending}", $"{script.Path}.received{ending}");
        return [
            .. snapshot.Verify(script.Path, answer.ToString(), accept, isPart: only.Count > 0 || failed.Count > 0, [.. failed.Keys]),
            .. failed.Select(found => new VerifiedCase(script.Path, found.Key, found.Value)),
        ];
    }
}
