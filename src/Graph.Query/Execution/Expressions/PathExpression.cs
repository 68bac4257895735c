namespace Graph.Query.Execution;

/// <summary>A path from its first node and its edges, single or in lists, in walking order.</summary>
internal sealed class PathExpression(int startSlot, int[] edgeSlots) : CompiledExpression(default)
{
    protected override Column Compute(ExecutionState state, Batch batch) =>
        new PathColumn(
            state.Store,
            batch[startSlot].GetNodes(batch.Count).ToArray(),
            [.. edgeSlots.Select(slot => batch[slot])]);

    public static PathValue CreatePath(GraphStore store, int start, IReadOnlyList<int> edges)
    {
        var nodes = new int[edges.Count + 1];
        nodes[0] = start;
        for (var i = 0; i < edges.Count; i++)
        {
            var table = store.GetEdgeTable(edges[i]);
            var source = table.GetSource(edges[i]);
            nodes[i + 1] = source == nodes[i] ? table.GetTarget(edges[i]) : source;
        }

        return new PathValue(nodes, [.. edges]);
    }
}
