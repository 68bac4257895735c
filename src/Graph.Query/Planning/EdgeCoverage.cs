using Graph.Query.Execution;
using Graph.Query.Selection;

namespace Graph.Query.Planning;

/// <summary>How many edges of a relation type have an end in a set of nodes, from the offsets alone.</summary>
internal static class EdgeCoverage
{
    public static int CountSources(EdgeTable table, NodeSelection nodes) => Count(table.Outgoing.View, nodes);

    public static int CountTargets(EdgeTable table, NodeSelection nodes) => Count(table.Incoming.View, nodes);

    /// <summary>Whether a node of a range has an edge.</summary>
    public static bool HasEdge(AdjacencyView view, Range32 nodes)
    {
        var first = FindRow(view, nodes.Start);
        var last = FindRow(view, nodes.End) - 1;
        return first <= last && view.GetRowRun(last).End > view.GetRowRun(first).Start;
    }

    private static int Count(AdjacencyView view, NodeSelection nodes)
    {
        var count = 0;
        for (var i = 0; i < nodes.RangeCount; i++)
        {
            var first = FindRow(view, nodes[i].Start);
            var last = FindRow(view, nodes[i].End) - 1;
            if (first <= last)
                count += view.GetRowRun(last).End - view.GetRowRun(first).Start;
        }

        return count;
    }

    /// <summary>The first row whose node is not before the given one.</summary>
    private static int FindRow(AdjacencyView view, int node)
    {
        var (low, high) = (0, view.RowCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (view.GetRowNode(middle) < node)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
