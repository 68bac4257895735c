namespace Graph.Postgres;

/// <summary>Which nodes of what is appended are in the graph already.</summary>
internal sealed class NodeMatch
{
    public const long New = -1;

    private readonly long[] ids;
    private readonly Dictionary<int, string> refusals = [];
    private readonly Dictionary<int, string> keys = [];

    public NodeMatch(int count)
    {
        ids = new long[count];
        Array.Fill(ids, New);
    }

    public bool IsNew(int node) => ids[node] == New;

    public long Get(int node) => ids[node];

    public void Set(int node, long id) => ids[node] = id;

    /// <summary>Why the graph would not be the one of all articles together; null where it would.</summary>
    public string? GetRefusal(int node) => refusals.GetValueOrDefault(node);

    public void Refuse(int node, string reason) => refusals.TryAdd(node, reason);

    /// <summary>The key that a new node gets, where the graph has given its own to another; null for its own.</summary>
    public string? GetKey(int node) => keys.GetValueOrDefault(node);

    public void Rename(int node, string key) => keys[node] = key;

    public IEnumerable<int> Joined => Enumerable.Range(0, ids.Length).Where(node => ids[node] != New);
}
