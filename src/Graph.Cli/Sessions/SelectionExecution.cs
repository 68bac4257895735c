using Graph.Cli.Rendering;
using Graph.Export;
using Graph.Terminal;

namespace Graph.Cli.Sessions;

/// <summary>Opens the data, writes what is asked for, and tells what was written and what the format could not hold.</summary>
internal static class SelectionExecution
{
    public const string StandardOutput = "-";

    /// <param name="run">False, after the reasons were written, where nothing came of it.</param>
    public static int Run(CommandHost host, SelectionSettings settings, Func<Session, DiagnosticRenderer, CancellationToken, bool> run)
    {
        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.Display);
        RemoteGraph.Refuse(settings.Load);
        try
        {
            if (Session.Open(host, settings.Load, diagnostics, interrupt.Token) is not { } session)
                return ExitCode.Failure;

            LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
            return run(session, diagnostics, interrupt.Token) ? ExitCode.Success : ExitCode.Failure;
        }
        catch (ScriptException exception)
        {
            diagnostics.Write(exception.Diagnostic);
            return ExitCode.Failure;
        }
    }

    /// <exception cref="OperationCanceledException">The token was cancelled; there is no file then.</exception>
    public static void WriteFile(CommandHost host, string path, Func<Stream, ExportReport> write, CancellationToken cancellation)
    {
        if (path != StandardOutput)
        {
            Tell(host.Error, path, WholeFile.Write(path, output => write(new CancellableStream(output, cancellation))));
            return;
        }

        host.Output.Flush();
        using var output = new BufferedStream(host.OpenOutput(), 1 << 16);
        Tell(host.Error, "standard output", write(new CancellableStream(output, cancellation)));
    }

    /// <summary><c>x.graphml: 57 nodes, 84 relations</c>, and a line for each kind of loss.</summary>
    public static void Tell(TextWriter error, string name, ExportReport report)
    {
        error.Write($"{VisibleText.Show(name)}: {report.Written}\n");
        foreach (var loss in report.Losses)
            error.Write($"  {VisibleText.Show(loss)}\n");
    }
}
