using System.Collections.Concurrent;

namespace Graph.Query.Execution;

/// <summary>
/// One reader for each property that a query reads, so that what it found out serves wherever the property stands, and the codes of
/// <c>a.name</c> are those of <c>b.name</c>.
/// </summary>
internal sealed class PropertyReaders(GraphStore store)
{
    private readonly ConcurrentDictionary<string, Lazy<PropertyReader>> nodes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<PropertyReader>> edges = new(StringComparer.Ordinal);

    /// <summary>Made when somebody asks for its value: most expressions meet only nodes or only edges.</summary>
    public Lazy<PropertyReader> OfNodes(string key) =>
        nodes.GetOrAdd(key, name => new Lazy<PropertyReader>(() => PropertyReader.ForNodes(store, name)));

    public Lazy<PropertyReader> OfEdges(string key) =>
        edges.GetOrAdd(key, name => new Lazy<PropertyReader>(() => PropertyReader.ForEdges(store, name)));
}
