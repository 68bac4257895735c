using System.ComponentModel;

namespace Graph.Core;

/// <summary>Adds what generated builders are told, so that each key names one node and each handle is the builder's own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypedBuilding(GraphBuilder builder)
{
    private readonly HashSet<(string Label, Value Key)> keys = [];

    /// <param name="key">The property that tells nodes with the label apart; null where there is none.</param>
    /// <exception cref="ArgumentException">There is a node with the label and that key.</exception>
    public NodeHandle<TNode> AddNode<TNode>(IReadOnlyList<string> labels, string? key, KeyValuePair<string, Value>[] properties)
        where TNode : struct, INodeView<TNode>
    {
        var value = key is null ? Value.Null : Array.Find(properties, property => property.Key == key).Value;
        if (!value.IsNull && !keys.Add((TNode.Label!, value)))
            throw new ArgumentException($"There is a node :{TNode.Label} with the {key} {value} already.", key);
        return new NodeHandle<TNode>(builder, builder.AddNode(labels, properties));
    }

    public EdgeHandle<TEdge> AddEdge<TEdge>(int source, int target, KeyValuePair<string, Value>[] properties, Evidence? evidence)
        where TEdge : struct, IEdgeView<TEdge> => new(builder.AddEdge(TEdge.RelationType, source, target, properties, evidence));
}
