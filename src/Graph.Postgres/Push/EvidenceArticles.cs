namespace Graph.Postgres;

/// <summary>The articles that hold evidence or have a text.</summary>
internal static class EvidenceArticles
{
    public static HashSet<int> List(GraphStore store)
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
        return articles;
    }

    private static void Add(EvidenceTable evidence, int count, HashSet<int> articles)
    {
        for (var row = 0; row < count; row++)
        {
            if (evidence.HasEvidence(row))
                articles.Add(evidence[row].Article);
        }
    }
}
