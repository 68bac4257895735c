using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <param name="ChangesData">Statements after it may mean other data, so they cannot be checked before it ran.</param>
internal sealed record PromptCommandDefinition(
    string Name, string Argument, string Description, Func<PromptContext, string, StepOutcome> Run, bool ChangesData = false)
{
    /// <summary>Looks through the graph itself, which must then be in this process.</summary>
    public bool LooksThroughGraph { get; init; }
}

/// <summary>The words that begin with a colon.</summary>
internal static class PromptCommands
{
    /// <summary>In the order of the help.</summary>
    public static readonly ImmutableArray<PromptCommandDefinition> All =
    [
        new(":help", "[TOPIC]", "This list, or more about a clause, a function, a command.", HelpCommands.Help),
        new(":schema", "[NAME]", "What the graph contains; all about one label or relation.", EntityCommands.ShowSchema)
        {
            LooksThroughGraph = true
        },
        new(":open", "NAME", "All about one entity, by name or key.", EntityCommands.Open) { LooksThroughGraph = true },
        new(":article", "ID", "An article with its mentions and facts.", EntityCommands.ShowArticle) { LooksThroughGraph = true },
        new(":articles", "[WORDS]", "Articles with these words in title or text.", EntityCommands.ListArticles)
        {
            LooksThroughGraph = true
        },
        new(":aliases", "NAME", "What an entity is called in the articles.", EntityCommands.ShowAliases) { LooksThroughGraph = true },
        new(":path", "A B", "The shortest way between two entities, with its sentences.", EntityCommands.ShowPath)
        {
            LooksThroughGraph = true
        },
        new(":timeline", "NAME", "An entity's facts over time.", EntityCommands.ShowTimeline) { LooksThroughGraph = true },
        new(":why", "N", "The sentences behind row N of the last result.", ResultCommands.ShowWhy) { LooksThroughGraph = true },
        new(
            ":save",
            "FILE",
            "Writes the last result: .csv .tsv .json .jsonl .md .txt .xlsx .parquet .arrow, or as a graph: .svg .html .graphml .gexf .dot "
                + ".ttl",
            ResultCommands.Save),
        new(":draw", "[FILE]", "Draws the last result: FILE.svg, FILE.html, - here; without a file, opens the page.", DrawCommands.Draw),
        new(":run", "FILE", "Runs a query file, or those of a folder.", FileCommands.Run, ChangesData: true),
        new(":load", "PATH", "Asks other data from now on.", FileCommands.Load, ChangesData: true),
        new(":reload", "", "Reads the data anew.", FileCommands.Reload, ChangesData: true),
        new(":edit", "", "The last statement in $VISUAL or $EDITOR.", FileCommands.Edit, ChangesData: true),
        new(":history", "[N]", "The last inputs.", FileCommands.ShowHistory),
        new(":warnings", "", "What was wrong with the data.", FileCommands.ShowWarnings),
        new(":param", "[NAME=VALUE]", "Sets $NAME for the queries to come, or lists all.", SettingCommands.SetParameter),
        new(":unset", "NAME", "Forgets a parameter, or a setting.", SettingCommands.Unset),
        new(":set", "[NAME VALUE]", "All settings; a change is kept for the next sessions.", SettingCommands.Set),
        .. SettingDefinition.Every.Select(setting => new PromptCommandDefinition(
            $":{setting.Name}",
            $"[{setting.Values}]",
            $"{setting.Description} For this session; ':set {setting.Name} ..' keeps it.",
            (context, value) => SettingCommands.SetForSession(context, setting, value))),
        new(":quit", "", "Leaves; so do :exit, :q and Ctrl-D.", (_, _) => StepOutcome.Leave),
    ];

    private static readonly ImmutableArray<(string Name, string Command)> OtherNames =
        [(":exit", ":quit"), (":q", ":quit"), (":h", ":help"), (":?", ":help"), (":format", ":mode"), (":source", ":run"),
            (":params", ":param")];

    public static StepOutcome Run(string text, PromptContext context)
    {
        var (name, argument) = Split(text);
        if (Find(name) is { } found)
        {
            return found.LooksThroughGraph && context.Session.IsRemote
                ? context.Refuse($"'{found.Name}' looks through a graph in this process, and this one is on a server; ask by a query.")
                : found.Run(context, CommandArgument.Unquote(argument));
        }

        if (ForeignCommands.FindHint(name) is { } hint)
            return context.Refuse($"There is no command '{name}'; {hint}.");
        return context.Refuse(
            $"There is no command '{name}'.{NearestName.DidYouMean(NearestName.Find(name, All.Select(command => command.Name)))}");
    }

    public static bool IsKnown(string text) => Find(Split(text).Name) is not null;

    public static bool ChangesData(string text) => Find(Split(text).Name) is { ChangesData: true };

    /// <summary>Statements after it may have other parameters.</summary>
    public static bool ChangesParameters(string text) => Find(Split(text).Name) is { ChangesData: true } or { Name: ":param" or ":unset" };

    /// <summary>It shows something of its own.</summary>
    public static bool WritesText(string text)
    {
        var (name, argument) = Split(text);
        return Find(name) is not { } command || (!command.ChangesData && (argument.Length == 0 || !ChangesSetting(command.Name)));
    }

    private static bool ChangesSetting(string name) =>
        name is ":param" or ":unset" or ":set" || SettingDefinition.Find(name.TrimStart(InputRules.CommandSign)) is not null;

    /// <summary>It may show further results.</summary>
    public static bool RunsStatements(string text) => Find(Split(text).Name) is { Name: ":run" };

    /// <summary>Another program, other inputs or a progress of its own have the terminal while it runs.</summary>
    public static bool TakesTerminal(string text) => Find(Split(text).Name) is { ChangesData: true };

    private static PromptCommandDefinition? Find(string name)
    {
        var other = OtherNames.FirstOrDefault(pair => pair.Name == name).Command;
        return All.FirstOrDefault(command => command.Name == (other ?? name));
    }

    private static (string Name, string Argument) Split(string text)
    {
        var blank = text.AsSpan().IndexOfAny(" \t\r\n");
        var name = blank < 0 ? text : text[..blank];
        return (name.TrimEnd(';'), blank < 0 ? "" : text[blank..].Trim().TrimEnd(';').TrimEnd());
    }
}
