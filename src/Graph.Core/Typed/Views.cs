using System.Text.Json.Serialization;

namespace Graph.Core;

/// <summary>A node of a store, seen through a type: nothing is copied, properties are read where they stand.</summary>
public interface INodeView
{
    GraphStore Store { get; }

    int NodeId { get; }
}

/// <summary>What generated structs of labels offer, so that generic code makes them without boxing or reflection.</summary>
public interface INodeView<TSelf> : INodeView
    where TSelf : struct, INodeView<TSelf>
{
    /// <summary>The label that every node of the type carries; null where any node will do.</summary>
    static abstract string? Label { get; }

    /// <summary>A view of a node that has the label.</summary>
    static abstract TSelf At(GraphStore store, int node);
}

/// <summary>An edge of a store, seen through a type.</summary>
public interface IEdgeView
{
    GraphStore Store { get; }

    int EdgeId { get; }
}

/// <summary>What generated structs of edge types offer.</summary>
public interface IEdgeView<TSelf> : IEdgeView
    where TSelf : struct, IEdgeView<TSelf>
{
    static abstract string RelationType { get; }

    /// <summary>The label that the source must have; null for any node.</summary>
    static abstract string? SourceLabel { get; }

    /// <summary>The label that the target must have; null for any node.</summary>
    static abstract string? TargetLabel { get; }

    static abstract TSelf At(GraphStore store, int edge);
}

/// <summary>A node of which no label is known.</summary>
[JsonConverter(typeof(NodeJsonConverter<AnyNode>))]
public readonly record struct AnyNode(GraphStore Store, int NodeId) : INodeView<AnyNode>
{
    private readonly GraphStore? store = Store;

    /// <exception cref="InvalidOperationException">It is the default of its type, which is in no graph.</exception>
    public GraphStore Store => store ?? NoGraph.Throw<GraphStore>(nameof(AnyNode));

    public static string? Label => null;

    public static AnyNode At(GraphStore store, int node) => new(store, node);

    /// <summary>The node as a type, if it has its label.</summary>
    public bool TryAs<TNode>(out TNode node)
        where TNode : struct, INodeView<TNode> => LabelTest.TryView(Store, NodeId, out node);

    /// <summary>Every label that the node carries.</summary>
    public IEnumerable<string> Labels
    {
        get
        {
            var store = Store;
            return store.GetRange(NodeId).Labels.Select(label => store.Labels[label]);
        }
    }

    /// <summary>A property as it stands, or null.</summary>
    public Value this[string property] => Store.GetNodeProperty(NodeId, property);

    /// <summary>What the node is called, else its number.</summary>
    public override string ToString()
    {
        if (store is null)
            return "AnyNode of no graph";
        if (NodeCaption.FindKey(Store, NodeId) is not { } key)
            return $"node {NodeId}";
        var name = this[key];
        return name.Kind == ValueKind.String ? name.AsString() : name.ToString();
    }
}

/// <summary>An edge of which no type is known.</summary>
[JsonConverter(typeof(EdgeJsonConverter<AnyEdge>))]
public readonly record struct AnyEdge(GraphStore Store, int EdgeId) : IEdgeView
{
    private readonly GraphStore? store = Store;

    /// <exception cref="InvalidOperationException">It is the default of its type, which is in no graph.</exception>
    public GraphStore Store => store ?? NoGraph.Throw<GraphStore>(nameof(AnyEdge));

    public string RelationType => Store.GetEdgeTable(EdgeId).Type;

    public AnyNode Source => new(Store, Store.GetEdgeTable(EdgeId).GetSource(EdgeId));

    public AnyNode Target => new(Store, Store.GetEdgeTable(EdgeId).GetTarget(EdgeId));

    /// <summary>The edge as a type, if it has its relation type and ends with its labels.</summary>
    public bool TryAs<TEdge>(out TEdge edge)
        where TEdge : struct, IEdgeView<TEdge>
    {
        var fits = RelationType == TEdge.RelationType
            && new LabelTest(Store, TEdge.SourceLabel).Accepts(Source.NodeId)
            && new LabelTest(Store, TEdge.TargetLabel).Accepts(Target.NodeId);
        edge = fits ? TEdge.At(Store, EdgeId) : default;
        return fits;
    }

    /// <summary>A property as it stands, or null.</summary>
    public Value this[string property] => Store.GetEdgeProperty(EdgeId, property);

    public override string ToString() => store is null ? "AnyEdge of no graph" : $"{Source} {RelationType} {Target}";
}

/// <summary>Whether nodes carry a label; made once for many nodes.</summary>
public readonly struct LabelTest
{
    private readonly GraphStore? store;
    private readonly int label;
    private readonly bool acceptsAll;

    /// <param name="label">Null accepts every node.</param>
    public LabelTest(GraphStore store, string? label)
    {
        this.store = store;
        this.label = label is null ? -1 : store.FindLabel(label);
        acceptsAll = label is null;
    }

    public bool Accepts(int node) =>
        acceptsAll || (label >= 0 && (store ?? NoGraph.Throw<GraphStore>(nameof(LabelTest))).HasLabel(node, label));

    /// <summary>The node as a type, if it has its label.</summary>
    public static bool TryView<TNode>(GraphStore store, int node, out TNode view)
        where TNode : struct, INodeView<TNode>
    {
        var accepts = new LabelTest(store, TNode.Label).Accepts(node);
        view = accepts ? TNode.At(store, node) : default;
        return accepts;
    }
}
