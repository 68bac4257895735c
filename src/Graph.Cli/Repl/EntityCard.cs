using System.Globalization;
using Graph.Cli.Rendering;
using Graph.Export;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>All about one entity on one screen: what it is called and is, its facts by relation, who it is named with, and where.</summary>
internal sealed class EntityCard(PromptContext context)
{
    private const int ArticlesForNames = 300;
    private const int MostNames = 6;
    private const int MostEvents = 5;
    private const int MostCompanions = 6;
    private const int ArrowWidth = 36;
    private const int NameWidth = 12;
    private const int LeastWidth = 24;
    private const int LeastBesideArrow = 30;
    private const string Indent = "  ";

    /// <summary>Stands for a blank at which no line is broken.</summary>
    private const char Joint = '\uE000';
    private const string On = "on";
    private const string Event = "Event";

    private readonly GraphStore store = context.Store;
    private readonly TextWriter output = context.Output;
    private readonly EntityLookup lookup = new(context.Store);
    private readonly ValueFormatter formatter = new(context.Store);

    public void Write(int node)
    {
        var caption = Ansi.Paint($"{lookup.Describe(node)}", TextStyle.Prompt, context.RenderOptions.UseColor);
        context.WriteWrapped($"{caption}  key {VisibleText.Show(lookup.GetKey(node))}");
        var articles = FindArticles(node);
        WriteNames(node, articles);
        WriteLine("types", string.Join(", ", store.GetRange(node).Labels.Select(label => VisibleText.Show(store.Labels[label]))));
        foreach (var (key, value) in StoreElements.GetNodeProperties(store, node))
        {
            if (key is not (StoreNames.Key or StoreNames.Name or StoreNames.Aliases))
                WriteLine(key, value.Kind == ValueKind.List ? FormatList(value) : formatter.FormatAlone(value));
        }

        WriteFacts(node);
        WriteEvents(node);
        WriteCompanions(node, articles);
        WriteArticles(node, articles);
    }

    private void WriteLine(string name, string text)
    {
        if (text.Length == 0)
            return;

        if (GetRoom(NameWidth) < LeastWidth)
        {
            context.WriteWrapped($"{VisibleText.Show(name)}: {text.Replace(Joint, ' ')}", "  ");
            return;
        }

        WriteBeside(CellText.Pad(VisibleText.Show(name), NameWidth), TextStyle.Faint, text);
    }

    private int GetRoom(int labelWidth) => context.RenderOptions.Width is { } all ? all - labelWidth - Indent.Length : int.MaxValue;

    /// <summary>A text in lines beside what it is about.</summary>
    private void WriteBeside(string label, TextStyle style, string text)
    {
        var labelWidth = CellText.Measure(label);
        foreach (var line in CellText.Wrap(text, GetRoom(labelWidth)))
        {
            output.Write($"{Indent}{Ansi.Paint(label, style, context.RenderOptions.UseColor)}{line.Replace(Joint, ' ')}".TrimEnd() + "\n");
            label = new string(' ', labelWidth);
        }
    }

    /// <summary>What goes to the next line as a whole, unless it is longer than a line.</summary>
    private static string Keep(string text, int room) => CellText.Measure(text) <= room ? text.Replace(' ', Joint) : text;

    private List<int> FindArticles(int node)
    {
        var found = new List<int>();
        if (store.FindEdgeTable(StoreNames.MentionType) is not { } table)
            return found;

        foreach (var article in table.Incoming.View.GetNeighbours(node))
        {
            if (found.Count == 0 || found[^1] != article)
                found.Add(article);
        }

        return found;
    }

    /// <summary>By the language of the articles that use them; where no article says its language, as they come.</summary>
    private void WriteNames(int node, List<int> articles)
    {
        var byLanguage = new SortedDictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var marks = new EvidenceMarks(store);
        foreach (var article in articles.Take(ArticlesForNames))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var language = store.GetNodeProperty(article, "language") is { Kind: ValueKind.String } known ? known.AsString() : "";
            var text = store.Articles.GetText(article);
            var names = byLanguage.TryGetValue(language, out var found) ? found : byLanguage[language] = new(StringComparer.Ordinal);
            foreach (var (mentioned, span) in marks
                .ListMentions(article)
                .Where(mention => mention.Node == node && mention.Span.Length > 0 && mention.Span.End <= text.Length))
                names[text.Substring(span.Start, span.Length)] = names.GetValueOrDefault(text.Substring(span.Start, span.Length)) + 1;
        }

