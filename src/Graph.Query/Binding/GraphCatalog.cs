namespace Graph.Query.Binding;

/// <summary>What a query may name: what the graph type declares and what the data contains.</summary>
public sealed class GraphCatalog
{
    private GraphCatalog(GraphType? type)
    {
        Type = type;
    }

    public GraphType? Type { get; }

    /// <summary>Unknown names are errors; on an open graph they are warnings and match nothing.</summary>
    public bool IsClosed => Type is not null;

    /// <summary>Labels of nodes, in the order of the graph type, then ordinal.</summary>
    public ImmutableArray<string> Labels => throw new NotImplementedException();

    public ImmutableArray<string> RelationTypes => throw new NotImplementedException();

    public ImmutableArray<string> PropertyKeys => throw new NotImplementedException();

    /// <summary>From a graph type, a store, or both; one of them must be there.</summary>
    public static GraphCatalog Create(GraphType? type, GraphStore? store) => throw new NotImplementedException();
}
