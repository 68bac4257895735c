namespace Graph.Snapshots;

/// <summary>How far two annotators of the same articles agree on one type; the first is taken for the reference.</summary>
/// <param name="Type">The label, or <c>all</c>.</param>
/// <param name="First">Mentions of the first annotator.</param>
/// <param name="Second">Mentions of the second annotator.</param>
/// <param name="Exact">Pairs with the same place and type.</param>
/// <param name="Overlapping">Pairs that share a sign of the text and the type.</param>
/// <param name="Kappa">Cohen's kappa on tokens; null where both say the same of every token by necessity.</param>
public sealed record TypeAgreement(string Type, int First, int Second, int Exact, int Overlapping, double? Kappa)
{
    public double? Precision => Share(Exact, Second);

    public double? Recall => Share(Exact, First);

    public double? F1 => Share(2 * Exact, First + Second);

    public double? OverlappingF1 => Share(2 * Overlapping, First + Second);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>Why an article is not compared.</summary>
public enum ArticleGap
{
    /// <summary>The second graph does not have it.</summary>
    OnlyFirst,

    /// <summary>The first graph does not have it.</summary>
    OnlySecond,

    /// <summary>Both have it with different texts, so that no place in one is a place in the other.</summary>
    OtherText,
}

/// <summary>An article that says nothing of how far the annotators agree.</summary>
/// <param name="Article">Its label and key.</param>
public sealed record LeftOutArticle(string Article, ArticleGap Gap);

/// <summary>The agreement by type, and what it leaves out.</summary>
/// <param name="Articles">The number of articles that were compared.</param>
/// <param name="Types">In the order of their names, and one for all.</param>
/// <param name="LeftOut">In the order of their names.</param>
public sealed record AgreementReport(int Articles, ImmutableArray<TypeAgreement> Types, ImmutableArray<LeftOutArticle> LeftOut);

/// <summary>Compares the mentions of two graphs that were made of the same articles by different annotators.</summary>
public static class AnnotatorAgreement
{
    private const string AllTypes = "all";

    /// <summary>Articles that one graph lacks, or has with another text, are left out; those without a mention count.</summary>
    public static AgreementReport Measure(GraphStore first, GraphStore second)
    {
        var (left, right) = (ReadArticles(first), ReadArticles(second));
        var names = left.Keys.Union(right.Keys).Order(StringComparer.Ordinal).ToList();
        var pairs = names.Where(name => FindGap(name) is null).Select(name => (First: left[name], Second: right[name])).ToList();
        var types = pairs
            .SelectMany(pair => pair.First.Mentions.Concat(pair.Second.Mentions))
            .Select(mention => mention.Type)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return new AgreementReport(
            pairs.Count,
            [.. types.Select(type => MeasureType(pairs, type)), MeasureType(pairs, null)],
            [.. names.SelectMany(name => FindGap(name) is { } gap ? [new LeftOutArticle(name, gap)] : Array.Empty<LeftOutArticle>())]);

        ArticleGap? FindGap(string name) => (left.GetValueOrDefault(name), right.GetValueOrDefault(name)) switch
        {
            (_, null) => ArticleGap.OnlyFirst,
            (null, _) => ArticleGap.OnlySecond,
            var (one, other) => one.Text == other.Text ? null : ArticleGap.OtherText,
        };
    }

    private sealed record ArticleMentions(string Text, List<(TextSpan Span, string Type)> Mentions);

    // An annotator who marked nothing in an article says so of it.
    private static Dictionary<string, ArticleMentions> ReadArticles(GraphStore store)
    {
        var elements = new ElementText(store);
        var articles = new Dictionary<string, ArticleMentions>(StringComparer.Ordinal);
        for (var node = 0; node < store.NodeCount; node++)
        {
            if (!store.Articles.GetUtf8(node).IsEmpty)
                articles.TryAdd(elements.Identify(node), new ArticleMentions(store.Articles.GetText(node), []));
        }

        if (store.FindEdgeTable(StoreNames.MentionType) is not { } table)
            return articles;

        for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
        {
            if (store.GetEdgeEvidence(edge) is { } evidence && articles.TryGetValue(elements.Identify(evidence.Article), out var article))
                article.Mentions.Add((evidence.Span, elements.GetLabels(table.GetTarget(edge))));
        }

        return articles;
    }

    /// <param name="type">Null for all types.</param>
    private static TypeAgreement MeasureType(List<(ArticleMentions First, ArticleMentions Second)> articles, string? type)
    {
        var (first, second, exact, overlapping) = (0, 0, 0, 0);
        var tokens = new Dictionary<(string, string), int>();
        foreach (var article in articles)
        {
            var (left, right) = (OfType(article.First, type), OfType(article.Second, type));
            (first, second) = (first + left.Count, second + right.Count);
            exact += CountPairs(left, right, (a, b) => a == b);
            overlapping += CountPairs(left, right, (a, b) => a.Type == b.Type && a.Span.Overlaps(b.Span));
            foreach (var token in FindTokens(article.First.Text))
            {
                var pair = (LabelOf(token, left), LabelOf(token, right));
                tokens[pair] = tokens.GetValueOrDefault(pair) + 1;
            }
        }

        return new TypeAgreement(type ?? AllTypes, first, second, exact, overlapping, Kappa(tokens));
    }

    private static List<(TextSpan Span, string Type)> OfType(ArticleMentions article, string? type) =>
        [.. article.Mentions
            .Where(mention => type is null || mention.Type == type)
            .OrderBy(mention => mention.Span.Start)
            .ThenBy(mention => mention.Span.End)];

    private static int CountPairs(
        List<(TextSpan Span, string Type)> left,
        List<(TextSpan Span, string Type)> right,
        Func<(TextSpan Span, string Type), (TextSpan Span, string Type), bool> fit)
    {
        var rest = new List<(TextSpan Span, string Type)>(right);
        var count = 0;
        foreach (var mention in left)
        {
            var match = rest.FindIndex(other => fit(mention, other));
            if (match < 0)
                continue;
            rest.RemoveAt(match);
            count++;
        }

        return count;
    }

    /// <summary>Words, and each other sign that is no blank.</summary>
    private static IEnumerable<TextSpan> FindTokens(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || char.IsSurrogate(text[end])))
                end++;
            if (end > start || !char.IsWhiteSpace(text[start]))
                yield return TextSpan.FromBounds(start, Math.Max(end, start + 1));
            start = Math.Max(end, start + 1);
        }
    }

    private static string LabelOf(TextSpan token, List<(TextSpan Span, string Type)> mentions) =>
        mentions.FirstOrDefault(mention => mention.Span.Overlaps(token)).Type ?? "";

    private static double? Kappa(Dictionary<(string First, string Second), int> tokens)
    {
        double total = tokens.Values.Sum();
        if (total == 0)
            return null;

        var observed = tokens.Where(pair => pair.Key.First == pair.Key.Second).Sum(pair => pair.Value) / total;
        var labels = tokens.Keys.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct();
        var expected = labels.Sum(label =>
            tokens
                .Where(pair => pair.Key.First == label)
                .Sum(pair => pair.Value) / total * (tokens.Where(pair => pair.Key.Second == label).Sum(pair => pair.Value) / total));
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }
}
