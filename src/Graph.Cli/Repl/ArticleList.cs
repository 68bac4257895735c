using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Articles by their ids and words.</summary>
internal static class ArticleList
{
    private const string Article = "Article";
    private const int MostListed = 50;
    private const int MostWithoutWords = 20;

    /// <summary>By key, else the first with this title; null where there is none.</summary>
    public static int? Find(PromptContext context, string id)
    {
        var store = context.Store;
        return store
            .FindNodes(StoreNames.Key, id)
            .Concat(store.FindNodes("title", id))
            .Cast<int?>()
            .FirstOrDefault(node => IsArticle(store, node!.Value));
    }

    /// <summary>False where no article has all the words.</summary>
    public static bool Write(PromptContext context, string words)
    {
        var sought = NameFolding.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var most = sought.Length == 0 ? MostWithoutWords : MostListed;
        var found = 0;
        var hasDates = ListRanges(context.Store).Any(range => ArticleDate.Keys.Any(key => range.FindColumn(key) is not null));
        foreach (var article in ListArticles(context, sought))
        {
            if (found == most)
            {
                context.Output.Write("and more; say more words\n");
                break;
            }

            found++;
            WriteLine(context, article, hasDates);
        }

        return found > 0;
    }

    private static bool IsArticle(GraphStore store, int node) =>
        store.FindLabel(Article) is >= 0 and var label && store.HasLabel(node, label);

    /// <summary>Those with the words in the title first.</summary>
    private static IEnumerable<int> ListArticles(PromptContext context, string[] sought)
    {
        var store = context.Store;
        var ranges = ListRanges(store);
        foreach (var article in ranges.SelectMany(range => Enumerable.Range(range.Start, range.Count)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (HasAll(GetTitle(store, article), sought))
                yield return article;
        }

        if (sought.Length == 0)
            yield break;

        foreach (var article in ranges.SelectMany(range => Enumerable.Range(range.Start, range.Count)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!HasAll(GetTitle(store, article), sought) && HasAll(store.Articles.GetText(article), sought))
                yield return article;
        }
    }

    private static List<NodeRange> ListRanges(GraphStore store)
    {
        var label = store.FindLabel(Article);
        return [.. store.NodeRanges.Where(range => range.Labels.Contains(label))];
    }

    private static bool HasAll(string text, string[] sought)
    {
        if (sought.Length == 0)
            return true;

        var folded = NameFolding.Fold(text);
        return sought.All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    private static string GetTitle(GraphStore store, int article) =>
        store.GetNodeProperty(article, "title") is { Kind: ValueKind.String } title ? title.AsString() : "";

    /// <summary>The key as it is entered behind <c>:article</c>.</summary>
    private static void WriteLine(PromptContext context, int article, bool hasDates)
    {
        var date = hasDates ? $"{ArticleDate.Describe(context.Store, article),-10}  " : "";
        var key = context.Store.GetNodeProperty(article, StoreNames.Key) is { Kind: ValueKind.String } known ? known.AsString() : "";
        var line = $"{date}{VisibleText.Show(key)}  {VisibleText.Show(GetTitle(context.Store, article).ReplaceLineEndings(" "))}";
        context.Output.Write($"{(context.RenderOptions.Width is { } width ? CellText.Cut(line, width, "…") : line)}\n");
    }
}
