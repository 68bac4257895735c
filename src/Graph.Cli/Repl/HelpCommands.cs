using Graph.Cli.Rendering;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>The help: one screen, and a topic for everything that has a name.</summary>
internal static class HelpCommands
{
    private const int CommandWidth = 20;

    public static StepOutcome Help(PromptContext context, string topic)
    {
        if (topic.Length == 0)
        {
            WriteList(context);
            return StepOutcome.Done;
        }

        if (HelpTopics.Find(topic, LoadedExamples.Of(context.Session)) is not { } found)
            return context.Refuse($"There is no help on '{topic}'.{NearestName.DidYouMean(NearestName.Find(topic, HelpTopics.Names))}");

        foreach (var line in found.Text.Split('\n'))
            context.WriteWrapped(line);
        if (found.Example.Length == 0)
            return StepOutcome.Done;

        context.Output.Write('\n');
        context.WriteWrapped(found.Example, "  ");
        return StepOutcome.Done;
    }

    /// <summary>Settings stand on one line of their own, so that all of it fits a screen.</summary>
    private static void WriteList(PromptContext context)
    {
        var settings = SettingDefinition.Every.Select(setting => $":{setting.Name}").ToHashSet();
        var width = Width(context);
        context.Output.Write("A query ends with ';' or an empty line. EXPLAIN [VERBOSE], PROFILE: its plan.\n");
        foreach (var command in PromptCommands.All.Where(command => !settings.Contains(command.Name)))
            context.Output.Write(
                $"{CellText.Cut($"{$"{command.Name} {command.Argument}",-CommandWidth} {command.Description}", width, "…")}\n");
        context.Output.Write($"{CellText.Cut($"{string.Join(' ', settings)}: show or set one of them", width, "…")}\n");
    }

    private static int Width(PromptContext context) => context.RenderOptions.Width is { } width ? Math.Max(1, width - 1) : 100;
}
