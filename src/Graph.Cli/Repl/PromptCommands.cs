using Graph.Cli.Commands;
using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <param name="Run">False when the user wants to leave.</param>
internal sealed record PromptCommandDefinition(string Name, string Argument, string Description, Func<PromptContext, string, bool> Run);

/// <summary>The words that begin with a colon.</summary>
internal static class PromptCommands
{
    public static ImmutableArray<PromptCommandDefinition> All =>
    [
        new(":help", "", "This list.", (context, _) => ShowHelp(context)),
        new(":schema", "[NAME]", "What the graph contains; or all about one label or relation type.", ShowSchema),
        new(":format", "[NAME]", $"How results are written: {string.Join(", ", OutputFormats.Names)}.", SetFormat),
        new(":param", "[NAME=VALUE]", "Sets $NAME for the queries to come, or lists all parameters.", SetParameter),
        new(":why", "N", "The sentences behind row N of the last result.", ShowWhy),
        new(":aliases", "NAME", "What an entity is called in the articles.", ShowAliases),
        new(":warnings", "", "What was wrong with the data.", (context, _) => ShowWarnings(context)),
        new(":quit", "", "Leaves; so does Ctrl-D.", (_, _) => false),
    ];

    public static bool Run(string text, PromptContext context)
    {
        var blank = text.AsSpan().IndexOfAny(' ', '\t', '\n');
        var name = blank < 0 ? text : text[..blank];
        var argument = blank < 0 ? "" : text[blank..].Trim().TrimEnd(';').TrimEnd();
        var all = All;
        if (all.FirstOrDefault(command => command.Name == name.TrimEnd(';')) is { } found)
            return found.Run(context, argument);

        return Refuse(context, $"There is no command '{name}'.{NearestName.DidYouMean(NearestName.Find(name, all.Select(command => command.Name)))}");
    }

    private static bool Refuse(PromptContext context, string message)
    {
        context.State.HasFailed = true;
        context.Error.Write($"error: {VisibleText.Show(message)}\n");
        return true;
    }

    private static bool ShowHelp(PromptContext context)
    {
        context.Output.Write("A query ends with ';' or an empty line. MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 5; shows some facts.\n\n");
        foreach (var command in All)
            context.Output.Write($"  {$"{command.Name} {command.Argument}",-20} {command.Description}\n");
        context.Output.Write("\nTab completes, Up and Down walk through the history, Ctrl-R searches it, Ctrl-C stops a query.\n");
        return true;
    }

    private static bool ShowSchema(PromptContext context, string name)
    {
        var overview = new SchemaOverview(context.Session.Store);
        if (name.Length == 0)
        {
            overview.WriteAll(context.Output);
            return true;
        }

        return overview.TryWriteOne(name.TrimStart(':'), context.Output)
            || Refuse(context, $"There is no label or relation type '{name}'.{NearestName.DidYouMean(NearestName.Find(name, overview.Names))}");
    }

    private static bool SetFormat(PromptContext context, string name)
    {
        if (name.Length == 0)
        {
            context.Output.Write($"{OutputFormats.GetName(context.State.Format)}\n");
            return true;
        }

        if (OutputFormats.Parse(name) is not { } format)
            return Refuse(context, $"There is no format '{name}'; there are {string.Join(", ", OutputFormats.Names)}.");

        context.State.Format = format;
        return true;
    }

    private static bool SetParameter(PromptContext context, string assignment)
    {
        if (assignment.Length == 0)
        {
            var formatter = new ValueFormatter(context.Session.Store);
            foreach (var (name, value) in context.State.Parameters)
                context.Output.Write($"${VisibleText.Show(name)} = {formatter.Format(value)}\n");
            return true;
        }

        try
        {
            var (name, value) = ParameterParser.ParseAssignment(assignment);
            context.State.Parameters[name] = value;
            return true;
        }
        catch (UsageException exception)
        {
            return Refuse(context, exception.Message);
        }
    }

    private static bool ShowWhy(PromptContext context, string argument)
    {
        if (!int.TryParse(argument, out var row) || row < 1)
            return Refuse(context, "Say which row: ':why 1' is about the first.");
        if (context.State.LastStatement is not { } statement)
            return Refuse(context, "There is no result yet.");

        return new RowEvidence(context).TryWrite(statement, row, out var reason) || Refuse(context, reason);
    }

    private static bool ShowAliases(PromptContext context, string name)
    {
        if (name.Length == 0)
            return Refuse(context, "Say whose: ':aliases Rusland'.");

        return AliasOverview.TryWrite(context.Session, name, context.Output)
            || Refuse(context, $"No entity is called '{name}', and none has that key.");
    }

    private static bool ShowWarnings(PromptContext context)
    {
        if (context.Session.Loaded is { Diagnostics.IsEmpty: false } loaded)
            LoadReport.WriteDiagnostics(loaded, context.Diagnostics, context.Output);
        else
            context.Output.Write("Nothing was wrong with the data.\n");
        return true;
    }
}
