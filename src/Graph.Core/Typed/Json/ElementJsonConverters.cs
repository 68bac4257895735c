using System.Text.Json;

namespace Graph.Core;

/// <summary>A node as <c>{"key", "labels", "properties"}</c>.</summary>
public sealed class NodeJsonConverter<TNode> : WritingJsonConverter<TNode>
    where TNode : struct, INodeView
{
    public override void Write(Utf8JsonWriter writer, TNode value, JsonSerializerOptions options) =>
        ElementJsonWriter.WriteNode(writer, value.Store, value.NodeId);
}

/// <summary>A relation as <c>{"type", "start", "end", "properties"}</c>, its ends by their keys.</summary>
public sealed class EdgeJsonConverter<TEdge> : WritingJsonConverter<TEdge>
    where TEdge : struct, IEdgeView
{
    public override void Write(Utf8JsonWriter writer, TEdge value, JsonSerializerOptions options) =>
        ElementJsonWriter.WriteEdge(writer, value.Store, value.EdgeId);
}

/// <summary>A path as <c>{"nodes", "relationships"}</c>.</summary>
public sealed class PathJsonConverter : WritingJsonConverter<AnyPath>
{
    public override void Write(Utf8JsonWriter writer, AnyPath value, JsonSerializerOptions options) =>
        ElementJsonWriter.WritePath(writer, value.Store, value.Value);
}
