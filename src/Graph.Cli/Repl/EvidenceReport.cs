using System.Text;
using Graph.Cli.Rendering;
using Graph.Terminal;
using Graph.Query;

namespace Graph.Cli.Repl;

/// <summary>Sentences that facts stand in, under the titles of their articles, with the mentions marked and the facts named.</summary>
internal sealed class EvidenceReport(GraphStore store, bool useColor)
{
    private const int MostSentences = 20;
    private const string Certainty = "certainty";
    private const string ClaimedBy = "claimedBy";

    private readonly ValueFormatter formatter = new(store);

    public void Write(IReadOnlyList<ElementEvidence> evidence, TextWriter output)
    {
        var sentences = evidence.GroupBy(item => (item.Evidence.Article, Span: store.Articles.GetSentenceSpan(item.Evidence))).ToList();
        var article = -1;
        foreach (var sentence in sentences.Take(MostSentences))
        {
            if (sentence.Key.Article != article)
                output.Write($"{DescribeArticle(article = sentence.Key.Article)}\n");
            output.Write($"  {Mark(article, sentence.Key.Span, FindMarks(sentence.Key.Article, sentence.Key.Span, sentence))}\n");
            foreach (var fact in sentence.Where(item => item.Element.IsEdge).Select(item => item.Element.AsEdge()).Distinct())
                output.Write($"    {Ansi.Paint(DescribeFact(fact), TextStyle.Faint, useColor)}\n");
        }

        if (sentences.Count > MostSentences)
            output.Write($"and {sentences.Count - MostSentences} more sentences\n");
    }

    private string DescribeArticle(int article)
    {
        string[] details = [Text(article, "source"), Text(article, "published")];
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
        var remark = DescribeStatus(store.GetEdgeProperty(edge, Certainty), store.GetEdgeProperty(edge, ClaimedBy));
        return remark.Length > 0 ? $"{fact} ({remark})" : fact;
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

    /// <summary>The mentions, inside the sentence, of what the facts are about; ordered and without overlap.</summary>
    private List<TextSpan> FindMarks(int article, TextSpan sentence, IEnumerable<ElementEvidence> evidence)
    {
        var nodes = evidence.SelectMany(item => item.Element.IsEdge ? GetEnds(item.Element.AsEdge()) : [item.Element.AsNode()]).Distinct();
        var mentions = nodes
            .SelectMany(store.GetNodeEvidence)
            .Where(mention => mention.Article == article && mention.Span.Length > 0 && sentence.Contains(mention.Span))
            .Select(mention => mention.Span);
        var marks = new List<TextSpan>();
        foreach (var span in mentions.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (marks.Count > 0 && span.Start < marks[^1].End)
                marks[^1] = marks[^1].Cover(span);
            else
                marks.Add(span);
        }

        return marks;
    }

    private IEnumerable<int> GetEnds(int edge)
    {
        var table = store.GetEdgeTable(edge);
        return [table.GetSource(edge), table.GetTarget(edge)];
    }

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
