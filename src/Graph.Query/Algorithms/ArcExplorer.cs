namespace Graph.Query.Algorithms;

/// <summary>An edge crossed towards a node, with what it costs.</summary>
internal readonly record struct Arc(int Edge, int Target, double Weight);

/// <summary>
/// The arcs of single nodes, read from the store when they are asked for: for searches that see a small part of the graph.
/// </summary>
internal sealed class ArcExplorer(
    ImmutableArray<EdgeTable> tables, TraversalDirection direction, Func<int, double> weight)
{
    /// <summary>The arcs that lead away from a node.</summary>
    public List<Arc> GetArcs(int node) => Collect(node, direction);

    /// <summary>The arcs that lead to a node, with the node they come from as their target.</summary>
    public List<Arc> GetReversedArcs(int node) => Collect(node, direction switch
    {
        TraversalDirection.Out => TraversalDirection.In,
        TraversalDirection.In => TraversalDirection.Out,
        _ => TraversalDirection.Both,
    });

    private List<Arc> Collect(int node, TraversalDirection crossed)
    {
        var arcs = new List<Arc>();
        foreach (var table in tables)
        {
            if (crossed != TraversalDirection.In)
                Add(arcs, table.Outgoing.View, node);
            if (crossed != TraversalDirection.Out)
                Add(arcs, table.Incoming.View, node);
        }

        return arcs;
    }

    // A loop is part of no path that visits a node once.
    private void Add(List<Arc> arcs, AdjacencyView view, int node)
    {
        var run = view.GetRun(node);
        for (var position = run.Start; position < run.End; position++)
        {
            var target = view.Neighbours[position];
            if (target != node)
                arcs.Add(new Arc(view.GetEdge(position), target, weight(view.GetEdge(position))));
        }
    }
}
