namespace Graph.Query;

/// <summary>A piece of evidence and the node or relation that it is of.</summary>
public readonly record struct ElementEvidence(Value Element, Evidence Evidence);

/// <summary>Gathers the evidence of values in the order that holds everywhere: the article's date and key, then the place in the text.</summary>
public sealed class EvidenceReader(GraphStore store)
{
    /// <summary>The nodes and relations a value stands for: itself, the relations of a path (its node, if it has length 0), the elements of a list.</summary>
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
            else if (element.IsEdge && seen.Add((ValueKind.Edge, element.AsEdge())) && store.GetEdgeEvidence(element.AsEdge()) is { } evidence)
            {
                found.Add(new(element, evidence));
            }
        }

        return [.. found.Order(Comparer<ElementEvidence>.Create(Compare))];
    }

    public string GetQuote(ElementEvidence item) => GetText(item.Evidence.Article, item.Evidence.Span);

    public string GetSentence(ElementEvidence item) => GetText(item.Evidence.Article, store.Articles.GetSentenceSpan(item.Evidence));

    /// <summary>The map that <c>mentions</c> shows for one piece of evidence; offsets in code points.</summary>
    public Value Describe(ElementEvidence item)
    {
        var (article, span) = item.Evidence;
        var text = store.Articles.GetText(article);
        var start = CodePoints.Count(text.AsSpan(0, span.Start));
        return Value.FromMap(new MapValue(
        [
            new("article", Value.FromNode(article)),
            new("start", Value.FromInteger(start)),
            new("end", Value.FromInteger(start + CodePoints.Count(text.AsSpan(span.Start, span.Length)))),
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
            case ValueKind.Null:
                break;
            case ValueKind.Node or ValueKind.Edge:
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

    private int Compare(ElementEvidence left, ElementEvidence right)
    {
        var (a, b) = (left.Evidence, right.Evidence);
        if (a.Article != b.Article && CompareArticles(a.Article, b.Article) is var articles and not 0)
            return articles;

        var starts = a.Span.Start.CompareTo(b.Span.Start);
        return starts != 0 ? starts : a.Span.End.CompareTo(b.Span.End);
    }

    private int CompareArticles(int left, int right)
    {
        var dates = ValueComparer.Compare(store.GetNodeProperty(left, "published"), store.GetNodeProperty(right, "published"));
        if (dates != 0)
            return dates;

        var keys = ValueComparer.Compare(store.GetNodeProperty(left, "key"), store.GetNodeProperty(right, "key"));
        return keys != 0 ? keys : left.CompareTo(right);
    }

    private string GetText(int article, TextSpan span) => store.Articles.GetText(article).Substring(span.Start, span.Length);

    private Value GetProperty(Value element, string key) =>
        element.IsNode ? store.GetNodeProperty(element.AsNode(), key) : store.GetEdgeProperty(element.AsEdge(), key);
}
