namespace Graph.Core;

/// <summary>
/// All edges of one relation type. Edge ids run from <see cref="FirstEdge"/> in the order of (source, target, insertion).
/// </summary>
public sealed class EdgeTable
{
    internal EdgeTable(
        string type,
        int firstEdge,
        int count,
        Adjacency outgoing,
        Adjacency incoming,
        ImmutableArray<PropertyColumn> columns,
        EvidenceTable? evidence)
    {
        Type = type;
        FirstEdge = firstEdge;
        Count = count;
        Outgoing = outgoing;
        Incoming = incoming;
        Columns = columns;
        Evidence = evidence;
    }

    public string Type { get; }

    public int FirstEdge { get; }

    public int Count { get; }

    public int EndEdge => FirstEdge + Count;

    /// <summary>By source; the position of an edge is its id less <see cref="FirstEdge"/>.</summary>
    public Adjacency Outgoing { get; }

    public Adjacency Incoming { get; }

    /// <summary>In the order of <see cref="GraphStore.PropertyKeys"/>.</summary>
    public ImmutableArray<PropertyColumn> Columns { get; }

    /// <summary>Article and span by row; null where no edge of the type was read from an article.</summary>
    public EvidenceTable? Evidence { get; }

    /// <summary>The source of an edge id, by binary search; where many are needed, see <see cref="AdjacencyView.CopyNodes"/>.</summary>
    public int GetSource(int edge) => Outgoing.View.GetNode(edge - FirstEdge);

    public int GetTarget(int edge) => Outgoing.View.Neighbours[edge - FirstEdge];

    /// <summary>
    /// The column of a key, its rows counted from <see cref="FirstEdge"/>; null where no edge of the type has the property.
    /// </summary>
    public PropertyColumn? FindColumn(string key)
    {
        foreach (var column in Columns)
        {
            if (column.Key == key)
                return column;
        }

        return null;
    }
}
