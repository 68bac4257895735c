using System.Globalization;
using Graph.Cli.Sessions;
using Graph.Export;
using Graph.Query;

namespace Graph.Cli.Repl;

/// <summary>Commands about the last result.</summary>
internal static class ResultCommands
{
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
        if (Pictures.Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return DrawCommands.Draw(context, name);
        if (FindWriter(context, path) is not { } write)
            return context.Refuse($"The ending of the file says the format: {string.Join(' ', ListEndings())}");
        if (context.State.LastStatement is not { } statement)
            return context.Refuse("There is no result yet.");

        SelectionExecution.Tell(
            context.Error, path, WholeFile.Write(path, output => write(statement, new CancellableStream(output, context.Cancellation))));
        return StepOutcome.Done;
    }

    /// <summary>By the ending of the file; null for one that says nothing.</summary>
    private static Func<AnsweredStatement, Stream, ExportReport>? FindWriter(PromptContext context, string path)
    {
        if (GraphFormats.FindByEnding(path) is { } graph)
            return (statement, output) => graph.Write(ReadSelection(context, statement), output);
        if (TableFormats.FindByEnding(path) is { } table)
            return (statement, output) => ResultTable.Write(table, RunAgain(context, statement), output, context.Cancellation);
        if (RowFiles.FindByEnding(path) is { } rows)
            return (statement, output) =>
                RowFiles.Write(
                    rows, RunAgain(context, statement), output, context.Cancellation, context.Settings.Load.Display.ForSpreadsheet);
        return null;
    }

    public static GraphSelection ReadSelection(PromptContext context, AnsweredStatement statement)
    {
        var result = RunAgain(context, statement);
        return GraphSelection.FromRows(result.Store, result, context.Cancellation);
    }

    private static IEnumerable<string> ListEndings() =>
    [
        .. RowFiles.Endings,
        .. Pictures.Endings,
        .. TableFormats.All.SelectMany(format => format.Endings),
        .. GraphFormats.All.SelectMany(format => format.Endings),
    ];

    private static QueryResult RunAgain(PromptContext context, AnsweredStatement statement) => context.Session.Engine.Run(
        statement.Query, RowEvidence.Mentioned(statement), context.State.Settings.GetLimits(context.Settings.Limits), context.Cancellation);
}
