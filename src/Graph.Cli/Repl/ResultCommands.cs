using System.Globalization;
using System.Text;
using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Commands about the last result.</summary>
internal static class ResultCommands
{
    private static readonly ImmutableArray<(string Ending, OutputFormat Format)> Endings =
    [
        (".csv", OutputFormat.Csv), (".tsv", OutputFormat.Tsv), (".json", OutputFormat.Json), (".jsonl", OutputFormat.JsonLines),
        (".md", OutputFormat.Markdown), (".txt", OutputFormat.Table),
    ];

    public static StepOutcome ShowWhy(PromptContext context, string argument)
    {
        if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row < 1)
            return context.Refuse("Say which row: ':why 1' is about the first.");
        if (context.State.LastStatement is not { } statement)
            return context.Refuse("There is no result yet.");

        return new RowEvidence(context).TryWrite(statement, row, out var reason) ? StepOutcome.Done : context.Refuse(reason);
    }

    /// <summary>Runs the last statement again, all rows, into a file that is there only when it is whole.</summary>
    public static StepOutcome Save(PromptContext context, string name)
    {
        var path = context.ExpandPath(name);
        var format = Endings.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase));
        if (format.Ending is null)
            return context.Refuse($"The ending of the file says the format: {string.Join(' ', Endings.Select(known => known.Ending))}");
        if (context.State.LastStatement is not { } statement)
            return context.Refuse("There is no result yet.");

        var temporary = $"{path}.{Environment.ProcessId}.part";
        try
        {
            long rows;
            using (var writer = new StreamWriter(temporary, false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
            {
                var engine = context.Session.Engine;
                var result = engine.Run(statement.Query, RowEvidence.Mentioned(statement), context.State.Settings.GetLimits(context.Settings.Limits), context.Cancellation);
                var options = new RenderOptions(ForSpreadsheet: context.Settings.Load.Display.ForSpreadsheet);
                rows = OutputFormats.CreateRenderer(format.Format, engine.Store, options).Render(result, writer, context.Cancellation).Shown;
            }

            File.Move(temporary, path, overwrite: true);
            context.Error.Write($"{VisibleText.Show(path)}: {rows.ToString("N0", CultureInfo.InvariantCulture)} row{(rows == 1 ? "" : "s")}\n");
            return StepOutcome.Done;
        }
        catch (Graph.Query.QueryException exception)
        {
            context.Diagnostics.Write(exception.Diagnostic);
            return StepOutcome.Failed;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
