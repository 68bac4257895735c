using System.Text;
using Graph.Cli.Rendering;
using Graph.Export;
using Graph.Query;
using Graph.Query.Functions;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Sentences that facts stand in, under the titles of their articles, with the mentions marked and the facts named.</summary>
internal sealed class EvidenceReport(GraphStore store, RenderOptions options, CancellationToken cancellation)
{
    private const int MostSentences = 20;
    private const string Certainty = "certainty";
    private const string ClaimedBy = "claimedBy";

    private readonly ValueFormatter formatter = new(store);
    private readonly bool useColor = options.UseColor;
    private readonly EvidenceMarks marksOf = new(store);

    /// <param name="isWhole">There is no more evidence than this.</param>
    /// <param name="parts">The columns of a row that show facts, by edge.</param>
    public void Write(
        IReadOnlyList<ElementEvidence> evidence, TextWriter output, bool isWhole = true, IReadOnlyDictionary<int, string>? parts = null)
    {
        var sentences = evidence.GroupBy(item => (item.Evidence.Article, Span: store.Articles.GetSentenceSpan(item.Evidence))).ToList();
        var article = -1;
        foreach (var sentence in sentences.Take(MostSentences))
        {
            cancellation.ThrowIfCancellationRequested();
            if (sentence.Key.Article != article)
                WriteLine(DescribeArticle(article = sentence.Key.Article), "", output);
            WriteSentence(article, sentence.Key.Span, sentence, output);
            foreach (var fact in sentence.Where(item => item.Element.IsEdge).Select(item => item.Element.AsEdge()).Distinct())
                WriteFact(fact, parts, "    ", output);
        }

        WriteRest(sentences.Count, isWhole, "sentences", output);
    }

    /// <summary>Facts without evidence: what they state is all that is known of them.</summary>
    public void WriteSilent(IReadOnlyList<Value> facts, TextWriter output, bool isWhole, IReadOnlyDictionary<int, string> parts)
    {
        if (facts.Count == 0)
            return;

        output.Write(facts.Count == 1 ? "This fact names no sentence:\n" : "These facts name no sentence:\n");
        foreach (var fact in facts.Take(MostSentences))
            WriteFact(fact.AsEdge(), parts, "  ", output);
        WriteRest(facts.Count, isWhole, "facts", output);
    }

    /// <summary>Nothing where the graph does not hold the text of the article.</summary>
    private void WriteSentence(int article, TextSpan span, IEnumerable<ElementEvidence> evidence, TextWriter output)
    {
        if (store.Articles.GetText(article).Length > 0)
            WriteLine(Mark(article, span, marksOf.Find(article, span, evidence)), "  ", output);
    }

    private void WriteFact(int edge, IReadOnlyDictionary<int, string>? parts, string indent, TextWriter output) =>
        WriteLine(Ansi.Paint(DescribePart(edge, parts) + DescribeFact(edge), TextStyle.Faint, useColor), indent, output);

    private static void WriteRest(int count, bool isWhole, string what, TextWriter output)
    {
        if (count > MostSentences)
            output.Write($"and {(isWhole ? "" : "at least ")}{count - MostSentences} more {what}\n");
    }

    /// <summary><c>r: </c>, where the row shows the fact in a column of that name.</summary>
    private static string DescribePart(int edge, IReadOnlyDictionary<int, string>? parts) =>
        parts is not null && parts.TryGetValue(edge, out var name) ? $"{VisibleText.Show(name)}: " : "";

    private string DescribeArticle(int article)
    {
        string[] details = [Text(article, "source"), ArticleDate.Describe(store, article)];
        var known = string.Join(", ", details.Where(detail => detail.Length > 0));
        var title = Ansi.Paint(Text(article, "title"), TextStyle.Prompt, useColor);
        return known.Length == 0 ? title : $"{title} ({known})";
    }

    private string Text(int node, string key) =>
        store.GetNodeProperty(node, key) is { IsNull: false } value ? formatter.FormatAlone(value) : "";

    /// <summary><c>Rusland -[:SENT_TROOPS_TO]-> Kazachstan (claimed by tokayev)</c></summary>
    private string DescribeFact(int edge)
    {
        var table = store.GetEdgeTable(edge);
        var fact = $"{DescribeEnd(table.GetSource(edge))} -[:{VisibleText.Show(table.Type)}]-> {DescribeEnd(table.GetTarget(edge))}";
        var remark = string
            .Join(
                ", ",
                [
                    .. DescribeProperties(edge),
                    DescribeStatus(store.GetEdgeProperty(edge, Certainty), store.GetEdgeProperty(edge, ClaimedBy)),
                ])
            .Trim(' ', ',');
        return remark.Length > 0 ? $"{fact} ({remark})" : fact;
    }

    /// <summary><c>on 2022-01-06, troops 500</c></summary>
    private IEnumerable<string> DescribeProperties(int edge) => StoreElements.GetEdgeProperties(store, edge)
        .Where(property => property.Key is not (Certainty or ClaimedBy))
        .Select(property => $"{VisibleText.Show(property.Key)} {formatter.Format(property.Value)}");

    /// <summary>On a terminal, broken at words.</summary>
    private void WriteLine(string text, string indent, TextWriter output)
    {
        foreach (var line in options.Width is { } width ? CellText.Wrap(text, Math.Max(1, width - 1 - indent.Length)) : [text])
            output.Write($"{indent}{line}\n");
    }

    private string DescribeStatus(Value certainty, Value source)
    {
        var claim = source.IsNull ? "" : $"claimed by {formatter.FormatAlone(source)}";
        var status = certainty.IsNull ? "" : formatter.FormatAlone(certainty);
        if (claim.Length == 0)
            return status;

        return status is "" or "claimed" ? claim : $"{status}, {claim}";
    }

    private string DescribeEnd(int node) =>
        NodeCaption.FindKey(store, node) is { } key ? Text(node, key) : formatter.Format(Value.FromNode(node));

    private string Mark(int article, TextSpan sentence, List<TextSpan> marks)
    {
        var text = store.Articles.GetText(article);
        var marked = new StringBuilder();
        var position = sentence.Start;
        foreach (var mark in marks)
        {
            marked.Append(Show(text[position..mark.Start]));
            var mention = Show(text[mark.Start..mark.End]);
            marked.Append(useColor ? Ansi.Paint(mention, TextStyle.Mark, useColor) : $"[{mention}]");
            position = mark.End;
        }

        return marked.Append(Show(text[position..sentence.End])).ToString();
    }

    /// <summary>A sentence on one line, whatever the lines of its article.</summary>
    private static string Show(string text) => VisibleText.Show(text.ReplaceLineEndings(" "));
}
