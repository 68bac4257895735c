using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Graph.Cli.Drawing;
using Graph.Cli.Sessions;
using Graph.Export;
using Graph.Query;

namespace Graph.Cli.Repl;

/// <summary><c>:draw</c>: the last result as a picture.</summary>
internal static class DrawCommands
{
    private const string NothingToDraw = "The last result holds no nodes, relations or paths; return them as they are: RETURN a, r, b";
    private const string OnScreen = "-";
    private const int WidthWithoutTerminal = 100;

    public static StepOutcome Draw(PromptContext context, string name)
    {
        if (name == OnScreen)
            return DrawOnScreen(context);

        var path = name.Length > 0
            ? context.ExpandPath(name)
            : Path.Combine(
                Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"graph-{Environment.ProcessId}{Pictures.PageEnding}"));
        if (!Pictures.Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return context.Refuse($"A picture is {string.Join(" or ", Pictures.Endings)}: ':draw result.svg'.");
        if (name.Length == 0 && !context.IsInteractive)
            return context.Refuse("Say which file: ':draw result.svg'.");
        if (context.State.LastStatement is not { } statement)
            return context.Refuse("There is no result yet.");

        try
        {
            var selection = ResultCommands.ReadSelection(context, statement);
            if (FindObstacle(selection) is { } obstacle)
                return context.Refuse(obstacle);

            SelectionExecution.Tell(
                context.Error,
                path,
                WholeFile.Write(
                    path,
                    output => Pictures.Write(path, selection, new PictureOptions(), new CancellableStream(output, context.Cancellation))));
            return name.Length > 0 || Open(path) ? StepOutcome.Done : context.Refuse($"No program here opens a page; it is in '{path}'.");
        }
        catch (QueryException exception)
        {
            context.Diagnostics.Write(exception.Diagnostic);
            return StepOutcome.Failed;
        }
    }

    /// <summary>With characters, as wide as the window.</summary>
    private static StepOutcome DrawOnScreen(PromptContext context)
    {
        if (context.State.LastStatement is not { } statement)
            return context.Refuse("There is no result yet.");

        try
        {
            var selection = ResultCommands.ReadSelection(context, statement);
            if (selection.Nodes.IsEmpty)
                return context.Refuse(NothingToDraw);
            if (selection.Nodes.Length > CharacterDrawing.MostNodes || selection.Edges.Length > CharacterDrawing.MostEdges)
                return context.Refuse(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{selection.Nodes.Length:N0} nodes and {selection.Edges.Length:N0} relations are more than characters can draw; "
                        + $"{CharacterDrawing.MostNodes} and {CharacterDrawing.MostEdges} are the most. ':draw' opens a page of them."));

            var width = context.RenderOptions.Width is { } cells ? cells - 1 : WidthWithoutTerminal;
            foreach (var line in CharacterDrawing.Draw(selection, width, context.RenderOptions.IsAscii))
                context.Output.Write($"{line}\n");
            return StepOutcome.Done;
        }
        catch (QueryException exception)
        {
            context.Diagnostics.Write(exception.Diagnostic);
            return StepOutcome.Failed;
        }
    }

    private static string? FindObstacle(GraphSelection selection) => selection.Nodes.IsEmpty
        ? NothingToDraw
        : Pictures.FindObstacle(selection, new PictureOptions());

    /// <summary>With what the system opens pages; false where it has nothing for that.</summary>
    private static bool Open(string path)
    {
        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(path) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [path])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true
                };
            using var process = Process.Start(start);
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
