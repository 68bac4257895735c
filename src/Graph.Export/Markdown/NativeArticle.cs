namespace Graph.Export;

/// <summary>The body of one article: its paragraphs with their mentions, and the facts that each says.</summary>
internal sealed class NativeArticle(
    GraphStore store,
    ArticleContents article,
    AnnotatedEntities entities,
    HashSet<int> described,
    LossLedger losses,
    TextWriter output)
{
    private readonly NativeSpans spans = new(entities, described, losses);

    public void Write(AnnotationCounts written)
    {
        var paragraphs = NativeParagraphs.Find(article.Text, losses);
        var mentions = SortIntoParagraphs(paragraphs);
        var named = mentions.SelectMany(found => found).Select(mention => mention.Node).ToHashSet();
        var facts = new NativeFacts(store, article, entities, named, losses);
        var steps = facts.SortInto(paragraphs);
        var relations = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            output.Write('\n');
            output.Write(new NativeMarkup(article.Text, paragraphs[i], mentions[i], spans).Write());
            output.Write('\n');
            if (steps[i].Count == 0)
                continue;

            relations += steps[i].Count;
            output.Write($"\n```facts\n{string.Concat(steps[i].Select(step => $"{step}\n"))}```\n");
        }

        written.Add(mentions.Sum(found => found.Count), facts.EventsWritten, relations - facts.RolesWritten);
    }

    /// <summary>Outer mentions come before those inside them; what crosses another, or an empty line, cannot be written.</summary>
    private List<List<ArticleMention>> SortIntoParagraphs(IReadOnlyList<TextSpan> paragraphs)
    {
        var sorted = paragraphs.Select(_ => new List<ArticleMention>()).ToList();
        var open = new Stack<TextSpan>();
        foreach (var mention in article.Mentions)
        {
            var span = mention.Span;
            while (open.Count > 0 && open.Peek().End <= span.Start)
                open.Pop();
            var paragraph = NativeParagraphs.FindAround(paragraphs, span);
            if (paragraph < 0 || span.Length == 0)
            {
                losses.Count("mention over an empty line is not written", "mentions over empty lines are not written");
                continue;
            }

            if (open.Count > 0 && open.Peek().End < span.End)
            {
                losses.Count("mention that crosses another is not written", "mentions that cross others are not written");
                continue;
            }

            losses.Count(
                "mention of several parts is written from the first to the last",
                "mentions of several parts are written from the first to the last",
                mention.Fragments.Length > 1 ? 1 : 0);
            open.Push(span);
            sorted[paragraph].Add(mention);
        }

        return sorted;
    }
}
