namespace Graph.Query.Execution;

/// <summary>
/// A path from its first node and its edges, single or in lists, in walking order. The nodes between follow from the edges.
/// </summary>
internal sealed class PathExpression(int startSlot, int[] edgeSlots) : CompiledExpression(default)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var starts = batch[startSlot].GetNodes(batch.Count);
        var columns = edgeSlots.Select(slot => batch[slot]).ToArray();
        var paths = new Value[batch.Count];
        var edges = new List<int>();
        for (var row = 0; row < paths.Length; row++)
        {
            edges.Clear();
            if (starts[row] >= 0 && CollectEdges(columns, row, edges))
                paths[row] = Value.FromPath(CreatePath(state.Store, starts[row], edges));
        }

        return new ValueColumn(paths);
    }

    private static bool CollectEdges(Column[] columns, int row, List<int> edges)
    {
        foreach (var column in columns)
        {
            var value = column[row];
            switch (value.Kind)
            {
                case ValueKind.Null:
                    return false;
                case ValueKind.Edge:
                    edges.Add(value.AsEdge());
                    break;
                default:
                    foreach (var item in value.AsList())
                        edges.Add(item.AsEdge());
                    break;
            }
        }

        return true;
    }

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
