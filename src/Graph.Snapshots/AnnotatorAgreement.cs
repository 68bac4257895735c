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

/// <summary>Compares the mentions of two graphs that were made of the same articles by different annotators.</summary>
public static class AnnotatorAgreement
{
    private const string AllTypes = "all";

    /// <summary>A row for each type, in the order of their names, and one for all. Articles that one graph lacks are left out.</summary>
    public static ImmutableArray<TypeAgreement> Measure(GraphStore first, GraphStore second)
    {
        var (left, right) = (ReadArticles(first), ReadArticles(second));
        var shared = left.Keys.Where(right.ContainsKey).Order(StringComparer.Ordinal).ToList();
        var pairs = shared.Select(article => (First: left[article], Second: right[article])).ToList();
        var types = pairs
            .SelectMany(pair => pair.First.Mentions.Concat(pair.Second.Mentions))
            .Select(mention => mention.Type)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return [.. types.Select(type => MeasureType(pairs, type)), MeasureType(pairs, null)];
    }

    private sealed record ArticleMentions(string Text, List<(TextSpan Span, string Type)> Mentions);

    private static Dictionary<string, ArticleMentions> ReadArticles(GraphStore store)
    {
        var elements = new ElementText(store);
        var articles = new Dictionary<string, ArticleMentions>(StringComparer.Ordinal);
        if (store.FindEdgeTable(StoreNames.MentionType) is not { } table)
            return articles;

        for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
        {
            if (store.GetEdgeEvidence(edge) is not { } evidence)
                continue;
            var key = elements.Identify(evidence.Article);
            if (!articles.TryGetValue(key, out var article))
                articles.Add(key, article = new ArticleMentions(store.Articles.GetText(evidence.Article), []));
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
