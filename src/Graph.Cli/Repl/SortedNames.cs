using System.Buffers;
using System.Text;

namespace Graph.Cli.Repl;

/// <summary>
/// The folded names of the nodes of a range in order, and a tree over them that finds the most mentioned of any part. The names are bytes
/// in one array: hundreds of thousands of strings, made while somebody types, would stop every key for the collector.
/// </summary>
internal sealed class SortedNames
{
    private readonly byte[] text;
    private readonly Range32[] names;
    private readonly int[] nodes;
    private readonly int[] mentions;

    // A complete binary tree: the leaves are the places, each inner element the better of its two children; the root is element 1.
    private readonly int[] tree;

    private SortedNames(byte[] text, Range32[] names, int[] nodes, int[] mentions)
    {
        this.text = text;
        this.names = names;
        this.nodes = nodes;
        this.mentions = mentions;
        tree = new int[2 * names.Length];
        for (var place = 0; place < names.Length; place++)
            tree[names.Length + place] = place;
        for (var element = names.Length - 1; element > 0; element--)
            tree[element] = Better(tree[2 * element], tree[(2 * element) + 1]);
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SortedNames Create(GraphStore store, NodeRange range, CancellationToken cancellation)
    {
        var written = new ArrayBufferWriter<byte>();
        var spans = new List<Range32>(range.Count);
        var rows = new List<int>(range.Count);
        var (name, aliases) = (range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases));
        for (var row = 0; row < range.Count; row++)
        {
            if ((row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            foreach (var folded in ListNames(name, aliases, row))
            {
                spans.Add(new Range32(written.WrittenCount, written.WrittenCount + (int)Encoding.UTF8.GetBytes(folded, written)));
                rows.Add(row);
            }
        }

        var (text, names, nodes) = (written.WrittenSpan.ToArray(), spans.ToArray(), rows.ToArray());
        Array.Sort(names, nodes, Comparer<Range32>.Create((left, right) => Compare(text, left, right)));
        var table = store.FindEdgeTable(StoreNames.MentionType);
        var mentions = new int[nodes.Length];
        for (var place = 0; place < nodes.Length; place++)
        {
            nodes[place] += range.Start;
            mentions[place] = table?.Incoming.View.GetRun(nodes[place]).Count ?? 0;
        }

        return new SortedNames(text, names, nodes, mentions);
    }

    public int GetNode(int place) => nodes[place];

    public int GetMentions(int place) => mentions[place];

    /// <summary>The places of the names that begin with a folded text.</summary>
    public (int Start, int End) FindPrefix(string prefix)
    {
        var sought = Encoding.UTF8.GetBytes(prefix);
        return (CountBefore(sought, isAfterPrefix: false), CountBefore(sought, isAfterPrefix: true));
    }

    /// <summary>
    /// The place of the most mentioned node, of several the one with the least id, from a place up to, not including, another.
    /// </summary>
    public int FindMostMentioned(int start, int end)
    {
        var best = start;
        var (left, right) = (start + names.Length, end + names.Length);
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

    /// <summary>The folded names of a node, each once.</summary>
    private static IEnumerable<string> ListNames(PropertyColumn? name, PropertyColumn? aliases, int row)
    {
        Value[] own = name is null ? [] : [name.GetValue(row)];
        var others = aliases?.GetValue(row) is { Kind: ValueKind.List } list ? list.AsList() : Enumerable.Empty<Value>();
        return own.Concat(others)
            .Where(value => value.Kind == ValueKind.String)
            .Select(value => NameFolding.Fold(value.AsString()))
            .Distinct();
    }

    // One name lies behind the other, so that equal ones keep the order of their nodes.
    private static int Compare(byte[] text, Range32 left, Range32 right)
    {
        var order = text.AsSpan(left.Start, left.Count).SequenceCompareTo(text.AsSpan(right.Start, right.Count));
        return order != 0 ? order : left.Start.CompareTo(right.Start);
    }

    /// <summary>How many names come before a text; or before the first that comes after all names which begin with it.</summary>
    private int CountBefore(ReadOnlySpan<byte> sought, bool isAfterPrefix)
    {
        var (low, high) = (0, names.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            var name = text.AsSpan(names[middle].Start, names[middle].Count);
            if (name.SequenceCompareTo(sought) < 0 || (isAfterPrefix && name.StartsWith(sought)))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Better(int a, int b) => (-mentions[a], nodes[a], a).CompareTo((-mentions[b], nodes[b], b)) <= 0 ? a : b;
}
