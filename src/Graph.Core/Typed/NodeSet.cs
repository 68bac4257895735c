namespace Graph.Core;

/// <summary>All nodes of a store with the label of <typeparamref name="TNode"/>, by id. A loop over it allocates nothing.</summary>
public readonly struct NodeSet<TNode> : IElementSequence<TNode, NodeSet<TNode>.Enumerator>, IReadOnlyCollection<TNode>
    where TNode : struct, INodeView<TNode>
{
    private readonly GraphStore store;
    private readonly LabelNodes? nodes;

    internal NodeSet(GraphStore store, LabelNodes nodes)
    {
        this.store = store;
        this.nodes = nodes;
    }

    /// <summary>Known without a look at any node.</summary>
    public int Count => Nodes.Count;

    /// <summary>The nodes whose property has the value, ascending; by index for <c>key</c> and <c>name</c>.</summary>
    public NodeMatches<TNode> FindBy(string property, string value) => new(Nodes.Store, store.FindNodes(property, value));

    /// <summary>The entities one of whose names or aliases is the given one, letter case, accents and blanks aside; ascending.</summary>
    public NodeMatches<TNode> Search(string name) => new(Nodes.Store, store.FindByFoldedName(NameFolding.Fold(name)));

    public Enumerator GetEnumerator() => new(store, Nodes);

    /// <summary>So that it stands beside what <c>Where</c> makes of it, in one variable or conditional expression.</summary>
    public static implicit operator FilteredSequence<TNode, Enumerator>(NodeSet<TNode> sequence) =>
        FilteredSequence<TNode, Enumerator>.All(sequence);

    private LabelNodes Nodes => nodes ?? NoGraph.Throw<LabelNodes>("NodeSet");

    public struct Enumerator : ISequenceSteps<TNode>
    {
        private readonly GraphStore store;
        private readonly LabelNodes nodes;
        private int interval;
        private int node;
        private int end;

        internal Enumerator(GraphStore store, LabelNodes nodes)
        {
            (this.store, this.nodes) = (store, nodes);
            (interval, node, end) = (0, -1, 0);
        }

        public readonly TNode Current => TNode.At(store, node);

        public bool MoveNext()
        {
            if (++node < end)
                return true;
            if (interval == nodes.IntervalCount)
            {
                node = end;
                return false;
            }

            (node, end) = nodes.GetInterval(interval++);
            return true;
        }
    }
}

/// <summary>Nodes that a lookup found, without those that lack the label of <typeparamref name="TNode"/>.</summary>
public readonly struct NodeMatches<TNode> : IElementSequence<TNode, NodeMatches<TNode>.Enumerator>
    where TNode : struct, INodeView<TNode>
{
    private readonly GraphStore store;
    private readonly IReadOnlyList<int>? nodes;

    internal NodeMatches(GraphStore store, IReadOnlyList<int> nodes)
    {
        this.store = store;
        this.nodes = nodes;
    }

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

    public Enumerator GetEnumerator() => new(store, nodes ?? NoGraph.Throw<IReadOnlyList<int>>("NodeMatches"));

    /// <summary>So that it stands beside what <c>Where</c> makes of it, in one variable or conditional expression.</summary>
    public static implicit operator FilteredSequence<TNode, Enumerator>(NodeMatches<TNode> sequence) =>
        FilteredSequence<TNode, Enumerator>.All(sequence);

    public struct Enumerator : ISequenceSteps<TNode>
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

        public bool MoveNext()
        {
            while (++index < nodes.Count)
            {
                if (test.Accepts(nodes[index]))
                    return true;
            }

            return false;
        }
    }
}
