using Graph.Query;

namespace Graph.Export;

/// <summary>
/// The part of a graph that is drawn or exported: node and edge ids, ascending. Both ends of each edge are among the nodes.
/// </summary>
public sealed class GraphSelection
{
    private readonly int[] nodes;
    private readonly int[] edges;

    private GraphSelection(GraphStore store, int[] nodes, int[] edges, int? center = null)
    {
        Store = store;
        Center = center;
        this.nodes = nodes;
        this.edges = edges;
    }

    public GraphStore Store { get; }

    /// <summary>The node that a neighbourhood was taken around; null where that is not a single one.</summary>
    public int? Center { get; }

    /// <summary>Asked by whoever goes through the elements before writing anything.</summary>
    public CancellationToken Cancellation { get; private init; }

    public ReadOnlySpan<int> Nodes => nodes;

    public ReadOnlySpan<int> Edges => edges;

    /// <summary>Every node and every edge, articles and mentions too.</summary>
    public static GraphSelection All(GraphStore store) => new(store, CountUp(store.NodeCount), CountUp(store.EdgeCount));

    /// <summary>These edges with their ends, and these nodes.</summary>
    public static GraphSelection Of(GraphStore store, IEnumerable<int> nodes, IEnumerable<int> edges)
    {
        int[] chosen = [.. edges.Distinct().Order()];
        var ends = chosen.SelectMany(edge => new[] { GetSource(store, edge), store.GetEdgeTable(edge).GetTarget(edge) });
        return new GraphSelection(store, [.. nodes.Concat(ends).Distinct().Order()], chosen);
    }

    /// <summary>All nodes, edges and paths in the rows of a result, also those inside lists and maps.</summary>
    /// <exception cref="QueryException">A run-time error or a limit, while the rows are read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GraphSelection FromRows(GraphStore store, QueryResult result, CancellationToken cancellation = default)
    {
        var found = new ElementCollector();
        foreach (var row in result.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < row.Count; column++)
                found.Add(row[column]);
        }

        return Of(store, found.Nodes, found.Edges).With(cancellation);
    }

    /// <summary>What any of them holds; all are of one graph.</summary>
    public static GraphSelection Join(IReadOnlyList<GraphSelection> parts) => parts.Count == 1
        ? parts[0]
        : Of(parts[0].Store, parts.SelectMany(part => part.nodes), parts.SelectMany(part => part.edges)).With(parts[0].Cancellation);

    /// <summary>With everything that facts lead to in so many steps, and all facts among the nodes. Mentions are not followed.</summary>
    public GraphSelection WithNeighbourhood(int steps) =>
        steps == 0 ? this : Widen(steps);

    /// <summary>Without articles and mentions: what a picture shows.</summary>
    public GraphSelection WithoutMentions()
    {
        var articles = FindMentioning();
        var facts = edges.Where(edge => Store.GetEdgeTable(edge).Type != StoreNames.MentionType);
        var rest = Of(Store, nodes.Where(node => !articles.Contains(node)), facts);
        return new GraphSelection(Store, rest.nodes, rest.edges, Center is { } center && rest.nodes.Contains(center) ? center : null)
        {
            Cancellation = Cancellation,
        };
    }

    private GraphSelection With(CancellationToken cancellation) => new(Store, nodes, edges, Center) { Cancellation = cancellation };

    private GraphSelection Widen(int steps)
    {
        var wide = Of(Store, Neighbourhood.FindNodes(this, steps), edges.Concat(Neighbourhood.FindFacts(this, steps)));
        return new GraphSelection(Store, wide.nodes, wide.edges, nodes.Length == 1 ? nodes[0] : null) { Cancellation = Cancellation };
    }

    private static int[] CountUp(int count)
    {
        var ids = new int[count];
        for (var id = 0; id < count; id++)
            ids[id] = id;
        return ids;
    }

    private static int GetSource(GraphStore store, int edge) => store.GetEdgeTable(edge).GetSource(edge);

    private HashSet<int> FindMentioning() =>
        [.. edges.Where(edge => Store.GetEdgeTable(edge).Type == StoreNames.MentionType).Select(edge => GetSource(Store, edge))];
}
