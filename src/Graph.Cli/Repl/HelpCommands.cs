using Graph.Cli.Rendering;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>The help: one screen, and a topic for everything that has a name.</summary>
internal static class HelpCommands
{
    private const int CommandWidth = 20;
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
            WriteLine(context, line);
        if (found.Example.Length == 0)
            return StepOutcome.Done;

        context.Output.Write('\n');
        foreach (var line in found.Example.Split('\n'))
            context.WriteWrapped(line, "  ");
        return StepOutcome.Done;
    }

    /// <summary>
    /// Settings stand on one line of their own, so that all of it fits a screen, and long lines are cut; not where a window is so narrow
    /// that little would be left of them.
    /// </summary>
    private static void WriteList(PromptContext context)
    {
        var settings = SettingDefinition.Every.Select(setting => $":{setting.Name}").ToHashSet();
        context.WriteWrapped("A query ends with ';' or an empty line. EXPLAIN [VERBOSE], PROFILE: its plan.");
        foreach (var command in PromptCommands.All.Where(command => !settings.Contains(command.Name)))
            WriteShort(context, $"{$"{command.Name} {command.Argument}",-CommandWidth} {command.Description}");
        WriteShort(context, $"{string.Join(' ', settings)}: one for this session; ':set' keeps");
    }

    private static void WriteShort(PromptContext context, string line)
    {
        if (context.RenderOptions.Width is not (>= NarrowWidth and var width))
            context.WriteWrapped(line);
        else
            context.Output.Write($"{CellText.Cut(line, width - 1, TableFrame.Of(context.RenderOptions.IsAscii).Ellipsis)}\n");
    }

    /// <summary>What is in columns, such as a file with remarks, is there to be copied and stands as it is.</summary>
    private static void WriteLine(PromptContext context, string line)
    {
        if (line.Contains("  ", StringComparison.Ordinal))
            context.Output.Write($"{line}\n");
        else
            context.WriteWrapped(line);
    }
}
