using System.Globalization;
using System.Text;
using Graph.Cli.Commands;
using Graph.Cli.Rendering;
using Graph.Export;
using Graph.Query;
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
        var graph = GraphFormats.FindByEnding(path);
        var rows = Endings.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase));
        if (graph is null && rows.Ending is null)
            return context.Refuse($"The ending of the file says the format: {string.Join(' ', Endings.Select(known => known.Ending).Concat(GraphFormats.All.SelectMany(known => known.Endings)))}");
        if (context.State.LastStatement is not { } statement)
            return context.Refuse("There is no result yet.");

        try
        {
            if (graph is null)
                SaveRows(context, statement, path, rows.Format);
            else
                SelectionExecution.Tell(context.Error, path, ExportFile.Write(path, output => graph.Write(ReadSelection(context, statement), output)));
            return StepOutcome.Done;
        }
        catch (QueryException exception)
        {
            context.Diagnostics.Write(exception.Diagnostic);
            return StepOutcome.Failed;
        }
    }

    private static void SaveRows(PromptContext context, AnsweredStatement statement, string path, OutputFormat format)
    {
        var rows = ExportFile.Write(path, output =>
        {
            using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            var options = new RenderOptions(ForSpreadsheet: context.Settings.Load.Display.ForSpreadsheet);
            var result = RunAgain(context, statement);
            return OutputFormats.CreateRenderer(format, result.Store, options).Render(result, writer, context.Cancellation).Shown;
        });
        context.Error.Write($"{VisibleText.Show(path)}: {rows.ToString("N0", CultureInfo.InvariantCulture)} row{(rows == 1 ? "" : "s")}\n");
    }

    public static GraphSelection ReadSelection(PromptContext context, AnsweredStatement statement)
    {
        var result = RunAgain(context, statement);
        return GraphSelection.FromRows(result.Store, result, context.Cancellation);
    }

    private static QueryResult RunAgain(PromptContext context, AnsweredStatement statement) => context.Session.Engine.Run(
        statement.Query, RowEvidence.Mentioned(statement), context.State.Settings.GetLimits(context.Settings.Limits), context.Cancellation);
}
