
namespace Graph.Core;

/// <summary>
/// An immutable property graph in columns, with dense node ids (sorted by label set) and edge ids (sorted by relation type, source, target).
/// </summary>
public sealed class GraphStore
{
    /// <summary>The graph type the store was built for, or null for an open graph.</summary>
    public GraphType? Type => throw new NotImplementedException();

    public int NodeCount => throw new NotImplementedException();

    public int EdgeCount => throw new NotImplementedException();

    /// <summary>Every label of the data: in the order of the graph type, then ordinal. The index is the label id.</summary>
    public ImmutableArray<string> Labels => throw new NotImplementedException();

    /// <summary>By start; together they cover all node ids.</summary>
    public ImmutableArray<NodeRange> NodeRanges => throw new NotImplementedException();

    /// <summary>By first edge; together they cover all edge ids. Graph type order, then ordinal.</summary>
    public ImmutableArray<EdgeTable> EdgeTables => throw new NotImplementedException();

    /// <summary>Every property key of nodes and edges, each once: in the order of the graph type, then ordinal.</summary>
    public ImmutableArray<string> PropertyKeys => throw new NotImplementedException();

    /// <summary>The texts of articles, by article node.</summary>
    public ArticleTexts Articles => throw new NotImplementedException();

    /// <summary>The id of a label, or -1 where no node has it.</summary>
    public int FindLabel(string label) => throw new NotImplementedException();

    /// <summary>The table of a relation type, or null where no edge has it.</summary>
    public EdgeTable? FindEdgeTable(string type) => throw new NotImplementedException();

    public NodeRange GetRange(int node) => throw new NotImplementedException();

    public EdgeTable GetEdgeTable(int edge) => throw new NotImplementedException();

    public bool HasLabel(int node, int label) => throw new NotImplementedException();

    public Value GetNodeProperty(int node, string key) => throw new NotImplementedException();

    public Value GetEdgeProperty(int edge, string key) => throw new NotImplementedException();

    /// <summary>The evidence of an edge, or null for one that was not read from an article.</summary>
    public Evidence? GetEdgeEvidence(int edge) => throw new NotImplementedException();

    /// <summary>The evidence of a node, one per mention (or trigger, for events), by article and position.</summary>
    public IReadOnlyList<Evidence> GetNodeEvidence(int node) => throw new NotImplementedException();

    /// <summary>Nodes with the value as that property, ascending; by index where there is one (<c>key</c>, <c>name</c>).</summary>
    public IReadOnlyList<int> FindNodes(string property, string value) => throw new NotImplementedException();

    /// <summary>Entities one of whose names (<c>name</c> or <c>aliases</c>) folds to the given folded name, ascending.</summary>
    public IReadOnlyList<int> FindByFoldedName(string foldedName) => throw new NotImplementedException();
}
