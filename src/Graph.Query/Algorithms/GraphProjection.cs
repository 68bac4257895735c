namespace Graph.Query.Algorithms;

/// <summary>
/// A part of the store as an algorithm sees it: the chosen nodes numbered from 0 in the order of their ids, and for each the arcs
/// that may be followed. Parallel edges stay apart; crossed both ways, a loop is one arc and any other edge is two.
/// </summary>
internal sealed class GraphProjection
{
    private readonly int[] offsets;
    private readonly int[] targets;
    private readonly int[] edges;

    private GraphProjection(int[] nodes, int[] offsets, int[] targets, int[] edges)
    {
        Nodes = nodes;
        this.offsets = offsets;
        this.targets = targets;
        this.edges = edges;
    }

    /// <summary>The store's ids, ascending.</summary>
    public int[] Nodes { get; }

    public int NodeCount => Nodes.Length;

    /// <summary>The ends of the arcs of a node.</summary>
    public ReadOnlySpan<int> GetTargets(int node) => targets.AsSpan(offsets[node]..offsets[node + 1]);

    /// <summary>The store's edge of each arc of a node, in the order of <see cref="GetTargets"/>.</summary>
    public ReadOnlySpan<int> GetEdges(int node) => edges.AsSpan(offsets[node]..offsets[node + 1]);

    /// <param name="labels">Nodes with one of these labels; null for all.</param>
    /// <param name="types">Edges of one of these types; null for all.</param>
    public static GraphProjection Create(
        GraphStore store, IReadOnlyList<string>? labels, IReadOnlyList<string>? types, TraversalDirection direction, QueryBudget budget)
    {
        var nodes = SelectNodes(store, labels);
        var index = NumberNodes(store.NodeCount, nodes);
        var tables = SelectTables(store, types);
        var offsets = new int[nodes.Length + 1];
        VisitArcs(tables, direction, index, budget, (source, _, _) => offsets[source + 1]++);
        for (var i = 0; i < nodes.Length; i++)
            offsets[i + 1] = checked(offsets[i] + offsets[i + 1]);

        budget.Require(2L * sizeof(int) * offsets[^1]);
        var next = offsets.AsSpan(0, nodes.Length).ToArray();
        var targets = new int[offsets[^1]];
        var edges = new int[offsets[^1]];
        VisitArcs(tables, direction, index, budget, (source, target, edge) =>
        {
            targets[next[source]] = target;
            edges[next[source]++] = edge;
        });
        return new GraphProjection(nodes, offsets, targets, edges);
    }

    /// <summary>
    /// The same arcs with each neighbour once, for algorithms that count paths of nodes; edges are the first of their kind.
    /// </summary>
    public GraphProjection WithoutParallelArcs(QueryBudget budget)
    {
        var newOffsets = new int[offsets.Length];
        var (newTargets, newEdges) = (new List<int>(), new List<int>());
        var lastSource = new int[NodeCount];
        Array.Fill(lastSource, -1);
        for (var node = 0; node < NodeCount; node++)
        {
            if (node % QueryBudget.CheckInterval == 0)
                budget.Check();
            for (var arc = offsets[node]; arc < offsets[node + 1]; arc++)
            {
                if (lastSource[targets[arc]] == node)
                    continue;
                lastSource[targets[arc]] = node;
                newTargets.Add(targets[arc]);
                newEdges.Add(edges[arc]);
            }

            newOffsets[node + 1] = newTargets.Count;
        }

        return new GraphProjection(Nodes, newOffsets, [.. newTargets], [.. newEdges]);
    }

    public static ImmutableArray<EdgeTable> SelectTables(GraphStore store, IReadOnlyList<string>? types) =>
        types is null ? store.EdgeTables : [.. store.EdgeTables.Where(table => types.Contains(table.Type))];

    private static int[] SelectNodes(GraphStore store, IReadOnlyList<string>? labels)
    {
        if (labels is null)
            return [.. Enumerable.Range(0, store.NodeCount)];

        var ids = labels.Select(store.FindLabel).Where(id => id >= 0).ToList();
        return [
            .. store.NodeRanges
                .Where(range => ids.Any(id => range.Labels.Contains(id)))
                .SelectMany(range => Enumerable.Range(range.Start, range.Count))
        ];
    }

    private static int[] NumberNodes(int count, int[] nodes)
    {
        var index = new int[count];
        Array.Fill(index, -1);
        for (var i = 0; i < nodes.Length; i++)
            index[nodes[i]] = i;
        return index;
    }

    private static void VisitArcs(
        ImmutableArray<EdgeTable> tables, TraversalDirection direction, int[] index, QueryBudget budget, Action<int, int, int> visit)
    {
        foreach (var table in tables)
        {
            if (direction != TraversalDirection.In)
                VisitRuns(table.Outgoing.View, index, skipLoops: false, budget, visit);
            if (direction != TraversalDirection.Out)
                VisitRuns(table.Incoming.View, index, skipLoops: direction == TraversalDirection.Both, budget, visit);
        }
    }

    private static void VisitRuns(AdjacencyView view, int[] index, bool skipLoops, QueryBudget budget, Action<int, int, int> visit)
    {
        var neighbours = view.Neighbours;
        for (var row = 0; row < view.RowCount; row++)
        {
            if (row % QueryBudget.CheckInterval == 0)
                budget.Check();
            var run = view.GetRowRun(row);
            var source = run.Count == 0 ? -1 : index[view.GetRowNode(row)];
            if (source < 0)
                continue;

            for (var position = run.Start; position < run.End; position++)
            {
                var target = index[neighbours[position]];
                if (target >= 0 && !(skipLoops && target == source))
                    visit(source, target, view.GetEdge(position));
            }
        }
    }
}
