namespace Graph.Core;

/// <summary>Where the run of each node begins, in rows sorted by the node that owns them.</summary>
internal static class RowOffsets
{
    /// <summary>The nodes that occur, ascending, and the offset of each and of the end.</summary>
    public static (int[] Nodes, int[] Offsets) CreateSparse(ReadOnlySpan<int> owners)
    {
        var nodes = new List<int>();
        var offsets = new List<int>();
        for (var row = 0; row < owners.Length; row++)
        {
            if (row > 0 && owners[row] == owners[row - 1])
                continue;
            nodes.Add(owners[row]);
            offsets.Add(row);
        }

        offsets.Add(owners.Length);
        return (nodes.ToArray(), offsets.ToArray());
    }

    /// <summary>The offset of each node from the first to the last that occurs, and of the end; there is at least one.</summary>
    public static int[] CreateWindow(ReadOnlySpan<int> owners)
    {
        var offsets = new int[owners[^1] - owners[0] + 2];
        foreach (var owner in owners)
            offsets[owner - owners[0] + 1]++;
        for (var i = 1; i < offsets.Length; i++)
            offsets[i] += offsets[i - 1];
        return offsets;
    }

    /// <summary>The nodes of a window that own rows, ascending, and the offset of each and of the end.</summary>
    public static (int[] Nodes, int[] Offsets) ToSparse(ReadOnlySpan<int> window, int firstNode)
    {
        var count = CountOwners(window);
        var (nodes, offsets) = (new int[count], new int[count + 1]);
        var next = 0;
        for (var i = 1; i < window.Length; i++)
        {
            if (window[i] == window[i - 1])
                continue;
            (nodes[next], offsets[next]) = (firstNode + i - 1, window[i - 1]);
            next++;
        }

        offsets[next] = window[^1];
        return (nodes, offsets);
    }

    /// <summary>How many nodes of a window own rows.</summary>
    public static int CountOwners(ReadOnlySpan<int> window)
    {
        var count = 0;
        for (var i = 1; i < window.Length; i++)
            count += window[i] != window[i - 1] ? 1 : 0;
        return count;
    }

    public static int CountNodes(ReadOnlySpan<int> owners)
    {
        var count = 0;
        for (var row = 0; row < owners.Length; row++)
            count += row == 0 || owners[row] != owners[row - 1] ? 1 : 0;
        return count;
    }
}
