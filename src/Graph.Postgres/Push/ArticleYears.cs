namespace Graph.Postgres;

/// <summary>The years in which articles were published.</summary>
internal static class ArticleYears
{
    private const string ArticleLabel = "Article";
    private static readonly string[] Published = ["published", "date"];

    public static bool HasArticles(NodeTable table) => table.Labels.Contains(ArticleLabel);

    /// <summary>0 where it is not known.</summary>
    public static int Get(GraphStore store, int article) => Published
        .Select(key => store.GetNodeProperty(article, key))
        .Where(value => value.Kind == ValueKind.Date)
        .Select(value => value.AsDate().Start.Year)
        .FirstOrDefault();

    /// <summary>Every year of an article, ascending.</summary>
    public static ImmutableArray<int> List(GraphStore store)
    {
        var years = new SortedSet<int>();
        var label = store.FindLabel(ArticleLabel);
        foreach (var range in store.NodeRanges.Where(range => range.Labels.Contains(label)))
        {
            for (var row = 0; row < range.Count; row++)
                years.Add(Get(store, range.Start + row));
        }

        return [.. years];
    }
}
