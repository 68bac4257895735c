namespace Graph.Query;

/// <summary>
/// A graph seen through the graph type that code was generated for; generated classes such as <c>NewsGraph</c> derive from it. It does not
/// change, so one is enough for a process: any number of threads may use it at once.
/// </summary>
public abstract class TypedGraph : IDisposable
{
    private readonly Lazy<QueryEngine> engine;
    private volatile bool isDisposed;

    /// <exception cref="GraphTypeException">The store has another graph type; the message says what differs.</exception>
    protected TypedGraph(GraphStore store, GraphType type)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (GraphTypeDifferences.Find(type, store.Type) is { IsEmpty: false } differences)
            throw new GraphTypeException(type.Name, differences);
        Store = store;
        engine = new Lazy<QueryEngine>(() => new QueryEngine(store));
    }

    public GraphStore Store { get; }

    /// <summary>For queries that are text.</summary>
    /// <exception cref="ObjectDisposedException">The graph was disposed of.</exception>
    public QueryEngine Engine
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return engine.Value;
        }
    }

    /// <summary>The graph for the algorithms of QuikGraph, without a copy: vertices are the ids of nodes.</summary>
    /// <param name="relationTypes">The relations to follow; none for all.</param>
    /// <exception cref="ArgumentException">The graph type has no such relation.</exception>
    public BidirectionalStoreGraph ToQuikGraph(params IReadOnlyList<string> relationTypes)
    {
        if (relationTypes.Count == 0)
            return new BidirectionalStoreGraph(Store);
        foreach (var name in relationTypes)
        {
            if (Store.Type is { } type && !type.RelationTypes.Contains(name) && Store.FindEdgeTable(name) is null)
                throw new ArgumentException(DescribeUnknown(name, type), nameof(relationTypes));
        }

        return new BidirectionalStoreGraph(Store, [.. relationTypes.Distinct().Select(Store.FindEdgeTable).OfType<EdgeTable>()]);
    }

    /// <summary>
    /// Lets go of the files of a stored graph, so that it can be built anew on every system. Whoever reads on meets an
    /// <see cref="ObjectDisposedException"/>; nobody may be reading at the same time.
    /// </summary>
    public void Dispose()
    {
        isDisposed = true;
        Store.Close();
        GC.SuppressFinalize(this);
    }

    private static string DescribeUnknown(string name, GraphType type) =>
        $"No relation '{name}' in graph type "
            + $"'{type.Name}'.{(NearestName.Find(name, type.RelationTypes) is { } nearest ? $" Did you mean '{nearest}'?" : "")}";
}

/// <summary>What generated classes of graphs offer, so that a loader makes one without reflection.</summary>
public interface ITypedGraph<TSelf>
    where TSelf : TypedGraph, ITypedGraph<TSelf>
{
    /// <summary>The graph type that the class was generated for.</summary>
    static abstract GraphType GraphType { get; }

    /// <exception cref="GraphTypeException">The store has another graph type; the message says what differs.</exception>
    static abstract TSelf Of(GraphStore store);
}
