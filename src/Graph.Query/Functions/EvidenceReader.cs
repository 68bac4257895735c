namespace Graph.Query.Functions;

/// <summary>A piece of evidence and the node or relation that it is of.</summary>
internal readonly record struct ElementEvidence(Value Element, Evidence Evidence);

/// <summary>
/// Gathers the evidence of values in the order that holds everywhere: the article's date and key, then the place in the text.
/// </summary>
internal sealed class EvidenceReader(GraphStore store)
{
    // Evidence comes article by article, so that the last text is nearly always the next one too.
    private (int Article, string Text) last = (-1, "");

    /// <summary>
    /// The nodes and relations a value stands for: itself, the relations of a path (its node, if it has length 0), the elements of a list,
    /// its nulls too.
    /// </summary>
    /// <exception cref="QueryException">Something in the value has no evidence by its nature.</exception>
    public static IReadOnlyList<Value> Flatten(string function, Value value)
    {
        var elements = new List<Value>();
        Collect(function, value, elements);
        return elements;
    }

    /// <summary>The evidence of a node, a relation, a path or a list of these, each piece once.</summary>
    public IReadOnlyList<ElementEvidence> GetEvidence(string function, Value value)
    {
        var found = new List<ElementEvidence>();
        var seen = new HashSet<(ValueKind, int)>();
        foreach (var element in Flatten(function, value))
        {
            if (element.IsNode && seen.Add((ValueKind.Node, element.AsNode())))
            {
                foreach (var evidence in store.GetNodeEvidence(element.AsNode()))
                    found.Add(new(element, evidence));
            }
            else if (element.IsEdge
                && seen.Add((ValueKind.Edge, element.AsEdge()))
                && store.GetEdgeEvidence(element.AsEdge()) is { } evidence)
            {
                found.Add(new(element, evidence));
            }
        }

        return Sort(found);
    }

    /// <summary>The words of the evidence; null where the store does not hold the article's text.</summary>
    public string? GetQuote(ElementEvidence item) => GetText(item.Evidence.Article, item.Evidence.Span);

    /// <summary>The whole sentences that the evidence lies in; null where the store does not hold the article's text.</summary>
    public string? GetSentence(ElementEvidence item) => GetText(item.Evidence.Article, store.Articles.GetSentenceSpan(item.Evidence));

    /// <summary>The map that <c>mentions</c> shows for one piece of evidence; offsets in code points.</summary>
    public Value Describe(ElementEvidence item)
    {
        var (article, span) = item.Evidence;
        var text = GetText(article);
        var start = CountCodePoints(text, 0, span.Start);
        return Value.FromMap(new MapValue(
        [
            new("article", Value.FromNode(article)),
            new("start", Value.FromInteger(start)),
            new("end", Value.FromInteger(start + CountCodePoints(text, span.Start, span.End))),
            new("text", Value.FromString(GetQuote(item))),
            new("sentence", Value.FromString(GetSentence(item))),
            new("certainty", GetProperty(item.Element, "certainty")),
            new("claimedBy", GetProperty(item.Element, "claimedBy")),
        ]));
    }

    private static void Collect(string function, Value value, List<Value> elements)
    {
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Node or ValueKind.Edge:
                elements.Add(value);
                break;
            case ValueKind.Path:
                CollectPath(value.AsPath(), elements);
                break;
            case ValueKind.List:
                foreach (var item in value.AsList().Span)
                    Collect(function, item, elements);
                break;
            default:
                throw RuntimeErrors.InvalidArgument(function, value);
        }
    }

    private static void CollectPath(PathValue path, List<Value> elements)
    {
        if (path.Length == 0)
            elements.Add(Value.FromNode(path.Nodes[0]));

        foreach (var edge in path.Edges)
            elements.Add(Value.FromEdge(edge));
    }

    // Articles are put in order once, as each may have thousands of pieces.
    private List<ElementEvidence> Sort(List<ElementEvidence> found)
    {
        var ranks = found.Select(item => item.Evidence.Article).Distinct()
            .Order(Comparer<int>.Create(CompareArticles))
            .Select((article, rank) => (article, rank))
            .ToDictionary(pair => pair.article, pair => pair.rank);
        return
        [
            .. found.OrderBy(item => ranks[item.Evidence.Article])
                .ThenBy(item => item.Evidence.Span.Start)
                .ThenBy(item => item.Evidence.Span.End),
        ];
    }

    private int CompareArticles(int left, int right)
    {
        var dates = ValueComparer.Compare(store.GetNodeProperty(left, "published"), store.GetNodeProperty(right, "published"));
        if (dates != 0)
            return dates;

        var keys = ValueComparer.Compare(store.GetNodeProperty(left, "key"), store.GetNodeProperty(right, "key"));
        return keys != 0 ? keys : left.CompareTo(right);
    }

    private string GetText(int article)
    {
        if (last.Article != article)
            last = (article, store.Articles.GetText(article));
        return last.Text;
    }

    private string? GetText(int article, TextSpan span)
    {
        var text = GetText(article);
        return span.End <= text.Length ? text.Substring(span.Start, span.Length) : null;
    }

    // Without the text, a position stays in UTF-16 units.
    private static int CountCodePoints(string text, int start, int end) =>
        end <= text.Length ? CodePoints.Count(text.AsSpan(start..end)) : end - start;

    private Value GetProperty(Value element, string key) =>
        element.IsNode ? store.GetNodeProperty(element.AsNode(), key) : store.GetEdgeProperty(element.AsEdge(), key);
}
