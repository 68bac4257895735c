namespace Graph.Postgres;

/// <summary>The articles that hold evidence or have a text, in the order in which evidence is told: by date, then by key.</summary>
internal static class EvidenceArticles
{
    public static IReadOnlyList<int> List(GraphStore store)
    {
        var articles = new HashSet<int>();
        foreach (var segment in store.Articles.Segments)
            articles.UnionWith(segment.Articles.ToArray());
        foreach (var table in store.EdgeTables)
        {
            if (table.Evidence is { } evidence)
                Add(evidence, table.Count, articles);
        }

        foreach (var node in store.NodeEvidence.Nodes.ToArray())
            articles.UnionWith(store.GetNodeEvidence(node).Select(evidence => evidence.Article));
        return [.. articles
            .Select(article =>
                (Article: article, Date: store.GetNodeProperty(article, "published"), Key: store.GetNodeProperty(article, StoreNames.Key)))
            .Order(Comparer<(int Article, Value Date, Value Key)>.Create(Compare)).Select(item => item.Article)];
    }

    private static void Add(EvidenceTable evidence, int count, HashSet<int> articles)
    {
        for (var row = 0; row < count; row++)
        {
            if (evidence.HasEvidence(row))
                articles.Add(evidence[row].Article);
        }
    }

    private static int Compare((int Article, Value Date, Value Key) left, (int Article, Value Date, Value Key) right)
    {
        var dates = ValueComparer.Compare(left.Date, right.Date);
        if (dates != 0)
            return dates;

        var keys = ValueComparer.Compare(left.Key, right.Key);
        return keys != 0 ? keys : left.Article.CompareTo(right.Article);
    }
}
