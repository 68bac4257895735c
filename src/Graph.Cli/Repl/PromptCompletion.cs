using Graph.Cli.Sessions;
using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>What Tab offers at the prompt: words of commands, names of entities, files, and words of the language.</summary>
internal sealed class PromptCompletion(PromptState state)
{
    private const int MostNames = 100;
    private const int MostFiles = 200;
    private const int ShortestGuess = 2;

    // Names are there within a moment of the start; only Tab waits for them, no longer than anybody notices, and a letter that is typed
    // never.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    private GraphStore? indexed;
    private Task<NameIndex>? index;
    private Task<PossibleNames>? possible;
    private CancellationTokenSource? preparation;

    /// <summary>Starts to gather the names of the graph, beside everything else.</summary>
    public void Prepare()
    {
        var store = state.Session.Store;
        if (indexed == store)
            return;

        // Of data that is gone nobody asks anything more.
        preparation?.Cancel();
        preparation = new CancellationTokenSource();
        indexed = store;
        var (catalog, token) = (Catalog, preparation.Token);
        possible = Start(() => PossibleNames.Create(catalog, token), token);
        index = Start(() => NameIndex.Create(store, token), token);
    }

    private static Task<T> Start<T>(Func<T> create, CancellationToken cancellation) =>
        Task.Factory.StartNew(create, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The same, and waits for it.</summary>
    internal void PrepareNow()
    {
        Prepare();
        Task.WaitAll(index!, possible!);
    }

    public Completion Complete(string text, int cursor)
    {
        Prepare();
        Task.WaitAny([Task.WhenAll(index!, possible!)], LongestWait);
        return CompleteNow(text, cursor);
    }

    private Completion CompleteNow(string text, int cursor)
    {
        Prepare();
        var before = text[..cursor];
        if (InputRules.IsCommand(text))
            return CompleteCommand(before);
        if (PlaceInQuery.FindBegunSetting(before) is var (begun, name) && ListSettingValues(name) is { } values)
            return Filter(
                before, TextSpan.FromBounds(begun, before.Length), values.Select(value => new CompletionItem(value + before[begun - 1])));
        if (PlaceInQuery.FindBegunName(before) is var (start, property))
            return CompleteName(before, start, quote: true, FindLabels(before, property));

        return new QueryCompletion(Catalog, [.. state.Parameters.Keys], Possible).Complete(text, cursor);
    }

    /// <summary>How a text may go on: as it did the last time, else with the only or best word that fits.</summary>
    public string? Suggest(string text, History history)
    {
        for (var entry = history.Entries.Count - 1; entry >= 0; entry--)
        {
            if (history.Entries[entry].Length > text.Length && history.Entries[entry].StartsWith(text, StringComparison.Ordinal))
                return history.Entries[entry];
        }

        var completion = CompleteNow(text, text.Length);
        var begun = text.AsSpan(completion.Start, completion.End - completion.Start);
        if (begun.Length < ShortestGuess || completion.Items.Count == 0)
            return null;

        var best = completion.Items[0].Text;
        return best.AsSpan().StartsWith(begun, StringComparison.Ordinal) ? string.Concat(text.AsSpan(0, completion.Start), best) : null;
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

    private NameIndex? Index => index is { IsCompletedSuccessfully: true } done ? done.Result : null;

    private PossibleNames? Possible => possible is { IsCompletedSuccessfully: true } done ? done.Result : null;

    private Completion CompleteCommand(string before)
    {
        var first = before.Length - before.TrimStart().Length;
        var blank = before.IndexOf(' ', first);
        if (blank < 0)
            return Filter(
                before,
                TextSpan.FromBounds(first, before.Length),
                PromptCommands.All.Select(command => new CompletionItem(command.Argument.Length == 0 ? command.Name : $"{command.Name} ")));

        var start = blank + 1;
        var command = before[first..blank];
        if (command is ":open" or ":aliases" or ":timeline")
            return CompleteName(before, start, quote: false);
        if (command == ":path")
            return CompleteWord(before, start);

        start = Math.Max(start, before.LastIndexOf(' ') + 1);
        if (command == ":set" && SettingDefinition.Find(before[(blank + 1)..start].Trim()) is { } setting)
            return Filter(before, TextSpan.FromBounds(start, before.Length), ListValues(setting));

        return Filter(before, TextSpan.FromBounds(start, before.Length), GetArguments(command, before[start..]));
    }

    /// <summary>By any alias, whatever the case and the accents; in a query, with the quote that ends the name.</summary>
    /// <param name="labels">What the node is known to be; null for any.</param>
    private Completion CompleteName(string before, int start, bool quote, LabelExpression? labels = null)
    {
        var sign = quote ? before[start - 1].ToString() : "";
        var names = Index?.FindNames(before[start..], MostNames, labels) ?? [];
        return new Completion(
            start, before.Length, [.. names.Select(name => new CompletionItem(quote ? Escape(name, sign) + sign : name))]);
    }

    /// <summary>The last of several names, in quotes where it has blanks.</summary>
    private Completion CompleteWord(string before, int arguments)
    {
        var (offset, quote) = CommandArgument.FindLastWord(before[arguments..]);
        var names = CompleteName(before, arguments + offset, quote: quote is not null);
        return quote is not null
            ? names
            : names with
            {
                Items = [.. names.Items.Select(
                name => name.Text.Contains(' ') ? name with { Text = $"\"{Escape(name.Text, "\"")}\"" } : name)]
            };
    }

