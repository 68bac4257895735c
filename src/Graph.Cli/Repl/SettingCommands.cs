using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Query;
using Graph.Query.Syntax;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Commands about parameters and settings.</summary>
internal static class SettingCommands
{
    private const string UndefinedVariable = "GR2001";

    public static StepOutcome SetParameter(PromptContext context, string assignment)
    {
        if (assignment.Length == 0)
        {
            foreach (var (name, value) in context.State.Parameters)
                WriteParameter(context, name, value);
            return StepOutcome.Done;
        }

        if (!assignment.Contains('=') && !assignment.StartsWith('{'))
            return ShowParameter(context, assignment.TrimStart('$'));

        try
        {
            foreach (var (name, value) in ParameterParser.ParseAtPrompt(assignment, text => Evaluate(context, text)))
            {
                context.State.Parameters[name] = value;
                if (context.IsInteractive)
                    WriteParameter(context, name, value);
            }

            return StepOutcome.Done;
        }
        catch (UsageException exception)
        {
            return context.Refuse(exception.Message);
        }
    }

    /// <summary>The value of an expression of the language; null for one with names in it, which stands for itself as a text.</summary>
    /// <exception cref="UsageException">It has another mistake.</exception>
    /// <exception cref="QueryException">Its values do not fit.</exception>
    private static Value? Evaluate(PromptContext context, string text)
    {
        var (engine, source) = (context.Session.Engine, new SourceText($"RETURN ({text}) AS value"));
        var query = engine.Prepare(source);
        if (query.Diagnostics.Any(diagnostic => diagnostic.Id == UndefinedVariable) || query.Statement?.Parameters.Length > 0)
            return null;
        if (query.HasErrors)
            throw new UsageException(query.Diagnostics[0].Message);

        var limits = context.State.Settings.GetLimits(context.Settings.Limits);
        return engine.Run(query, limits: limits, cancellation: context.Cancellation).Rows.First()[0];
    }

    private static StepOutcome ShowParameter(PromptContext context, string name)
    {
        if (!context.State.Parameters.TryGetValue(name, out var value))
            return context.Refuse($"There is no parameter '{name}'; ':param NAME = VALUE' sets one.");

        WriteParameter(context, name, value);
        return StepOutcome.Done;
    }

    private static void WriteParameter(PromptContext context, string name, Value value) =>
        context.Output.Write($"${VisibleText.Show(QueryWords.Quote(name))} = {new ValueFormatter(context.Store).Format(value)}\n");

    public static StepOutcome Unset(PromptContext context, string name)
    {
        if (context.State.Parameters.Remove(name.TrimStart('$')))
            return StepOutcome.Done;
        if (SettingDefinition.Find(name) is not { } setting)
            return context.Refuse(name.Length == 0
                ? "Say what: ':unset x' forgets $x."
                : $"There is no parameter and no setting '{name}'.");

        var usual = setting.Get(new PromptSettings());
        setting.TrySet(context.State.Settings, usual);
        return Keep(context, setting, usual);
    }

    public static StepOutcome Set(PromptContext context, string assignment)
    {
        if (assignment.Length == 0)
        {
            var width = SettingDefinition.Every.Max(setting => setting.Name.Length + setting.Get(context.State.Settings).Length) + 1;
            foreach (var setting in SettingDefinition.Every)
                context.WriteWrapped(
                    $"{$"{setting.Name} {setting.Get(context.State.Settings)}".PadRight(width)}  {setting.Description} {setting.Values}");
            return StepOutcome.Done;
        }

        var words = assignment.Split([' ', '='], 2, StringSplitOptions.TrimEntries);
        if (SettingDefinition.Find(words[0].TrimStart(InputRules.CommandSign)) is not { } found)
            return context.Refuse(
                $"There is no setting "
                    + $"'{words[0]}'.{NearestName.DidYouMean(NearestName.Find(words[0], SettingDefinition.Every.Select(setting => setting.Name)))}");
        if (words.Length == 1)
            return SetForSession(context, found, "");

        var outcome = SetForSession(context, found, words[1]);
        return outcome == StepOutcome.Done ? Keep(context, found, found.Get(context.State.Settings)) : outcome;
    }

    /// <summary>Without a value, shows the one there is.</summary>
    public static StepOutcome SetForSession(PromptContext context, SettingDefinition setting, string value)
    {
        if (value.Length == 0)
        {
            context.Output.Write($"{setting.Get(context.State.Settings)}\n");
            return StepOutcome.Done;
        }

        if (setting.TrySet(context.State.Settings, value.ToLowerInvariant()))
            return StepOutcome.Done;

        var near = NearestName.DidYouMean(NearestName.Find(value, setting.Values.Split('|')));
        return context.Refuse($"'{value}' is no value for {setting.Name}: {setting.Values}.{near}");
    }

    private static StepOutcome Keep(PromptContext context, SettingDefinition setting, string value)
    {
        if (!context.IsInteractive)
            return StepOutcome.Done;
        if (SettingsFile.Default(context.Host) is not { } file)
            return context.Refuse("There is no home to keep settings in; they hold for this session.");

        try
        {
            file.Keep(setting, value);
            return StepOutcome.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return context.Refuse($"The setting cannot be kept, and holds for this session: {exception.Message}");
        }
    }
}
