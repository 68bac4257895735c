namespace Graph.Core;

/// <summary>Collects nodes, edges, evidence and texts, and builds a store. Handles are the builder's own; the store numbers anew.</summary>
public sealed class GraphBuilder(GraphType? type = null)
{
    private readonly NodeCollector nodes = new();
    private readonly EdgeCollector edges = new();
    private readonly EvidenceBuffer nodeEvidence = new();
    private readonly List<int> evidenceNodes = [];
    private readonly TextCollector texts = new();
    private bool isBuilt;

    public GraphType? Type => type;

    /// <summary>Adds a node; null values are left out. Returns its handle.</summary>
    /// <exception cref="ArgumentException">A key occurs twice, or a value is no property (a map, node, relation or path).</exception>
    public int AddNode(IReadOnlyList<string> labels, IEnumerable<KeyValuePair<string, Value>> properties) => nodes.Add(labels, properties);

    /// <summary>Adds an edge between two node handles; null values are left out. Returns its handle.</summary>
    /// <param name="evidence">Where an article says it; the article is a node handle.</param>
    /// <param name="fragments">The parts of a discontinuous span, in text order.</param>
    /// <exception cref="ArgumentException">A key occurs twice, or a value is no property (a map, node, relation or path).</exception>
    public int AddEdge(
        string relationType,
        int source,
        int target,
        IEnumerable<KeyValuePair<string, Value>> properties,
        Evidence? evidence = null,
        IReadOnlyList<TextSpan>? fragments = null)
    {
        RequireNode(source);
        RequireNode(target);
        if (evidence is not null)
            RequireNode(evidence.Value.Article);
        return edges.Add(relationType, source, target, properties, evidence, fragments);
    }

    /// <summary>Adds many nodes with the same labels; their handles follow one another. Returns the first.</summary>
    /// <param name="columns">Properties, one row for each node.</param>
    /// <exception cref="ArgumentException">A key occurs twice, or a column has another number of rows.</exception>
    public int AddNodes(IReadOnlyList<string> labels, int count, IReadOnlyList<PropertyColumn> columns) =>
        nodes.Add(labels, count, columns);

    /// <summary>
    /// Adds many edges of one type; their handles follow one another. Returns the first. What is given is kept and must not change.
    /// </summary>
    /// <param name="columns">Properties, one row for each edge.</param>
    /// <exception cref="ArgumentException">A key occurs twice, or a column has another number of rows.</exception>
    public int AddEdges(
        string relationType,
        ReadOnlyMemory<int> sources,
        ReadOnlyMemory<int> targets,
        IReadOnlyList<PropertyColumn> columns,
        EvidenceColumns? evidence = null)
    {
        RequireNodes(sources.Span);
        RequireNodes(targets.Span);
        ArgumentOutOfRangeException.ThrowIfNotEqual(targets.Length, sources.Length);
        RequireEvidence(evidence, sources.Length);
        return edges.Add(relationType, sources, targets, columns, evidence);
    }

    /// <summary>Adds evidence to a node that no mention edge speaks for, such as the trigger of an event.</summary>
    public void AddNodeEvidence(int node, Evidence evidence, IReadOnlyList<TextSpan>? fragments = null)
    {
        RequireNode(node);
        RequireNode(evidence.Article);
        nodeEvidence.Add(evidenceNodes.Count, evidence, fragments);
        evidenceNodes.Add(node);
    }

    /// <summary>Gives a node its text, once; sentences in text order, in UTF-16 units. A lone surrogate is stored as U+FFFD.</summary>
    public void SetText(int article, string text, IReadOnlyList<TextSpan> sentences)
    {
        RequireNode(article);
        texts.Add(article, text, sentences);
    }

    /// <summary>Builds the store, once: what was collected is let go on the way.</summary>
    /// <exception cref="InvalidOperationException">The store was built already.</exception>
    public GraphStore Build()
    {
        if (isBuilt)
            throw new InvalidOperationException("A builder builds one store.");
        isBuilt = true;
        var labels = SchemaOrder.SortLabels(type, nodes.ListLabels());
        var nodeIds = nodes.Number(labels);
        ImmutableArray<NodeRange> ranges = [];
        ImmutableArray<EdgeTable> tables = [];
        FoldedNameIndex? names = null;
        Workers.Run(() => Parallel.Invoke(
            () => tables = edges.Build(type, nodeIds),
            () => names = FoldedNameIndexBuilder.Build(ranges = nodes.Build(type))));
        return new GraphStore(type, labels, ranges, tables, texts.Build(nodeIds), BuildNodeEvidence(nodeIds), names!);
    }

    private NodeEvidenceTable BuildNodeEvidence(int[] nodeIds)
    {
        var owners = evidenceNodes.Select(node => nodeIds[node]).ToArray();
        var order = CountingSort.Sort(Enumerable.Range(0, owners.Length).ToArray(), owners, 0, Math.Max(0, nodeIds.Length - 1));
        var (nodesWithEvidence, offsets) = RowOffsets.CreateSparse(AdjacencyBuilder.Select(owners, order));
        return new NodeEvidenceTable(nodesWithEvidence, offsets, nodeEvidence.Build(order, nodeIds, null));
    }

    private void RequireEvidence(EvidenceColumns? evidence, int count)
    {
        if (evidence is null)
            return;
        ArgumentOutOfRangeException.ThrowIfNotEqual(evidence.Articles.Length, count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(evidence.Starts?.Length ?? count, count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(evidence.Lengths?.Length ?? count, count);
        foreach (var article in evidence.Articles.Span)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(article, nodes.Count);
    }

    private void RequireNodes(ReadOnlySpan<int> handles)
    {
        foreach (var handle in handles)
            RequireNode(handle);
    }

    private void RequireNode(int handle) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)handle, (uint)nodes.Count);
}
