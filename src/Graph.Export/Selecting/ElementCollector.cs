using System.Runtime.CompilerServices;

namespace Graph.Export;

/// <summary>Gathers the nodes and edges that values hold.</summary>
internal sealed class ElementCollector
{
    public HashSet<int> Nodes { get; } = [];

    public HashSet<int> Edges { get; } = [];

    public void Add(Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value.Kind)
        {
            case ValueKind.Node:
                Nodes.Add(value.AsNode());
                break;
            case ValueKind.Edge:
                Edges.Add(value.AsEdge());
                break;
            case ValueKind.Path:
                Nodes.UnionWith(value.AsPath().Nodes.ToArray());
                Edges.UnionWith(value.AsPath().Edges.ToArray());
                break;
            case ValueKind.List:
                foreach (var item in value.AsList())
                    Add(item);
                break;
            case ValueKind.Map:
                foreach (var entry in value.AsMap())
                    Add(entry.Value);
                break;
        }
    }
}
