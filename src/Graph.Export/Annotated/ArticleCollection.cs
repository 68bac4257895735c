namespace Graph.Export;

/// <summary>
/// The articles of a selection, each whole: those among its nodes, and those in which its facts stand.
/// </summary>
internal sealed class ArticleCollection
{
    private readonly GraphStore store;
    private readonly SortedDictionary<int, List<int>> facts = [];
    private readonly SortedDictionary<int, List<int>> events = [];

    public ArticleCollection(GraphSelection selection, LossLedger losses)
    {
        store = selection.Store;
        foreach (var node in selection.Nodes)
        {
            if (!store.Articles.GetUtf8(node).IsEmpty)
                facts.TryAdd(node, []);
        }

        foreach (var edge in selection.Edges)
        {
            if (store.GetEdgeEvidence(edge) is { } evidence)
                facts.TryAdd(evidence.Article, []);
            else
                losses.Count("relation that no article says is not written", "relations that no article says are not written");
        }

        foreach (var table in store.EdgeTables.Where(table => table.Type != StoreNames.MentionType))
            AddFacts(table);
        AddEvents();
        CountUnmentioned(selection, losses);
        if (facts.Count == 0 && selection.Nodes.Length > 0)
            losses.Note("there is no article, and no relation that one says; return articles: MATCH (a:Article) RETURN a");
    }

    public int Count => facts.Count;

    public IEnumerable<ArticleContents> Read() => facts.Keys.Select(Read);

    private ArticleContents Read(int article) => new(
        article,
        PlainText.Format(Captions.GetKey(store, article)),
        store.Articles.GetText(article),
        [.. ListMentions(article).OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End)],
        [.. events.GetValueOrDefault(article, [])
            .Select(node => (node, FindEvent(node, article).Span))
            .OrderBy(found => found.Span.Start)],
        [.. facts[article].OrderBy(edge => store.GetEdgeEvidence(edge)!.Value.Span.Start).ThenBy(edge => edge)]);

    private IEnumerable<ArticleMention> ListMentions(int article)
    {
        if (store.FindEdgeTable(StoreNames.MentionType) is not { Evidence: { } evidence } table)
            return [];

        var run = table.Outgoing.View.GetRun(article);
        return Enumerable.Range(run.Start, run.Count)
            .Where(evidence.HasEvidence)
            .Select(row => new ArticleMention(table.FirstEdge + row, table.GetTarget(table.FirstEdge + row), evidence.GetFragments(row)));
    }

    private void AddFacts(EdgeTable table)
    {
        for (var row = 0; table.Evidence is { } evidence && row < table.Count; row++)
        {
            if (evidence.HasEvidence(row) && facts.TryGetValue(evidence[row].Article, out var found))
                found.Add(table.FirstEdge + row);
        }
    }

    private void AddEvents()
    {
        var marks = new EvidenceMarks(store);
        foreach (var range in store.NodeRanges.Where(
            range => store.FindLabel(StoreEvents.Label) is var label && range.Labels.Contains(label)))
        {
            for (var node = range.Start; node < range.End; node++)
            {
                if (!marks.HasMentions(node) && store.GetNodeEvidence(node) is [var evidence, ..] && facts.ContainsKey(evidence.Article))
                    AddEvent(node, evidence.Article);
            }
        }
    }

    private void AddEvent(int node, int article)
    {
        if (!events.TryGetValue(article, out var found))
            events.Add(article, found = []);
        found.Add(node);
    }

    private Evidence FindEvent(int node, int article) => store.GetNodeEvidence(node).First(evidence => evidence.Article == article);

    private void CountUnmentioned(GraphSelection selection, LossLedger losses)
    {
        var mentions = store.FindEdgeTable(StoreNames.MentionType);
        foreach (var node in selection.Nodes)
        {
            if (store.Articles.GetUtf8(node).IsEmpty
                && (mentions is null || mentions.Incoming.View.GetRun(node).Count == 0)
                && store.GetNodeEvidence(node).Count == 0)
                losses.Count("entity that no article names is not written", "entities that no article names are not written");
        }
    }
}
