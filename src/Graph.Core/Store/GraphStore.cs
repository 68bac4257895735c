using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>
/// An immutable property graph in columns, with dense node ids (sorted by label set) and edge ids (sorted by relation type, source,
/// target).
/// </summary>
public sealed class GraphStore
{
    private readonly Dictionary<string, int> labelIds;
    private readonly Dictionary<string, EdgeTable> tables;
    private readonly int[] rangeStarts;
    private readonly int[] tableStarts;
    private readonly ConcurrentDictionary<Type, object> bindings = new();
    private ImmutableArray<SegmentFile> files = [];
    private volatile bool isClosed;

    internal GraphStore(
        GraphType? type,
        ImmutableArray<string> labels,
        ImmutableArray<NodeRange> nodeRanges,
        ImmutableArray<EdgeTable> edgeTables,
        ArticleTexts articles,
        NodeEvidenceTable nodeEvidence,
        FoldedNameIndex foldedNames)
    {
        Type = type;
        Labels = labels;
        NodeRanges = nodeRanges;
        EdgeTables = edgeTables;
        Articles = articles;
        NodeEvidence = nodeEvidence;
        FoldedNames = foldedNames;
        PropertyKeys = SchemaOrder.SortPropertyKeys(type, ListKeys(nodeRanges, edgeTables));
        labelIds = labels.Select((label, id) => (label, id)).ToDictionary(pair => pair.label, pair => pair.id, StringComparer.Ordinal);
        tables = edgeTables.ToDictionary(table => table.Type, StringComparer.Ordinal);
        rangeStarts = [.. nodeRanges.Select(range => range.Start)];
        tableStarts = [.. edgeTables.Select(table => table.FirstEdge)];
    }

    /// <summary>The graph type the store was built for, or null for an open graph.</summary>
    public GraphType? Type { get; }

    public int NodeCount => NodeRanges.IsEmpty ? 0 : NodeRanges[^1].End;

    public int EdgeCount => EdgeTables.IsEmpty ? 0 : EdgeTables[^1].EndEdge;

    /// <summary>Every label of the data: in the order of the graph type, then ordinal. The index is the label id.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>By start; together they cover all node ids.</summary>
    public ImmutableArray<NodeRange> NodeRanges { get; }

    /// <summary>By first edge; together they cover all edge ids. Graph type order, then ordinal.</summary>
    public ImmutableArray<EdgeTable> EdgeTables { get; }

    /// <summary>Every property key of nodes and edges, each once: in the order of the graph type, then ordinal.</summary>
    public ImmutableArray<string> PropertyKeys { get; }

    /// <summary>The texts of articles, by article node.</summary>
    public ArticleTexts Articles { get; }

    /// <summary>What generated code found in the store last; null before, and after the store was closed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public object? Binding { get; private set; }

    internal NodeEvidenceTable NodeEvidence { get; }

    internal FoldedNameIndex FoldedNames { get; }

    /// <summary>The same data as an open graph: only what is there can be named, and nothing is declared of it.</summary>
    public GraphStore WithoutType() =>
        Type is null ? this : new GraphStore(null, Labels, NodeRanges, EdgeTables, Articles, NodeEvidence, FoldedNames);

    /// <summary>What generated code has to find once in a store, made when it is first asked for.</summary>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TBinding Bind<TBinding>(Func<GraphStore, TBinding> create)
        where TBinding : class
    {
        RequireOpen();
        var binding = (TBinding)bindings.GetOrAdd(typeof(TBinding), _ => create(this));
        Binding = binding;
        return binding;
    }

