using Graph.Cli.Rendering;
using Graph.Terminal;
using Graph.Query;

namespace Graph.Cli.Repl;

/// <summary>What Tab offers at the prompt: words of commands, and of the language.</summary>
internal sealed class PromptCompletion(QueryEngine engine, PromptState state)
{
    public Completion Complete(string text, int cursor)
    {
        if (!InputRules.IsCommand(text))
            return new QueryCompletion(engine.Catalog, [.. state.Parameters.Keys]).Complete(text, cursor);

        var start = text.LastIndexOfAny([' ', '\t', '\n'], Math.Max(0, cursor - 1), cursor) + 1;
        var command = text[..cursor].Trim().Split(' ')[0];
        return Filter(text, TextSpan.FromBounds(start, cursor), start == 0 ? GetCommands() : GetArguments(command));
    }

    /// <summary>The choices that begin with what was written, whatever its case.</summary>
    public static Completion Filter(string text, TextSpan word, IEnumerable<CompletionItem> choices)
    {
        var begun = text.AsSpan(word.Start, word.Length);
        var items = new List<CompletionItem>();
        foreach (var choice in choices)
        {
            if (choice.Text.AsSpan().StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                items.Add(choice);
        }

        return new Completion(word.Start, word.End, [.. items.DistinctBy(item => item.Text)]);
    }

    private static IEnumerable<CompletionItem> GetCommands() =>
        PromptCommands.All.Select(command => new CompletionItem(command.Argument.Length == 0 ? command.Name : $"{command.Name} "));

    private IEnumerable<CompletionItem> GetArguments(string command) => command switch
    {
        ":format" => OutputFormats.Names.Select(name => new CompletionItem(name)),
        ":schema" => engine.Catalog.Labels.Concat(engine.Catalog.RelationTypes).Select(name => new CompletionItem(name)),
        ":param" => state.Parameters.Keys.Select(name => new CompletionItem($"{name}=")),
        _ => [],
    };
}
