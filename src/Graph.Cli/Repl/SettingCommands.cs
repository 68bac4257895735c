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
    private const string BeforeExpression = "RETURN (";

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

    /// <summary>
    /// The value of an expression of the language, which may use the parameters that are set; null for one with names in it, which stands
    /// for itself as a text.
    /// </summary>
    /// <exception cref="UsageException">It uses a parameter that is not set.</exception>
    /// <exception cref="QueryException">It has another mistake, or its values do not fit; the place is that in what was typed.</exception>
    private static Value? Evaluate(PromptContext context, string text)
    {
        var engine = context.Session.Engine;
        var limits = context.State.Settings.GetLimits(context.Settings.Limits);
        var query = engine.Prepare(new SourceText($"{BeforeExpression}{text}) AS value"), limits, context.Cancellation);
        if (query.Diagnostics.Any(diagnostic => diagnostic.Id == UndefinedVariable))
            return null;
        if (query.HasErrors)
            throw new QueryException(
                Place(context, text, query.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        if (query.Parameters.FirstOrDefault(name => !context.State.Parameters.ContainsKey(name)) is { } missing)
            throw new UsageException($"There is no parameter '{missing}' to compute with; a text with a '$' in it stands in quotes.");

        try
        {
            return engine.Run(query, context.State.Parameters, limits, context.Cancellation).Rows.First()[0];
        }
        catch (QueryException exception) when (exception.Diagnostic.Location.LineText.Length > 0)
        {
            throw new QueryException(Place(context, text, exception.Diagnostic));
        }
    }

    /// <summary>The mistake of an expression where that stands in what was typed: at the end of the command.</summary>
    private static Diagnostic Place(PromptContext context, string expression, Diagnostic mistake)
    {
        var start = context.Span.Start
            + Math.Max(0, context.Source.GetText(context.Span).LastIndexOf(expression, StringComparison.Ordinal));
        var first = Math.Clamp(mistake.Span.Start - BeforeExpression.Length, 0, expression.Length);
        var end = Math.Clamp(mistake.Span.End - BeforeExpression.Length, first, expression.Length);
        return Diagnostic.Create(
            mistake.Id, mistake.Severity, context.Source, TextSpan.FromBounds(start + first, start + end), mistake.Message);
    }

    private static StepOutcome ShowParameter(PromptContext context, string name)
    {
        if (!context.State.Parameters.TryGetValue(name, out var value))
            return context.Refuse($"There is no parameter '{name}'; ':param NAME = VALUE' sets one.");

        WriteParameter(context, name, value);
        return StepOutcome.Done;
    }

    private static void WriteParameter(PromptContext context, string name, Value value) =>
        context.Output.Write($"${VisibleText.Show(QueryWords.Quote(name))} = {ParameterText.Write(context.Store, value)}\n");

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
        {
            var nearest = NearestName.Find(words[0], SettingDefinition.Every.Select(setting => setting.Name));
            return context.Refuse($"There is no setting '{words[0]}'.{NearestName.DidYouMean(nearest)}");
        }
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
