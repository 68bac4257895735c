namespace Graph.Export;

/// <summary>What lies around the nodes of a selection, along facts in both directions.</summary>
internal static class Neighbourhood
{
    /// <summary>The nodes of the selection, and those at most so many facts away.</summary>
    public static HashSet<int> FindNodes(GraphSelection selection, int steps)
    {
        var found = new HashSet<int>(selection.Nodes.ToArray());
        var border = found.ToList();
        for (var step = 0; step < steps && border.Count > 0; step++)
        {
            var next = new List<int>();
            foreach (var table in ListFacts(selection.Store))
            {
                foreach (var side in new[] { table.Outgoing, table.Incoming })
                    next.AddRange(border.SelectMany(node => side.View.GetNeighbours(node).ToArray()).Where(found.Add));
            }

            border = next;
        }

        return found;
    }

    /// <summary>All facts whose ends are both among the nodes around a selection.</summary>
    public static IEnumerable<int> FindFacts(GraphSelection selection, int steps)
    {
        var nodes = FindNodes(selection, steps);
        return ListFacts(selection.Store).SelectMany(table => nodes.Order().SelectMany(node => FindFacts(table, node, nodes)));
    }

    private static List<int> FindFacts(EdgeTable table, int source, HashSet<int> nodes)
    {
        var found = new List<int>();
        var view = table.Outgoing.View;
        var run = view.GetRun(source);
        for (var position = run.Start; position < run.End; position++)
        {
            if (nodes.Contains(view.Neighbours[position]))
                found.Add(view.GetEdge(position));
        }

        return found;
    }

    private static IEnumerable<EdgeTable> ListFacts(GraphStore store) =>
        store.EdgeTables.Where(table => table.Type != StoreNames.MentionType);
}
