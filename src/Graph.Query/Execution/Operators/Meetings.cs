namespace Graph.Query.Execution;

/// <summary>Pairs of edges that meet, for the rows they belong to.</summary>
internal sealed class Meetings
{
    public List<int> Rows { get; } = [];

    public List<int> Nodes { get; } = [];

    public List<int> FirstEdges { get; } = [];

    public List<int> SecondEdges { get; } = [];

    public int Count => Rows.Count;

    public void Clear()
    {
        Rows.Clear();
        Nodes.Clear();
        FirstEdges.Clear();
        SecondEdges.Clear();
    }

    public void Add(int row, int node, int firstEdge, int secondEdge)
    {
        Rows.Add(row);
        Nodes.Add(node);
        FirstEdges.Add(firstEdge);
        SecondEdges.Add(secondEdge);
    }

    /// <summary>A node as often as edges meet in it, where nobody reads the edges.</summary>
    public void Add(int row, int node, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Rows.Add(row);
            Nodes.Add(node);
        }
    }
}
