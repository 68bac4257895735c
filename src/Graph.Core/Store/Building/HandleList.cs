namespace Graph.Core;

/// <summary>Handles in order of arrival: single ones, and whole blocks that are kept as they are given.</summary>
internal sealed class HandleList
{
    private readonly List<ReadOnlyMemory<int>> blocks = [];
    private readonly List<int> single = [];
    private int blockCount;

    public int Count => blockCount + single.Count;

    public void Add(int handle) => single.Add(handle);

    public void Add(ReadOnlyMemory<int> handles)
    {
        Append(single.ToArray());
        single.Clear();
        Append(handles);
    }

    /// <summary>The node id of each handle. The handles are let go, as there may be many.</summary>
    public int[] TakeNodes(int[] nodeIds)
    {
        var nodes = new int[Count];
        var start = 0;
        foreach (var block in blocks)
        {
            Resolve(block.Span, nodeIds, nodes.AsSpan(start));
            start += block.Length;
        }

        Resolve(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(single), nodeIds, nodes.AsSpan(start));
        blocks.Clear();
        return nodes;
    }

    private void Append(ReadOnlyMemory<int> handles)
    {
        if (handles.IsEmpty)
            return;
        blocks.Add(handles);
        blockCount += handles.Length;
    }

    private static void Resolve(ReadOnlySpan<int> handles, int[] nodeIds, Span<int> nodes)
    {
        for (var i = 0; i < handles.Length; i++)
            nodes[i] = nodeIds[handles[i]];
    }
}
