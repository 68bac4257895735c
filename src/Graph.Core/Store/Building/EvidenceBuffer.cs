namespace Graph.Core;

/// <summary>Evidence while a graph is built: single rows, ascending, and whole columns that begin at a row.</summary>
internal sealed class EvidenceBuffer
{
    private const int NoArticle = -1;
    private const int RowsPerBatch = 4096;

    private readonly List<int> rows = [];
    private readonly List<Evidence> single = [];
    private readonly List<(int FirstRow, EvidenceColumns Columns)> blocks = [];
    private readonly Dictionary<int, ImmutableArray<TextSpan>> fragments = [];

    public void Add(int row, Evidence evidence, IReadOnlyList<TextSpan>? parts)
    {
        rows.Add(row);
        single.Add(evidence);
        if (parts is { Count: > 1 })
            fragments.Add(row, [.. parts]);
    }

    public void Add(int firstRow, EvidenceColumns columns) => blocks.Add((firstRow, columns));

    /// <summary>The table, or null where no row has evidence.</summary>
    public EvidenceTable? BuildIfAny(int[] order, int[] nodeIds, Adjacency outgoing) =>
        rows.Count == 0 && blocks.Count == 0 ? null : Build(order, nodeIds, outgoing);

    /// <param name="order">The row in the buffer of each row of the table.</param>
    /// <param name="outgoing">The edges whose evidence this is, if any: where the article is the source of each, it is not stored.</param>
    public EvidenceTable Build(int[] order, int[] nodeIds, Adjacency? outgoing)
    {
        var articles = Gather(order, NoArticle, evidence => evidence.Article, columns => columns.Articles);
        foreach (ref var article in articles.AsSpan())
            article = article < 0 ? NoArticle : nodeIds[article];
        var validity = CreateValidity(articles);
        var isSource = outgoing is not null && IsSource(articles, outgoing);
        var hasSpans = single.Exists(evidence => evidence.Span != default) || blocks.Exists(block => block.Columns.Starts is not null);
        return new EvidenceTable(
            isSource ? null : IntegerVector.Narrow(Array.ConvertAll(articles, article => Math.Max(article, 0))),
            isSource ? outgoing : null,
            hasSpans ? IntegerVector.Narrow(Gather(order, 0, evidence => evidence.Span.Start, columns => columns.Starts)) : null,
            hasSpans ? IntegerVector.Narrow(Gather(order, 0, evidence => evidence.Span.Length, columns => columns.Lengths)) : null,
            validity,
            BuildFragments(order));
    }

    /// <summary>One part of the evidence of each row of the table; a given value for the rows that have none.</summary>
    private int[] Gather(int[] order, int none, Func<Evidence, int> get, Func<EvidenceColumns, ReadOnlyMemory<int>?> getColumn)
    {
        if (blocks is [var whole] && whole.Columns.Articles.Length == order.Length)
            return getColumn(whole.Columns) is { } given ? AdjacencyBuilder.Select(given.Span, order) : new int[order.Length];
        var values = new int[order.Length];
        values.AsSpan().Fill(none);
        for (var i = 0; i < rows.Count; i++)
            values[rows[i]] = get(single[i]);
        foreach (var (firstRow, columns) in blocks)
        {
            if (getColumn(columns) is { } column)
                column.Span.CopyTo(values.AsSpan(firstRow));
        }

        return AdjacencyBuilder.Select(values, order);
    }

    private static Validity CreateValidity(int[] articles)
    {
        if (!articles.AsSpan().Contains(NoArticle))
            return default;
        var bits = new byte[BitSet.GetByteCount(articles.Length)];
        for (var row = 0; row < articles.Length; row++)
        {
            if (articles[row] != NoArticle)
                BitSet.Set(bits, row);
        }

        return new Validity(bits);
    }

    private static bool IsSource(int[] articles, Adjacency outgoing)
    {
        var view = outgoing.View;
        var batch = new int[RowsPerBatch];
        for (var start = 0; start < articles.Length; start += batch.Length)
        {
            var sources = batch.AsSpan(0, Math.Min(batch.Length, articles.Length - start));
            view.CopyNodes(start, sources);
            for (var i = 0; i < sources.Length; i++)
            {
                if (articles[start + i] != NoArticle && articles[start + i] != sources[i])
                    return false;
            }
        }

        return true;
    }

    private FragmentTable BuildFragments(int[] order)
    {
        if (fragments.Count == 0)
            return FragmentTable.Empty;
        var fragmented = new List<int>();
        var parts = new List<IReadOnlyList<TextSpan>>();
        for (var row = 0; row < order.Length; row++)
        {
            if (!fragments.TryGetValue(order[row], out var spans))
                continue;
            fragmented.Add(row);
            parts.Add(spans);
        }

        return new FragmentTable(fragmented.ToArray(), SpanLists.Create(parts));
    }
}
