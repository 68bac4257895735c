namespace Graph.Core;

/// <summary>Evidence while a graph is built, for the rows that have some, ascending.</summary>
internal sealed class EvidenceBuffer
{
    private readonly List<int> rows = [];
    private readonly List<int> articles = [];
    private readonly List<int> starts = [];
    private readonly List<int> lengths = [];
    private readonly Dictionary<int, ImmutableArray<TextSpan>> fragments = [];

    public void Add(int row, Evidence evidence, IReadOnlyList<TextSpan>? parts)
    {
        rows.Add(row);
        articles.Add(evidence.Article);
        starts.Add(evidence.Span.Start);
        lengths.Add(evidence.Span.Length);
        if (parts is { Count: > 1 })
            fragments.Add(row, [.. parts]);
    }

    /// <summary>The table, or null where no row has evidence.</summary>
    public EvidenceTable? BuildIfAny(int[] order, int[] nodeIds, Adjacency outgoing) =>
        rows.Count == 0 ? null : Build(order, nodeIds, outgoing);

    /// <param name="order">The row in the buffer of each row of the table.</param>
    /// <param name="outgoing">The edges whose evidence this is, if any: where the article is the source of each, it is not stored.</param>
    public EvidenceTable Build(int[] order, int[] nodeIds, Adjacency? outgoing)
    {
        var entries = FindEntries(order);
        var validity = CreateValidity(entries);
        var isSource = outgoing is not null && IsSource(entries, nodeIds, outgoing);
        var hasSpans = starts.Exists(start => start != 0) || lengths.Exists(length => length != 0);
        return new EvidenceTable(
            isSource ? null : IntegerVector.Narrow(Array.ConvertAll(entries, entry => entry < 0 ? 0 : nodeIds[articles[entry]])),
            isSource ? outgoing : null,
            hasSpans ? IntegerVector.Narrow(Array.ConvertAll(entries, entry => entry < 0 ? 0 : starts[entry])) : null,
            hasSpans ? IntegerVector.Narrow(Array.ConvertAll(entries, entry => entry < 0 ? 0 : lengths[entry])) : null,
            validity,
            BuildFragments(order));
    }

    /// <summary>The entry of each row of the table, or -1.</summary>
    private int[] FindEntries(int[] order)
    {
        var entryOf = new int[order.Length];
        Array.Fill(entryOf, -1);
        for (var entry = 0; entry < rows.Count; entry++)
            entryOf[rows[entry]] = entry;
        return Array.ConvertAll(order, row => entryOf[row]);
    }

    private static Validity CreateValidity(int[] entries)
    {
        if (!entries.AsSpan().Contains(-1))
            return default;
        var bits = new byte[BitSet.GetByteCount(entries.Length)];
        for (var row = 0; row < entries.Length; row++)
        {
            if (entries[row] >= 0)
                BitSet.Set(bits, row);
        }

        return new Validity(bits);
    }

    private bool IsSource(int[] entries, int[] nodeIds, Adjacency outgoing)
    {
        var sources = new int[entries.Length];
        outgoing.View.CopyNodes(0, sources);
        for (var row = 0; row < sources.Length; row++)
        {
            if (entries[row] >= 0 && nodeIds[articles[entries[row]]] != sources[row])
                return false;
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
