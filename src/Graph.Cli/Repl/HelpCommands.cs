using Graph.Cli.Rendering;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>The help: one screen, and a topic for everything that has a name.</summary>
internal static class HelpCommands
{
    private const int CommandWidth = 20;
    private const int UsualWidth = 101;
    private const int NarrowWidth = 60;

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

    /// <summary>
    /// Settings stand on one line of their own, so that all of it fits a screen, and long lines are cut; not where a window is so narrow that
    /// little would be left of them.
    /// </summary>
    private static void WriteList(PromptContext context)
    {
        var settings = SettingDefinition.Every.Select(setting => $":{setting.Name}").ToHashSet();
        context.WriteWrapped("A query ends with ';', and when typed with an empty line. EXPLAIN [VERBOSE], PROFILE: its plan.");
        foreach (var command in PromptCommands.All.Where(command => !settings.Contains(command.Name)))
            WriteShort(context, $"{$"{command.Name} {command.Argument}",-CommandWidth} {command.Description}");
        WriteShort(context, $"{string.Join(' ', settings)}: one for this session; ':set' keeps");
    }

    private static void WriteShort(PromptContext context, string line)
    {
        var width = context.RenderOptions.Width ?? UsualWidth;
        if (width < NarrowWidth)
            context.WriteWrapped(line);
        else
            context.Output.Write($"{CellText.Cut(line, width - 1, "…")}\n");
    }
}
