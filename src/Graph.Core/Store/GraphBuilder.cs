namespace Graph.Core;

/// <summary>Collects nodes, edges, evidence and texts, and builds a store. Handles are the builder's own; the store numbers anew.</summary>
public sealed class GraphBuilder(GraphType? type = null)
{
    public GraphType? Type => type;

    /// <summary>Adds a node; null values are left out. Returns its handle.</summary>
    public int AddNode(IReadOnlyList<string> labels, IEnumerable<KeyValuePair<string, Value>> properties) => throw new NotImplementedException();

    /// <summary>Adds an edge between two node handles; null values are left out. Returns its handle.</summary>
    /// <param name="evidence">Where an article says it; the article is a node handle.</param>
    /// <param name="fragments">The parts of a discontinuous span, in text order.</param>
    public int AddEdge(
        string relationType,
        int source,
        int target,
        IEnumerable<KeyValuePair<string, Value>> properties,
        Evidence? evidence = null,
        IReadOnlyList<TextSpan>? fragments = null) => throw new NotImplementedException();

    /// <summary>Adds evidence to a node that no mention edge speaks for, such as the trigger of an event.</summary>
    public void AddNodeEvidence(int node, Evidence evidence, IReadOnlyList<TextSpan>? fragments = null) => throw new NotImplementedException();

    public void SetText(int article, string text, IReadOnlyList<TextSpan> sentences) => throw new NotImplementedException();

    public GraphStore Build() => throw new NotImplementedException();
}
