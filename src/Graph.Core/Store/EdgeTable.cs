
namespace Graph.Core;

/// <summary>All edges of one relation type. Edge ids run from <see cref="FirstEdge"/> in the order of (source, target, insertion).</summary>
public sealed class EdgeTable(
    string type,
    int firstEdge,
    int count,
    Adjacency outgoing,
    Adjacency incoming,
    ReadOnlyMemory<int> sources,
    ReadOnlyMemory<int> targets,
    ImmutableArray<PropertyColumn> columns,
    EvidenceTable? evidence)
{
    public string Type => type;

    public int FirstEdge => firstEdge;

    public int Count => count;

    public int EndEdge => firstEdge + count;

    public Adjacency Outgoing => outgoing;

    public Adjacency Incoming => incoming;

    public ImmutableArray<PropertyColumn> Columns => columns;

    /// <summary>Article and span by row; null for edges that were not read from articles.</summary>
    public EvidenceTable? Evidence => evidence;

    public int GetSource(int edge) => sources.Span[edge - firstEdge];

    public int GetTarget(int edge) => targets.Span[edge - firstEdge];

    /// <summary>The column of a key, its rows counted from <see cref="FirstEdge"/>; null where no edge of the type has the property.</summary>
    public PropertyColumn? FindColumn(string key)
    {
        foreach (var column in columns)
        {
            if (column.Key == key)
                return column;
        }

        return null;
    }
}
