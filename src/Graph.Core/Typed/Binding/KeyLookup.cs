using System.Buffers;
using System.ComponentModel;
using System.IO.Hashing;
using System.Numerics;
using System.Text;

namespace Graph.Core;

/// <summary>
/// Finds the nodes of a label by a property of strings; for generated code. The first few searches use what the store has; whoever looks up
/// more gets a hash table, which is made once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyLookup(GraphStore store, LabelNodes nodes, string property)
{
    private const int SearchesWithoutTable = 32;
    private const int LongestOnStack = 256;

    private readonly Lock making = new();
    private Table? table;
    private int searches;

    /// <summary>The node with the lowest id that has the key, or -1.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public int Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        store.RequireOpen();
        if (Volatile.Read(ref table) is { } made)
            return Find(made, key);
        if (Interlocked.Increment(ref searches) > SearchesWithoutTable)
            return Find(MakeTable(), key);
        foreach (var node in store.FindNodes(property, key))
        {
            if (nodes.Contains(node))
                return node;
        }

        return -1;
    }

    /// <summary>The same as a view, or null.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public TNode? Find<TNode>(string key)
        where TNode : struct, INodeView<TNode> => Find(key) is >= 0 and var node ? TNode.At(store, node) : null;

    private static int Find(Table table, string key)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(key.Length);
        if (longest <= LongestOnStack)
        {
            Span<byte> utf8 = stackalloc byte[LongestOnStack];
            return table.Find(utf8[..Encoding.UTF8.GetBytes(key, utf8)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(longest);
        var found = table.Find(rented.AsSpan(0, Encoding.UTF8.GetBytes(key, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return found;
    }

    private Table MakeTable()
    {
        lock (making)
        {
            if (table is null)
                Volatile.Write(ref table, new Table(store, nodes, property));
            return table;
        }
    }

    /// <summary>Open addressing over hashes of the keys; of equal keys the node with the lowest id is met first.</summary>
    private sealed class Table
    {
        private readonly (int Hash, int Node)[] slots;
        private readonly NodeRange[] ranges;
        private readonly StringColumn?[] columns;
        private readonly PropertyColumn?[] others;
        private readonly int[] starts;

        public Table(GraphStore store, LabelNodes nodes, string property)
        {
            ranges = [.. store.NodeRanges.Where(range => range.FindColumn(property) is not null && nodes.Contains(range.Start))];
            columns = [.. ranges.Select(range => range.FindColumn(property) as StringColumn)];
            others = [.. ranges.Select(range => range.FindColumn(property) is var column and not StringColumn ? column : null)];
            starts = [.. ranges.Select(range => range.Start)];
            slots = new (int, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, 2 * ranges.Sum(range => range.Count)))];
            for (var range = 0; range < ranges.Length; range++)
                Fill(range);
        }

        public int Find(ReadOnlySpan<byte> key)
        {
            var hash = Hash(key);
            for (var slot = hash & (slots.Length - 1); slots[slot].Node != 0; slot = (slot + 1) & (slots.Length - 1))
            {
                if (slots[slot].Hash == hash && HasKey(slots[slot].Node - 1, key))
                    return slots[slot].Node - 1;
            }

            return -1;
        }

        private void Fill(int range)
        {
            for (var row = 0; row < ranges[range].Count; row++)
            {
                if (columns[range] is { } strings)
                {
                    if (strings.HasValue(row))
                        Add(Hash(strings.GetUtf8(row)), starts[range] + row);
                }
                else if (others[range]!.GetValue(row) is { Kind: ValueKind.String } text)
                {
                    Add(Hash(Encoding.UTF8.GetBytes(text.AsString())), starts[range] + row);
                }
            }
        }

        private void Add(int hash, int node)
        {
            var slot = hash & (slots.Length - 1);
            while (slots[slot].Node != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = (hash, node + 1);
        }

        private bool HasKey(int node, ReadOnlySpan<byte> key)
        {
            var range = starts.Length == 1 ? 0 : Array.BinarySearch(starts, node);
            range = range >= 0 ? range : ~range - 1;
            var row = node - starts[range];
            return columns[range] is { } strings
                ? strings.GetUtf8(row).SequenceEqual(key)
                : Encoding.UTF8.GetBytes(others[range]!.GetValue(row).AsString()).AsSpan().SequenceEqual(key);
        }

        private static int Hash(ReadOnlySpan<byte> key) => (int)XxHash3.HashToUInt64(key) & int.MaxValue;
    }
}
