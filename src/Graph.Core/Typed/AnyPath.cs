using System.Text.Json.Serialization;

namespace Graph.Core;

/// <summary>A walk through a store: one node more than edges, in walking order.</summary>
[JsonConverter(typeof(PathJsonConverter))]
public readonly record struct AnyPath(GraphStore Store, PathValue Value)
{
    private readonly GraphStore? store = Store;
    private readonly PathValue? walk = Value;

    /// <exception cref="InvalidOperationException">It is the default of its type, which is in no graph.</exception>
    public GraphStore Store => store ?? NoGraph.Throw<GraphStore>(nameof(AnyPath));

    /// <exception cref="InvalidOperationException">It is the default of its type, which is in no graph.</exception>
    public PathValue Value => walk ?? NoGraph.Throw<PathValue>(nameof(AnyPath));

    /// <summary>How many edges it has.</summary>
    public int Length => Value.Length;

    public AnyNode Start => new(Store, Value.Nodes[0]);

    public AnyNode End => new(Store, Value.Nodes[^1]);

    public IEnumerable<AnyNode> Nodes
    {
        get
        {
            for (var i = 0; i <= Value.Length; i++)
                yield return new AnyNode(Store, Value.Nodes[i]);
        }
    }

    public IEnumerable<AnyEdge> Edges
    {
        get
        {
            for (var i = 0; i < Value.Length; i++)
                yield return new AnyEdge(Store, Value.Edges[i]);
        }
    }

    public override string ToString()
    {
        if (store is null)
            return "AnyPath of no graph";

        var (text, path) = (new System.Text.StringBuilder($"({Start})"), Value);
        for (var i = 0; i < path.Length; i++)
        {
            var edge = new AnyEdge(Store, path.Edges[i]);
            var isForward = edge.Source.NodeId == path.Nodes[i];
            text.Append(isForward ? $"-[{edge.RelationType}]->" : $"<-[{edge.RelationType}]-")
                .Append($"({new AnyNode(Store, path.Nodes[i + 1])})");
        }

        return text.ToString();
    }
}
