using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace Graph.Core;

/// <summary>
/// A store as QuikGraph sees graphs, without a copy: vertices are all node ids, edges those of the given tables. Edges of a node come
/// table by table, then by neighbour.
/// </summary>
public sealed class BidirectionalStoreGraph(GraphStore store, ImmutableArray<EdgeTable> tables) : IBidirectionalGraph<int, StoreEdge>
{
    public BidirectionalStoreGraph(GraphStore store)
        : this(store, store.EdgeTables)
    {
    }

    public bool IsDirected => true;

    public bool AllowParallelEdges => true;

    public bool IsVerticesEmpty => VertexCount == 0;

    public int VertexCount => store.NodeCount;

    public IEnumerable<int> Vertices => Enumerable.Range(0, VertexCount);

    public bool IsEdgesEmpty => EdgeCount == 0;

    public int EdgeCount => tables.Sum(table => table.Count);

    public IEnumerable<StoreEdge> Edges => Vertices.SelectMany(OutEdges);

    public bool ContainsVertex(int vertex) => (uint)vertex < (uint)VertexCount;

    public bool ContainsEdge(StoreEdge edge) =>
        FindTable(edge.Id) is { } table && table.GetSource(edge.Id) == edge.Source && table.GetTarget(edge.Id) == edge.Target;

    public bool ContainsEdge(int source, int target) => TryGetEdge(source, target, out _);

    public bool TryGetEdge(int source, int target, out StoreEdge edge)
    {
        foreach (var candidate in EdgesBetween(source, target))
        {
            edge = candidate;
            return true;
        }

        edge = default;
        return false;
    }

    public bool TryGetEdges(int source, int target, [NotNullWhen(true)] out IEnumerable<StoreEdge>? edges)
    {
        edges = ContainsVertex(source) ? EdgesBetween(source, target) : null;
        return edges is not null;
    }

    public bool IsOutEdgesEmpty(int vertex) => OutDegree(vertex) == 0;

    public int OutDegree(int vertex) => tables.Sum(table => table.Outgoing.View.GetRun(vertex).Count);

    public IEnumerable<StoreEdge> OutEdges(int vertex)
    {
        foreach (var table in tables)
        {
            var run = table.Outgoing.View.GetRun(vertex);
            for (var position = run.Start; position < run.End; position++)
                yield return new StoreEdge(vertex, table.Outgoing.View.Neighbours[position], table.FirstEdge + position);
        }
    }

    public bool TryGetOutEdges(int vertex, [NotNullWhen(true)] out IEnumerable<StoreEdge>? edges)
    {
        edges = ContainsVertex(vertex) ? OutEdges(vertex) : null;
        return edges is not null;
    }

    public StoreEdge OutEdge(int vertex, int index) => OutEdges(vertex).ElementAt(index);

    public bool IsInEdgesEmpty(int vertex) => InDegree(vertex) == 0;

    public int InDegree(int vertex) => tables.Sum(table => table.Incoming.View.GetRun(vertex).Count);

    public IEnumerable<StoreEdge> InEdges(int vertex)
    {
        foreach (var table in tables)
        {
            var run = table.Incoming.View.GetRun(vertex);
            for (var position = run.Start; position < run.End; position++)
                yield return CreateInEdge(table.Incoming.View, vertex, position);
        }
    }

    public bool TryGetInEdges(int vertex, [NotNullWhen(true)] out IEnumerable<StoreEdge>? edges)
    {
        edges = ContainsVertex(vertex) ? InEdges(vertex) : null;
        return edges is not null;
    }

    public StoreEdge InEdge(int vertex, int index) => InEdges(vertex).ElementAt(index);

    public int Degree(int vertex) => OutDegree(vertex) + InDegree(vertex);

    private IEnumerable<StoreEdge> EdgesBetween(int source, int target) => OutEdges(source).Where(edge => edge.Target == target);

    private EdgeTable? FindTable(int edge) => tables.FirstOrDefault(table => table.FirstEdge <= edge && edge < table.EndEdge);

    private static StoreEdge CreateInEdge(AdjacencyView incoming, int vertex, int position) =>
        new(incoming.Neighbours[position], vertex, incoming.GetEdge(position));
}