        foreach (var (language, names) in byLanguage.Where(pair => pair.Value.Count > 0))
        {
            var most = names.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostNames);
            var part = articles.Count > ArticlesForNames ? $" (in the first {ArticlesForNames} articles)" : "";
            WriteLine(
                language.Length > 0 ? $"names ({language})" : "names",
                string.Join(", ", most.Select(pair => formatter.FormatAlone(Value.FromString(pair.Key)))) + part);
        }

        if (byLanguage.Count == 0 && store.GetNodeProperty(node, StoreNames.Aliases) is { Kind: ValueKind.List } aliases)
            WriteLine("names", FormatList(aliases));
    }

    private string FormatList(Value list) => string.Join(", ", list.AsList().Select(formatter.FormatAlone));

    private void WriteFacts(int node)
    {
        foreach (var table in store.EdgeTables.Where(table => table.Type != StoreNames.MentionType))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            WriteRelation(table, table.Outgoing, node, $"-[{table.Type}]->");
            WriteRelation(table, table.Incoming, node, $"<-[{table.Type}]-");
        }
    }

    private void WriteRelation(EdgeTable table, Adjacency adjacency, int node, string arrow)
    {
        var run = adjacency.View.GetRun(node);
        if (run.Count == 0)
            return;

        var dates = FindDates(table, adjacency, run);
        var arrowWidth = Math.Clamp(GetRoom(LeastBesideArrow) - 11, NameWidth, ArrowWidth);
        var label = $"{CellText.Pad(VisibleText.Show(arrow), arrowWidth)} {run.Count.ToString("N0", CultureInfo.InvariantCulture),8}  ";
        var room = GetRoom(CellText.Measure(label));
        var example = run.Count == 1 ? $"  {Keep(lookup.Describe(adjacency.View.Neighbours[run.Start]), room)}" : "";
        if (room < LeastWidth)
            context.WriteWrapped($"{label}{dates}{example}".TrimEnd().Replace(Joint, ' '), Indent);
        else
            WriteBeside(label, TextStyle.Plain, $"{Keep(dates, room)}{example}");
    }

    /// <summary>Of one fact as it is said, of several the first and the last; nothing where there are none. A hub has very many.</summary>
    private string FindDates(EdgeTable table, Adjacency adjacency, Range32 run)
    {
        var (dates, times) = (new FactDates(table), new HashSet<FactTime>());
        for (var position = run.Start; position < run.End; position++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            times.UnionWith(dates.List(adjacency.View.GetEdge(position)));
        }

        if (times.Count == 1)
            return times.First().ToString();
        var open = times.All(time => time is { Since: not null, Until: null })
            ? "since "
            : times.All(time => time is { On: null, Since: null }) ? "until " : "";
        var ends = times.SelectMany(time => new[] { time.On, time.Since, time.Until }).OfType<PartialDate>();
        return DescribeDates(ends.Select(Value.FromDate)) is { Length: > 0 } described ? open + described : "";
    }

    /// <summary>The first and the last, once where they are the same; nothing where there are none. A hub has very many.</summary>
    private string DescribeDates(IEnumerable<Value> dates)
    {
        Value? first = null, last = null;
        foreach (var date in dates)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (date.Kind != ValueKind.Date)
                continue;
            first = first is { } least && ValueComparer.Compare(least, date) <= 0 ? least : date;
            last = last is { } greatest && ValueComparer.Compare(greatest, date) >= 0 ? greatest : date;
        }

        if (first is not { } from || last is not { } to)
            return "";
        return ValueComparer.Compare(from, to) == 0 ? ValueText.Format(from) : $"{ValueText.Format(from)} .. {ValueText.Format(to)}";
    }

    private void WriteEvents(int node)
    {
        var label = store.FindLabel(Event);
        if (label < 0)
            return;

        var events = new List<string>();
        foreach (var table in store.EdgeTables.Where(table => table.Type != StoreNames.MentionType))
        {
            foreach (var source in table.Incoming.View.GetNeighbours(node))
            {
                if (!store.HasLabel(source, label))
                    continue;
                var date = store.GetNodeProperty(source, On);
                var dated = date.IsNull ? "" : $" {ValueText.Format(date)}";
                events.Add(Keep($"{lookup.Describe(source)}{dated} as {VisibleText.Show(table.Type)}", GetRoom(NameWidth) - 1));
                if (events.Count > MostEvents)
                    break;
            }
        }

        WriteLine("events", string.Join("; ", events.Take(MostEvents)) + (events.Count > MostEvents ? "; ..." : ""));
    }

    private void WriteCompanions(int node, List<int> articles)
    {
        var counts = new Dictionary<int, int>();
        if (store.FindEdgeTable(StoreNames.MentionType) is not { } table)
            return;

        foreach (var article in articles)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var last = -1;
            foreach (var other in table.Outgoing.View.GetNeighbours(article))
            {
                if (other != node && other != last)
                    counts[other] = counts.GetValueOrDefault(other) + 1;
                last = other;
            }
        }

        var most = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCompanions);
        WriteLine(
            "named with",
            string.Join(", ", most.Select(pair => Keep(
                $"{lookup.Describe(pair.Key)} {pair.Value.ToString("N0", CultureInfo.InvariantCulture)}", GetRoom(NameWidth) - 1))));
    }

    private void WriteArticles(int node, List<int> articles)
    {
        if (articles.Count == 0)
            return;

        var count = articles.Count.ToString("N0", CultureInfo.InvariantCulture);
        var dates = DescribeDates(
            articles.Select(article => ArticleDate.Find(store, article)).OfType<PartialDate>().Select(Value.FromDate));
        var span = dates.Length == 0 ? "" : $", {dates}";
        var mentions = lookup.CountMentions(node);
        WriteLine(
            "articles", $"{count}{span}, {mentions.ToString("N0", CultureInfo.InvariantCulture)} mention{(mentions == 1 ? "" : "s")}");
    }
}
