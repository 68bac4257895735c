using QuikGraph;

namespace Graph.Core;

/// <summary>An edge of the store by its ends and its id.</summary>
public readonly record struct StoreEdge(int Source, int Target, int Id) : IEdge<int>;
