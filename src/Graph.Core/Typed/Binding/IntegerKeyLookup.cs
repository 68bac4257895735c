using System.ComponentModel;

namespace Graph.Core;

/// <summary>
/// Finds the nodes of a label by a property of integers, in a table that is made when it is first asked; for generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IntegerKeyLookup(GraphStore store, LabelNodes nodes, string property)
{
    private readonly Lazy<Dictionary<long, int>> byKey = new(() => MakeTable(store, nodes, property));

    /// <summary>The node with the lowest id that has the key, or null.</summary>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    public TNode? Find<TNode>(long key)
        where TNode : struct, INodeView<TNode>
    {
        store.RequireOpen();
        return byKey.Value.TryGetValue(key, out var node) ? TNode.At(store, node) : null;
    }

    private static Dictionary<long, int> MakeTable(GraphStore store, LabelNodes nodes, string property)
    {
        var table = new Dictionary<long, int>();
        for (var interval = 0; interval < nodes.IntervalCount; interval++)
        {
            var (start, end) = nodes.GetInterval(interval);
            for (var node = start; node < end; node++)
            {
                if (store.GetNodeProperty(node, property) is { IsInteger: true } key)
                    table.TryAdd(key.AsInteger(), node);
            }
        }

        return table;
    }
}
