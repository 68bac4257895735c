namespace Graph.Query.Execution;

/// <summary>Neighbours stand in ascending order, so the edges to one of them are found by binary search.</summary>
internal static class SortedRun
{
    /// <summary>The part of a run that leads to a node; several parallel edges do.</summary>
    public static Range32 Find(ReadOnlySpan<int> neighbours, Range32 run, int node)
    {
        var start = run.Start + LowerBound(neighbours[run.Start..run.End], node);
        var end = start;
        while (end < run.End && neighbours[end] == node)
            end++;
        return new Range32(start, end);
    }

    /// <summary>The part of a run that leads to nodes from the start of a range to before its end.</summary>
    public static Range32 Find(ReadOnlySpan<int> neighbours, Range32 run, Range32 nodes)
    {
        var within = neighbours[run.Start..run.End];
        return new Range32(run.Start + LowerBound(within, nodes.Start), run.Start + LowerBound(within, nodes.End));
    }

    /// <summary>The first position whose node is not before the given one.</summary>
    public static int LowerBound(ReadOnlySpan<int> sorted, int node)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < node)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
