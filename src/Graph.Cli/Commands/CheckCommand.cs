using System.CommandLine;

namespace Graph.Cli.Commands;

/// <summary><c>graph check PATH...</c>: load, count, and tell everything that is wrong.</summary>
internal static class CheckCommand
{
    private const string Json = "json";

    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var paths = new Argument<string[]>("paths") { Description = "Files and folders to load.", HelpName = "PATH", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format", "-f") { Description = "How the counts are written.", HelpName = "table|json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", Json);
        var command = new Command("check", "Load the data and report what is there and what is wrong.") { paths, format };
        options.AddLoading(command);
        command.SetAction(parse => Run(host, LoadSettings.From(parse, options, parse.GetValue(paths)), parse.GetValue(format) == Json));
        return command;
    }

    private static int Run(CommandHost host, LoadSettings settings, bool isJson)
    {
        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.NoColor);
        if (!Session.TryReadType(settings.Schema, diagnostics, out var type))
            return ExitCode.Failure;

        var loaded = Annotations.GraphLoader.Load(settings.Paths, new Annotations.LoadOptions(type, settings.Strict), interrupt.Token);
        if (isJson)
            LoadReport.WriteJson(loaded, host.Output);
        else
            WriteText(host, diagnostics, loaded);
        return loaded.HasErrors ? ExitCode.Failure : ExitCode.Success;
    }

    private static void WriteText(CommandHost host, Rendering.DiagnosticRenderer diagnostics, Annotations.LoadResult loaded)
    {
        foreach (var diagnostic in loaded.Diagnostics)
            diagnostics.Write(diagnostic);
        LoadReport.WriteText(loaded, host.Output);
    }
}
