namespace Graph.Core;

/// <summary>Where the run of each node begins, in rows sorted by node.</summary>
internal static class RowOffsets
{
    /// <summary>The nodes that occur, ascending, and the offset of each and of the end.</summary>
    public static (int[] Nodes, int[] Offsets) CreateSparse(int[] owners, int[] order)
    {
        var nodes = new List<int>();
        var offsets = new List<int>();
        for (var row = 0; row < order.Length; row++)
        {
            var node = owners[order[row]];
            if (nodes.Count > 0 && nodes[^1] == node)
                continue;
            nodes.Add(node);
            offsets.Add(row);
        }

        offsets.Add(order.Length);
        return (nodes.ToArray(), offsets.ToArray());
    }

    /// <summary>The offset of each node from the first to the last that occurs, and of the end; the order is not empty.</summary>
    public static int[] CreateWindow(int[] owners, int[] order)
    {
        var first = owners[order[0]];
        var offsets = new int[owners[order[^1]] - first + 2];
        foreach (var index in order)
            offsets[owners[index] - first + 1]++;
        for (var i = 1; i < offsets.Length; i++)
            offsets[i] += offsets[i - 1];
        return offsets;
    }

    public static int CountNodes(int[] owners, int[] order)
    {
        var count = 0;
        for (var row = 0; row < order.Length; row++)
            count += row == 0 || owners[order[row]] != owners[order[row - 1]] ? 1 : 0;
        return count;
    }
}
