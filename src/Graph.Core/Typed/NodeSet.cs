using System.Collections;

namespace Graph.Core;

/// <summary>All nodes of a store with the label of <typeparamref name="TNode"/>, by id. A loop over it allocates nothing.</summary>
public readonly struct NodeSet<TNode>(GraphStore store) : IEnumerable<TNode>
    where TNode : struct, INodeView<TNode>
{
    /// <summary>Counted from the ranges of nodes, without a look at any of them.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var ranges = new RangeEnumerator(store); ranges.MoveNext();)
                count += ranges.Current.Count;
            return count;
        }
    }

    /// <summary>The nodes whose property has the value, ascending; by index for <c>key</c> and <c>name</c>.</summary>
    public NodeMatches<TNode> FindBy(string property, string value) => new(store, store.FindNodes(property, value));

    /// <summary>The entities one of whose names or aliases is the given one, letter case, accents and blanks aside; ascending.</summary>
    public NodeMatches<TNode> Search(string name) => new(store, store.FindByFoldedName(NameFolding.Fold(name)));

    public Enumerator GetEnumerator() => new(store);

    IEnumerator<TNode> IEnumerable<TNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TNode>
    {
        private readonly GraphStore store;
        private RangeEnumerator ranges;
        private int node;
        private int end;

        internal Enumerator(GraphStore store)
        {
            this.store = store;
            ranges = new RangeEnumerator(store);
            (node, end) = (-1, 0);
        }

        public readonly TNode Current => TNode.At(store, node);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (++node < end)
                return true;
            if (!ranges.MoveNext())
                return false;
            (node, end) = (ranges.Current.Start, ranges.Current.End);
            return true;
        }

        public void Reset() => this = new Enumerator(store);

        public readonly void Dispose()
        {
        }
    }

    /// <summary>The ranges that carry the label and hold at least one node.</summary>
    private struct RangeEnumerator(GraphStore store)
    {
        private readonly int label = TNode.Label is { } name ? store.FindLabel(name) : -1;
        private int index = -1;

        public readonly NodeRange Current => store.NodeRanges[index];

        public bool MoveNext()
        {
            while (++index < store.NodeRanges.Length)
            {
                if (Current.Count > 0 && (TNode.Label is null || (label >= 0 && Current.Labels.Contains(label))))
                    return true;
            }

            return false;
        }
    }
}

/// <summary>Nodes that a lookup found, without those that lack the label of <typeparamref name="TNode"/>.</summary>
public readonly struct NodeMatches<TNode>(GraphStore store, IReadOnlyList<int> nodes) : IEnumerable<TNode>
    where TNode : struct, INodeView<TNode>
{
    /// <summary>The first match, or null.</summary>
    public TNode? First
    {
        get
        {
            foreach (var node in this)
                return node;
            return null;
        }
    }

    public Enumerator GetEnumerator() => new(store, nodes);

    IEnumerator<TNode> IEnumerable<TNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TNode>
    {
        private readonly GraphStore store;
        private readonly IReadOnlyList<int> nodes;
        private readonly LabelTest test;
        private int index;

        internal Enumerator(GraphStore store, IReadOnlyList<int> nodes)
        {
            this.store = store;
            this.nodes = nodes;
            test = new LabelTest(store, TNode.Label);
            index = -1;
        }

        public readonly TNode Current => TNode.At(store, nodes[index]);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (++index < nodes.Count)
            {
                if (test.Accepts(nodes[index]))
                    return true;
            }

            return false;
        }

        public void Reset() => index = -1;

        public readonly void Dispose()
        {
        }
    }
}
