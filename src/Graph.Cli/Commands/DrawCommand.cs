using System.CommandLine;
using Graph.Cli.Sessions;
using Graph.Export;

namespace Graph.Cli.Commands;

/// <summary><c>graph draw --query TEXT -o x.svg</c>: a picture of a part of the graph.</summary>
internal static class DrawCommand
{
    private static readonly ImmutableArray<(string Name, PictureOptions Options)> Ways =
    [
        ("auto", new PictureOptions()),
        ("force", new PictureOptions(Arrangement: Arrangement.Force)),
        ("layers", new PictureOptions(Arrangement: Arrangement.Layers)),
        ("concentric", new PictureOptions(Arrangement: Arrangement.Concentric)),
        ("timeline", new PictureOptions(PictureKind.Timeline)),
        ("counts", new PictureOptions(PictureKind.Counts)),
    ];

    public static Command Create(CommandHost host)
    {
        var options = new SelectionOptions();
        var way = new Option<string>("--as")
        {
            Description = "How to draw it: by force, in layers (trees), in rings around one node, as a timeline of facts, or as counts "
                + "over time.",
            HelpName = string.Join('|', Ways.Select(known => known.Name)),
            DefaultValueFactory = _ => Ways[0].Name,
        };
        way.AcceptOnlyFromAmong([.. Ways.Select(known => known.Name)]);
        var by = new Option<string>("--by")
        {
            Description = "What a timeline puts together: the facts of a relation type, or of an entity.",
            HelpName = "type|entity",
            DefaultValueFactory = _ => "type"
        };
        by.AcceptOnlyFromAmong("type", "entity");
        var command = options.CreateCommand(
            "draw",
            "Draw a part of the graph.",
            $"The file to write: {string.Join(" or ", Pictures.Endings)}. '-' is standard output, as SVG.");
        command.Add(way);
        command.Add(by);
        command.SetAction(parse =>
        {
            var chosen = Ways.First(known => known.Name == parse.GetValue(way)).Options;
            return Run(
                host,
                options.Read(parse),
                chosen with { Grouping = parse.GetValue(by) == "entity" ? FactGrouping.Entity : FactGrouping.Type });
        });
        return command;
    }

    private static int Run(CommandHost host, SelectionSettings settings, PictureOptions options)
    {
        if (settings.Output != SelectionExecution.StandardOutput
            && !Pictures.Endings.Any(ending => settings.Output.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            throw new UsageException($"A picture is {string.Join(" or ", Pictures.Endings)}, and '{settings.Output}' ends in neither.");

        return SelectionExecution.Run(host, settings, (session, diagnostics, cancellation) =>
        {
            if (SelectionReader.Read(host, session, settings, diagnostics, cancellation) is not { } read)
                return false;

            if (options.Kind != PictureKind.Graph && settings.Output.EndsWith(Pictures.PageEnding, StringComparison.OrdinalIgnoreCase))
                throw new UsageException($"'--as' draws times as {Pictures.SvgEnding} only.");

            var selection = settings.Query is null && options.Kind == PictureKind.Graph ? read.WithoutMentions() : read;
            if (Pictures.FindObstacle(selection, options) is { } obstacle)
            {
                diagnostics.WriteError(obstacle);
                return false;
            }

            SelectionExecution.WriteFile(
                host, settings.Output, output => Pictures.Write(settings.Output, selection, options, output), cancellation);
            return true;
        });
    }
}
