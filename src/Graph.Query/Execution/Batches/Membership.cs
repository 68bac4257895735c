using System.Collections.Concurrent;
using System.Text;

namespace Graph.Query.Execution;

/// <summary>
/// The items of a list of numbers, strings, nodes, relations and nulls, so that <c>x IN list</c> need not try each of them.
/// </summary>
internal sealed class Membership
{
    private readonly SortedSetOfIntegers integers;
    private readonly double[] fractions;
    private readonly byte[][] strings;
    private readonly SortedSetOfIntegers nodes;
    private readonly SortedSetOfIntegers edges;
    private readonly bool hasNull;
    private readonly bool isEmpty;
    private readonly ConcurrentDictionary<StringDictionary, bool[]> idsByDictionary = new();

    private Membership(ListValue list)
    {
        isEmpty = list.Count == 0;
        hasNull = list.Any(item => item.IsNull);
        integers = new SortedSetOfIntegers(list.Select(ToInteger).OfType<long>());
        fractions = [.. list.Where(item => item.IsFloat && ToInteger(item) is null).Select(item => item.AsFloat()).Order()];
        strings = [.. list.Where(item => item.Kind == ValueKind.String).Select(item => Encoding.UTF8.GetBytes(item.AsString()))];
        nodes = new SortedSetOfIntegers(list.Where(item => item.IsNode).Select(item => (long)item.AsNode()));
        edges = new SortedSetOfIntegers(list.Where(item => item.IsEdge).Select(item => (long)item.AsEdge()));
        Array.Sort(strings, static (left, right) => left.AsSpan().SequenceCompareTo(right));
    }

    /// <summary>Null where an item is of another kind.</summary>
    public static Membership? TryCreate(ListValue list) => list.All(CanTest) ? new Membership(list) : null;

    /// <summary>The answer for a value that is none of the items.</summary>
    public Truth Absent => hasNull ? Truth.Unknown : Truth.False;

    /// <summary>The answer for null.</summary>
    public Truth Missing => isEmpty ? Truth.False : Truth.Unknown;

    public Truth Test(Value value) => value.Kind switch
    {
        ValueKind.Null => Missing,
        ValueKind.Integer => ToTruth(integers.Contains(value.AsInteger())),
        ValueKind.Float =>
            ToTruth(ToInteger(value) is { } integer
                ? integers.Contains(integer)
                : Array.BinarySearch(fractions, value.AsFloat()) >= 0 && !double.IsNaN(value.AsFloat())),
        ValueKind.Node => ToTruth(nodes.Contains(value.AsNode())),
        ValueKind.Edge => ToTruth(edges.Contains(value.AsEdge())),
        ValueKind.String => ToTruth(Contains(Encoding.UTF8.GetBytes(value.AsString()))),

        // A list or map with a null inside may be equal to anything of its kind only, and none is among the items.
        _ => throw new NotSupportedException($"A {value.Kind} is not tested by its code."),
    };

    public static bool CanTest(Value value) =>
        value.IsNull || value.IsNumber || value.IsNode || value.IsEdge || value.Kind == ValueKind.String;

    /// <summary>Nodes by their ids; -1 stands for null.</summary>
    public void TestNodes(ReadOnlySpan<int> ids, Span<Truth> truths) => Test(nodes, ids, truths);

    /// <summary>Relations by their ids; -1 stands for null.</summary>
    public void TestEdges(ReadOnlySpan<int> ids, Span<Truth> truths) => Test(edges, ids, truths);

    public Truth Test(long integer) => ToTruth(integers.Contains(integer));

    public Truth Test(ReadOnlySpan<byte> utf8) => ToTruth(Contains(utf8));

    /// <summary>For each id of a dictionary, whether its string is an item.</summary>
    public bool[] FindIds(StringDictionary dictionary) => idsByDictionary.GetOrAdd(dictionary, CreateIds);

    private bool[] CreateIds(StringDictionary dictionary)
    {
        var isItem = new bool[dictionary.Count];
        foreach (var item in strings)
        {
            var id = dictionary.FindId(item);
            if (id >= 0)
                isItem[id] = true;
        }

        return isItem;
    }

    private void Test(SortedSetOfIntegers items, ReadOnlySpan<int> ids, Span<Truth> truths)
    {
        for (var row = 0; row < truths.Length; row++)
            truths[row] = ids[row] < 0 ? Missing : ToTruth(items.Contains(ids[row]));
    }

    private Truth ToTruth(bool isItem) => isItem ? Truth.True : Absent;

    private bool Contains(ReadOnlySpan<byte> utf8)
    {
        var (low, high) = (0, strings.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var order = strings[middle].AsSpan().SequenceCompareTo(utf8);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return false;
    }

    private static long? ToInteger(Value value) =>
        value.IsInteger ? value.AsInteger() : value.IsFloat && NumberOrder.TryGetInteger(value.AsFloat(), out var integer) ? integer : null;
}

/// <summary>Integers as bits where they lie close together, else in order.</summary>
internal sealed class SortedSetOfIntegers
{
    private const int BitsAnInteger = 64;

    private readonly long[] sorted;
    private readonly ulong[] bits = [];

    public SortedSetOfIntegers(IEnumerable<long> integers)
    {
        sorted = [.. integers.Distinct().Order()];
        if (sorted.Length == 0 || (Int128)sorted[^1] - sorted[0] > Math.Max(1024, (long)sorted.Length * BitsAnInteger))
            return;

        bits = new ulong[((sorted[^1] - sorted[0]) >> 6) + 1];
        foreach (var integer in sorted)
            bits[(integer - sorted[0]) >> 6] |= 1UL << (int)((integer - sorted[0]) & 63);
    }

    public bool Contains(long integer)
    {
        if (bits.Length == 0)
            return Array.BinarySearch(sorted, integer) >= 0;
        return integer >= sorted[0]
            && integer <= sorted[^1]
            && (bits[(integer - sorted[0]) >> 6] & (1UL << (int)((integer - sorted[0]) & 63))) != 0;
    }
}
