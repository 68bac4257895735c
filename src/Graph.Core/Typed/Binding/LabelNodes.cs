using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>The nodes of a store that carry a label, as intervals of ids that are found once; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LabelNodes
{
    private readonly GraphStore store;
    private readonly int firstStart;
    private readonly int firstCount;
    private readonly int[] starts;
    private readonly int[] ends;

    /// <param name="label">Null for all nodes.</param>
    public LabelNodes(GraphStore store, string? label)
    {
        this.store = store;
        var id = label is null ? 0 : store.FindLabel(label);
        var (from, to) = (new List<int>(), new List<int>());
        foreach (var range in store.NodeRanges)
        {
            if (range.Count == 0 || (label is not null && !range.Labels.Contains(id)))
                continue;
            if (to.Count > 0 && to[^1] == range.Start)
            {
                to[^1] = range.End;
                continue;
            }

            from.Add(range.Start);
            to.Add(range.End);
        }

        (starts, ends) = ([.. from], [.. to]);
        if (starts.Length == 0)
            return;
        (firstStart, firstCount) = (starts[0], ends[0] - starts[0]);
        for (var i = 0; i < starts.Length; i++)
            Count += ends[i] - starts[i];
    }

    public int Count { get; }

    internal GraphStore Store => store;

    public NodeSet<TNode> All<TNode>()
        where TNode : struct, INodeView<TNode> => new(store, this);

    internal int IntervalCount => starts.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Contains(int node) => (uint)(node - firstStart) < (uint)firstCount || (starts.Length > 1 && ContainsOther(node));

    /// <summary>Whether the label is on all nodes from the first to the last.</summary>
    internal bool ContainsAll(int first, int last)
    {
        for (var i = 0; i < starts.Length; i++)
        {
            if (starts[i] <= first && last < ends[i])
                return true;
        }

        return false;
    }

    internal Range32 GetInterval(int index) => new(starts[index], ends[index]);

    private bool ContainsOther(int node)
    {
        var index = Array.BinarySearch(starts, node);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && node < ends[index];
    }
}
