namespace Graph.Cli.Repl;

/// <summary>The folded names of the nodes of a range in order, and a tree over them that finds the most mentioned of any part.</summary>
internal sealed class SortedNames
{
    private readonly string[] folded;
    private readonly int[] nodes;
    private readonly int[] mentions;

    // A complete binary tree: the leaves are the places, each inner element the better of its two children; the root is element 1.
    private readonly int[] tree;

    private SortedNames(string[] folded, int[] nodes, int[] mentions)
    {
        this.folded = folded;
        this.nodes = nodes;
        this.mentions = mentions;
        tree = new int[2 * folded.Length];
        for (var place = 0; place < folded.Length; place++)
            tree[folded.Length + place] = place;
        for (var element = folded.Length - 1; element > 0; element--)
            tree[element] = Better(tree[2 * element], tree[(2 * element) + 1]);
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SortedNames Create(GraphStore store, NodeRange range, CancellationToken cancellation)
    {
        var names = new List<string>(range.Count);
        var rows = new List<int>(range.Count);
        var (name, aliases) = (range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases));
        for (var row = 0; row < range.Count; row++)
        {
            if ((row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            AddNames(name, aliases, row, names, rows);
        }

        var (folded, nodes) = (names.ToArray(), rows.ToArray());
        Array.Sort(folded, nodes, StringComparer.Ordinal);
        var table = store.FindEdgeTable(StoreNames.MentionType);
        var mentions = new int[nodes.Length];
        for (var place = 0; place < nodes.Length; place++)
        {
            nodes[place] += range.Start;
            mentions[place] = table?.Incoming.View.GetRun(nodes[place]).Count ?? 0;
        }

        return new SortedNames(folded, nodes, mentions);
    }

    public int GetNode(int place) => nodes[place];

    public int GetMentions(int place) => mentions[place];

    /// <summary>The places of the names that begin with a folded text.</summary>
    public (int Start, int End) FindPrefix(string prefix) => (
        CountWhile(name => string.CompareOrdinal(name, prefix) < 0),
        CountWhile(name => string.CompareOrdinal(name, prefix) < 0 || name.StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>
    /// The place of the most mentioned node, of several the one with the least id, from a place up to, not including, another.
    /// </summary>
    public int FindMostMentioned(int start, int end)
    {
        var best = start;
        var (left, right) = (start + folded.Length, end + folded.Length);
        while (left < right)
        {
            if ((left & 1) == 1)
                best = Better(best, tree[left++]);
            if ((right & 1) == 1)
                best = Better(best, tree[--right]);
            (left, right) = (left / 2, right / 2);
        }

        return best;
    }

    private static void AddNames(PropertyColumn? name, PropertyColumn? aliases, int row, List<string> names, List<int> rows)
    {
        var first = names.Count;
        if (name?.GetValue(row) is { Kind: ValueKind.String } own)
            Add(own);
        if (aliases?.GetValue(row) is not { Kind: ValueKind.List } list)
            return;
        foreach (var alias in list.AsList().Where(alias => alias.Kind == ValueKind.String))
            Add(alias);

        void Add(Value value)
        {
            var folded = NameFolding.Fold(value.AsString());
            if (names.IndexOf(folded, first) >= 0)
                return;
            names.Add(folded);
            rows.Add(row);
        }
    }

    private int CountWhile(Func<string, bool> isBefore)
    {
        var (low, high) = (0, folded.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (isBefore(folded[middle]))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Better(int a, int b) => (-mentions[a], nodes[a], a).CompareTo((-mentions[b], nodes[b], b)) <= 0 ? a : b;
}
