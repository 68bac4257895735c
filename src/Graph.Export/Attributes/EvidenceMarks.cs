using Graph.Query;
using Graph.Query.Functions;

namespace Graph.Export;

/// <summary>Where, inside a sentence, stands what its facts are about.</summary>
internal sealed class EvidenceMarks(GraphStore store)
{
    /// <summary>
    /// Ordered and without overlap. Only the mentions of this one article are looked at, as an entity may have very many.
    /// </summary>
    public List<TextSpan> Find(int article, TextSpan sentence, IEnumerable<ElementEvidence> evidence)
    {
        var items = evidence.ToList();
        var nodes = items.SelectMany(item => item.Element.IsEdge ? GetEnds(item.Element.AsEdge()) : [item.Element.AsNode()]).ToHashSet();
        return Find(article, sentence, nodes);
    }

    /// <summary>A whole sentence in parts, every second of which names one of the nodes.</summary>
    public IEnumerable<string> Cut(Evidence evidence, IEnumerable<int> nodes)
    {
        var text = store.Articles.GetText(evidence.Article);
        var sentence = store.Articles.GetSentenceSpan(evidence);
        if (text.Length == 0 || sentence.End > text.Length)
            yield break;

        var position = sentence.Start;
        foreach (var mark in Find(evidence.Article, sentence, nodes.ToHashSet()))
        {
            yield return text[position..mark.Start];
            yield return text[mark.Start..mark.End];
            position = mark.End;
        }

        yield return text[position..sentence.End];
    }

    /// <summary>An event is not mentioned; a word triggers it.</summary>
    public bool HasMentions(int node) =>
        store.FindEdgeTable(StoreNames.MentionType) is { } table && table.Incoming.View.GetRun(node).Count > 0;

    private List<TextSpan> Find(int article, TextSpan sentence, HashSet<int> nodes)
    {
        var triggers = nodes.Where(node => !HasMentions(node)).SelectMany(store.GetNodeEvidence);
        var spans = ListMentions(article).Where(mention => nodes.Contains(mention.Node)).Select(mention => mention.Span)
            .Concat(triggers.Where(trigger => trigger.Article == article).Select(trigger => trigger.Span))
            .Where(span => span.Length > 0 && sentence.Contains(span));
        return Join(spans);
    }

    /// <summary>The mentions of an article in the order of the store.</summary>
    public List<(int Node, TextSpan Span)> ListMentions(int article)
    {
        var found = new List<(int, TextSpan)>();
        if (store.FindEdgeTable(StoreNames.MentionType) is not { } table)
            return found;

        var view = table.Outgoing.View;
        var run = view.GetRun(article);
        for (var position = run.Start; position < run.End; position++)
        {
            if (store.GetEdgeEvidence(view.GetEdge(position)) is { } evidence)
                found.Add((view.Neighbours[position], evidence.Span));
        }

        return found;
    }

    private static List<TextSpan> Join(IEnumerable<TextSpan> spans)
    {
        var marks = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.End))
        {
            if (marks.Count > 0 && span.Start < marks[^1].End)
                marks[^1] = marks[^1].Cover(span);
            else
                marks.Add(span);
        }

        return marks;
    }

    private int[] GetEnds(int edge)
    {
        var table = store.GetEdgeTable(edge);
        return [table.GetSource(edge), table.GetTarget(edge)];
    }
}
