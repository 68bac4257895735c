namespace Graph.Core;

/// <summary>Evidence while a graph is built, row by row; a row may have none.</summary>
internal sealed class EvidenceBuffer
{
    private const int NoArticle = -1;

    private readonly List<int> articles = [];
    private readonly List<int> starts = [];
    private readonly List<int> lengths = [];
    private readonly Dictionary<int, ImmutableArray<TextSpan>> fragments = [];

    private bool IsEmpty => articles.TrueForAll(article => article == NoArticle);

    public void Add(Evidence? evidence, IReadOnlyList<TextSpan>? parts)
    {
        if (evidence is not null && parts is { Count: > 1 })
            fragments.Add(articles.Count, [.. parts]);
        articles.Add(evidence?.Article ?? NoArticle);
        starts.Add(evidence?.Span.Start ?? 0);
        lengths.Add(evidence?.Span.Length ?? 0);
    }

    /// <summary>The table, or null where no row has evidence.</summary>
    public EvidenceTable? BuildIfAny(int[] order, int[] nodeIds, Adjacency outgoing) => IsEmpty ? null : Build(order, nodeIds, outgoing);

    /// <param name="order">The row in the buffer of each row of the table.</param>
    /// <param name="outgoing">The edges whose evidence this is, if any: where the article is the source of each, it is not stored.</param>
    public EvidenceTable Build(int[] order, int[] nodeIds, Adjacency? outgoing)
    {
        var articleNodes = Array.ConvertAll(order, row => articles[row] == NoArticle ? NoArticle : nodeIds[articles[row]]);
        var validity = CreateValidity(articleNodes);
        var isSource = outgoing is not null && IsSource(articleNodes, outgoing);
        for (var i = 0; i < articleNodes.Length; i++)
            articleNodes[i] = Math.Max(articleNodes[i], 0);
        return new EvidenceTable(
            isSource ? null : IntegerVector.Narrow(articleNodes),
            isSource ? outgoing : null,
            IntegerVector.Narrow(Array.ConvertAll(order, row => starts[row])),
            IntegerVector.Narrow(Array.ConvertAll(order, row => lengths[row])),
            validity,
            BuildFragments(order));
    }

    private static Validity CreateValidity(int[] articleNodes)
    {
        if (!articleNodes.AsSpan().Contains(NoArticle))
            return default;
        var bits = new byte[BitSet.GetByteCount(articleNodes.Length)];
        for (var row = 0; row < articleNodes.Length; row++)
        {
            if (articleNodes[row] != NoArticle)
                BitSet.Set(bits, row);
        }

        return new Validity(bits);
    }

    private static bool IsSource(int[] articleNodes, Adjacency outgoing)
    {
        var sources = new int[articleNodes.Length];
        outgoing.View.CopyNodes(0, sources);
        for (var row = 0; row < sources.Length; row++)
        {
            if (articleNodes[row] != NoArticle && articleNodes[row] != sources[row])
                return false;
        }

        return true;
    }

    private FragmentTable BuildFragments(int[] order)
    {
        if (fragments.Count == 0)
            return FragmentTable.Empty;
        var rows = new List<int>();
        var parts = new List<IReadOnlyList<TextSpan>>();
        for (var row = 0; row < order.Length; row++)
        {
            if (!fragments.TryGetValue(order[row], out var spans))
                continue;
            rows.Add(row);
            parts.Add(spans);
        }

        return new FragmentTable(rows.ToArray(), SpanLists.Create(parts));
    }
}