    /// <summary>
    /// Lets go of the files of a stored graph, so that they can be replaced everywhere. What is read of the store afterwards throws; nobody
    /// may be reading it while it is closed.
    /// </summary>
    public void Close()
    {
        isClosed = true;
        Binding = null;
        bindings.Clear();
        foreach (var file in files)
            file.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void RequireOpen()
    {
        if (isClosed)
            ThrowClosed();
    }

    /// <summary>The same store, which closes the files that its columns lie in.</summary>
    internal GraphStore Over(ImmutableArray<SegmentFile> segments)
    {
        files = segments;
        return this;
    }

    /// <summary>The id of a label, or -1 where no node has it.</summary>
    public int FindLabel(string label) => labelIds.GetValueOrDefault(label, -1);

    /// <summary>The table of a relation type, or null where no edge has it.</summary>
    public EdgeTable? FindEdgeTable(string type) => tables.GetValueOrDefault(type);

    public NodeRange GetRange(int node)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount);
        return NodeRanges[FindLast(rangeStarts, node)];
    }

    public EdgeTable GetEdgeTable(int edge)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge, (uint)EdgeCount);
        return EdgeTables[FindLast(tableStarts, edge)];
    }

    public bool HasLabel(int node, int label) => GetRange(node).Labels.BinarySearch(label) >= 0;

    public Value GetNodeProperty(int node, string key)
    {
        var range = GetRange(node);
        return range.FindColumn(key)?.GetValue(node - range.Start) ?? Value.Null;
    }

    public Value GetEdgeProperty(int edge, string key)
    {
        var table = GetEdgeTable(edge);
        return table.FindColumn(key)?.GetValue(edge - table.FirstEdge) ?? Value.Null;
    }

    /// <summary>The evidence of an edge, or null for one that was not read from an article.</summary>
    public Evidence? GetEdgeEvidence(int edge)
    {
        var table = GetEdgeTable(edge);
        var row = edge - table.FirstEdge;
        return table.Evidence is { } evidence && evidence.HasEvidence(row) ? evidence[row] : null;
    }

    /// <summary>The evidence of a node, one per mention (or trigger, for events), by article and position.</summary>
    public IReadOnlyList<Evidence> GetNodeEvidence(int node)
    {
        var found = new List<Evidence>();
        var rows = NodeEvidence.FindRows(node);
        for (var row = rows.Start; row < rows.End; row++)
            found.Add(NodeEvidence.Rows[row]);
        if (FindEdgeTable(StoreNames.MentionType) is { Evidence: { } mentions } table)
            AddMentions(table, mentions, node, found);
        return [
            .. found.OrderBy(evidence => evidence.Article).ThenBy(evidence => evidence.Span.Start).ThenBy(evidence => evidence.Span.End)
        ];
    }

    /// <summary>Nodes with the value as that property, ascending; by index where there is one (<c>key</c>, <c>name</c>).</summary>
    public IReadOnlyList<int> FindNodes(string property, string value)
    {
        var found = new List<int>();
        foreach (var range in NodeRanges)
        {
            if (range.FindColumn(property) is { } column)
                StringSearch.AddRows(column, value, range.Start, found);
        }

        return found;
    }

    /// <summary>Entities one of whose names (<c>name</c> or <c>aliases</c>) folds to the given folded name, ascending.</summary>
    public IReadOnlyList<int> FindByFoldedName(string foldedName)
    {
        var found = new List<int>();
        foreach (var node in FoldedNames.FindCandidates(foldedName))
        {
            // A node stands once for each of its names, and equal names stand together.
            if ((found.Count == 0 || found[^1] != node) && EntityNames.List(this, node).Any(name => NameFolding.Fold(name) == foldedName))
                found.Add(node);
        }

        return found;
    }

    private static void AddMentions(EdgeTable table, EvidenceTable mentions, int node, List<Evidence> found)
    {
        var incoming = table.Incoming.View;
        var run = incoming.GetRun(node);
        for (var position = run.Start; position < run.End; position++)
        {
            var row = incoming.GetEdge(position) - table.FirstEdge;
            if (mentions.HasEvidence(row))
                found.Add(mentions[row]);
        }
    }

    private static IEnumerable<string> ListKeys(ImmutableArray<NodeRange> ranges, ImmutableArray<EdgeTable> tables) =>
        ranges.SelectMany(range => range.Columns).Concat(tables.SelectMany(table => table.Columns)).Select(column => column.Key);

    private static void ThrowClosed() => throw new ObjectDisposedException(nameof(GraphStore), "The graph was closed.");

    // Ranges and tables are never empty, so their starts differ.
    private static int FindLast(int[] starts, int id)
    {
        var index = Array.BinarySearch(starts, id);
        return index >= 0 ? index : ~index - 1;
    }
}