    /// <summary>What the patterns before say of the node whose property stands there.</summary>
    private static LabelExpression? FindLabels(string text, int property) =>
        CompletionContext.At(
            new SourceText(text),
            property).Owner?.Conditions.Select(LabelExpressions.Of).Aggregate((LabelExpression?)null, LabelExpressions.And);

    private static string Escape(string name, string quote) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(quote, $"\\{quote}", StringComparison.Ordinal);

    private IEnumerable<CompletionItem> GetArguments(string command, string begun) => command switch
    {
        ":schema" => Catalog.Labels.Concat(Catalog.RelationTypes).Select(name => new CompletionItem(name)),
        ":param" => state.Parameters.Keys.Select(name => new CompletionItem($"{name}=")),
        ":unset" =>
            state.Parameters.Keys.Concat(SettingDefinition.Every.Select(setting => setting.Name)).Select(name => new CompletionItem(name)),
        ":set" => SettingDefinition.Every.Select(setting => new CompletionItem($"{setting.Name} ")),
        ":help" => HelpTopics.Names.Select(name => new CompletionItem(name)),
        ":article" => ListArticles(begun),
        ":run" or ":load" or ":save" or ":draw" => ListFiles(begun),
        ":format" => GetArguments(":mode", begun),
        _ when SettingDefinition.Find(command.TrimStart(InputRules.CommandSign)) is { } setting => ListValues(setting),
        _ => [],
    };

    /// <summary>Words in capitals stand for values, and are none.</summary>
    private static IEnumerable<CompletionItem> ListValues(SettingDefinition setting) =>
        setting.Values.Split('|').Where(value => !value.Any(char.IsAsciiLetterUpper)).Select(value => new CompletionItem(value));

    /// <summary>What a setting of a procedure may name; null for one that names nothing of the graph.</summary>
    private IEnumerable<string>? ListSettingValues(string setting) => setting switch
    {
        "labels" => Catalog.Labels,
        "types" => Catalog.RelationTypes,
        "direction" => ["out", "in", "both"],
        "mode" => ["weak", "strong"],
        _ => null,
    };

    private GraphCatalog Catalog => state.Session.Engine.Catalog;

    private IEnumerable<CompletionItem> ListArticles(string begun)
    {
        var store = state.Session.Store;
        var label = store.FindLabel("Article");
        return store.NodeRanges
            .Where(range => range.Labels.Contains(label))
            .SelectMany(range => range.FindColumn(StoreNames.Key) is StringColumn { HasIndex: true } keys ? ListKeys(keys, begun) : [])
            .Select(key => new CompletionItem(key));
    }

    private static List<string> ListKeys(StringColumn keys, string begun)
    {
        var found = new List<string>();
        foreach (var prefix in ((string[])[begun, begun.ToLowerInvariant(), begun.ToUpperInvariant()]).Distinct(StringComparer.Ordinal))
        {
            var rows = keys.FindPrefixRows(prefix);
            foreach (var row in rows[..Math.Min(MostNames, rows.Length)])
                found.Add(keys.GetValue(row).AsString());
        }

        return found;
    }

    /// <summary>A folder in which there are files to name; a stored graph is named itself.</summary>
    private static bool IsOpened(FileSystemInfo entry) =>
        entry is DirectoryInfo && !entry.Name.EndsWith(".graph", StringComparison.Ordinal);

    /// <summary>A folder that cannot be read has nothing to offer.</summary>
    private static IEnumerable<CompletionItem> ListFiles(string begun)
    {
        var folder = Path.GetDirectoryName(begun) is { Length: > 0 } named ? named : begun.StartsWith('/') ? "/" : ".";
        var prefix = begun[..(begun.LastIndexOf('/') + 1)];
        try
        {
            return
            [
                .. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                    .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                    .Where(entry => !entry.Name.StartsWith('.'))
                    .Select(entry => new CompletionItem(prefix + entry.Name + (IsOpened(entry) ? "/" : "")))
                    .Where(item => item.Text.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                    .Take(MostFiles),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
