using System.Runtime.InteropServices;
using Graph.Oracle.Graphs;

namespace Graph.Oracle.Evaluation;

/// <summary>One evaluation of one query over a graph: what its parts share.</summary>
internal sealed class Evaluation
{
    private readonly long maximumSteps;
    private readonly Random? random;
    private long steps;

    /// <param name="seed">0 visits elements by id, anything else in an order of its own: what changes with it is not fixed by the
    /// query.</param>
    public Evaluation(PlainGraph graph, IReadOnlyDictionary<string, Value> parameters, int seed, long maximumSteps)
    {
        Graph = graph;
        Parameters = parameters;
        this.maximumSteps = maximumSteps;
        random = seed == 0 ? null : new Random(seed);
        Nodes = [.. graph.Nodes];
        random?.Shuffle(Nodes);
        Elements = new ElementValues(graph);
        Functions = new Functions(this);
        Expressions = new Expressions(this);
        Patterns = new PatternMatcher(this);
        Projections = new Projections(this);
        Queries = new Queries(this);
    }

    public PlainGraph Graph { get; }

    public IReadOnlyDictionary<string, Value> Parameters { get; }

    /// <summary>All nodes, in the order that patterns visit them.</summary>
    public PlainNode[] Nodes { get; }

    public ElementValues Elements { get; }

    public Functions Functions { get; }

    public Expressions Expressions { get; }

    public PatternMatcher Patterns { get; }

    public Projections Projections { get; }

    public Queries Queries { get; }

    /// <summary>A list holds rows in an order that the query does not fix.</summary>
    public bool HasUnorderedLists { get; set; }

    /// <summary>Equal values that print differently were made one, and the query does not say which one stays.</summary>
    public bool HasFreeRepresentatives { get; set; }

    /// <summary>The edges of a node as a pattern visits them, or the paths that it found.</summary>
    public void Arrange<T>(List<T> items) => random?.Shuffle(CollectionsMarshal.AsSpan(items));

    public void Step()
    {
        if (++steps > maximumSteps)
            throw new TooLargeException();
    }
}
