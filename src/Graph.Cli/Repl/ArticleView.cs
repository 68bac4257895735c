using System.Text;
using Graph.Cli.Rendering;
using Graph.Export;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>An article to read: its mentions marked, the facts of each paragraph below it.</summary>
internal sealed class ArticleView(PromptContext context)
{
    private static readonly ImmutableArray<TextStyle> LabelStyles =
        [TextStyle.Type, TextStyle.Member, TextStyle.Number, TextStyle.String, TextStyle.Keyword];

    private readonly GraphStore store = context.Store;
    private readonly ValueFormatter formatter = new(context.Store, useCaptions: true);

    public void Write(int article)
    {
        WriteHead(article);
        var text = store.Articles.GetText(article);
        if (text.Length == 0)
            context.Output.Write("The graph does not hold the text of this article.\n");
        var mentions = new EvidenceMarks(store).ListMentions(article);
        var facts = FindFacts(article, mentions);
        foreach (var paragraph in SplitParagraphs(text))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            WriteParagraph(text, paragraph, mentions);
            foreach (var (edge, _) in facts.Where(fact => paragraph.Start <= fact.Evidence.Span.Start
                && fact.Evidence.Span.Start < Math.Max(paragraph.End, paragraph.Start + 1)))
                WriteFact(edge);
            context.Output.Write('\n');
        }
    }

    private void WriteHead(int article)
    {
        string[] details = [Show(article, "source"), ArticleDate.Describe(store, article), Show(article, "language"),
            Show(article, StoreNames.Key)];
        context.WriteWrapped(Ansi.Paint(Show(article, "title"), TextStyle.Prompt, context.RenderOptions.UseColor));
        context.WriteWrapped(string.Join(", ", details.Where(detail => detail.Length > 0)));
        context.Output.Write('\n');
    }

    private string Show(int node, string key) =>
        store.GetNodeProperty(node, key) is { IsNull: false } value ? new ValueFormatter(store).FormatAlone(value) : "";

    /// <summary>Facts stand between what the article mentions, so they are found from there.</summary>
    private List<(int Edge, Evidence Evidence)> FindFacts(int article, List<(int Node, TextSpan Span)> mentions)
    {
        var facts = new SortedDictionary<int, Evidence>();
        var nodes = mentions.Select(mention => mention.Node).ToHashSet();
        foreach (var table in store.EdgeTables.Where(table => table.Type != StoreNames.MentionType && table.Evidence is not null))
        {
            foreach (var node in nodes)
            {
                AddFacts(article, table, table.Outgoing.View, node, facts);
                AddFacts(article, table, table.Incoming.View, node, facts);
            }
        }

        return [.. facts.Select(pair => (pair.Key, pair.Value)).OrderBy(fact => fact.Value.Span.Start).ThenBy(fact => fact.Key)];
    }

    private void AddFacts(int article, EdgeTable table, AdjacencyView view, int node, SortedDictionary<int, Evidence> facts)
    {
        var run = view.GetRun(node);
        for (var position = run.Start; position < run.End; position++)
        {
            if ((position & 0xFFF) == 0)
                context.Cancellation.ThrowIfCancellationRequested();
            var row = view.GetEdge(position) - table.FirstEdge;
            if (table.Evidence!.HasEvidence(row) && table.Evidence[row] is var evidence && evidence.Article == article)
                facts[row + table.FirstEdge] = evidence;
        }
    }

    private static IEnumerable<TextSpan> SplitParagraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(start..end).Trim().Length > 0)
                yield return TextSpan.FromBounds(start, end);
            start = end + 2;
        }
    }

    private void WriteParagraph(string text, TextSpan paragraph, List<(int Node, TextSpan Span)> mentions)
    {
        var marked = new StringBuilder();
        var position = paragraph.Start;
        foreach (var (node, span) in mentions
            .Where(mention => mention.Span.Length > 0 && paragraph.Contains(mention.Span))
            .OrderBy(mention => mention.Span.Start)
            .ThenByDescending(mention => mention.Span.Length))
        {
            if (span.Start < position)
                continue;
            marked.Append(OnOneLine(text[position..span.Start]));
            var mention = OnOneLine(text.Substring(span.Start, span.Length));
            marked.Append(context.RenderOptions.UseColor ? Ansi.Paint(mention, StyleOf(node), useColor: true) : $"[{mention}]");
            position = span.End;
        }

        marked.Append(OnOneLine(text[position..paragraph.End]));
        context.WriteWrapped(marked.ToString());
    }

    /// <summary>One colour for each label, as far as there are colours.</summary>
    private TextStyle StyleOf(int node) => LabelStyles[store.GetRange(node).Labels[^1] % LabelStyles.Length];

    private void WriteFact(int edge)
    {
        var table = store.GetEdgeTable(edge);
        var fact = formatter.Format(Value.FromPath(new PathValue([table.GetSource(edge), table.GetTarget(edge)], [edge])));
        context.WriteWrapped(Ansi.Paint(fact, TextStyle.Faint, context.RenderOptions.UseColor), "    ");
    }

    private static string OnOneLine(string text) => VisibleText.Show(text.ReplaceLineEndings(" "));
}
