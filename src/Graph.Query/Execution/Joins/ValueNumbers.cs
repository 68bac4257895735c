using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>
/// Numbers for values: equal ones have the same, also from columns that hold them in different ways. What equals nothing, as null and
/// NaN, has none.
/// </summary>
internal sealed class ValueNumbers
{
    private readonly CodeNumbers integers = new();
    private readonly CodeNumbers nodes = new();
    private readonly CodeNumbers edges = new();
    private readonly GroupTable others = new(1);
    private readonly List<int> otherNumbers = [];

    public int Count { get; private set; }

    public long Bytes => integers.Bytes + nodes.Bytes + edges.Bytes + (others.Count * (others.BytesPerGroup + 4));

    /// <param name="memo">The numbers of the column's own codes as far as they are known: each distinct value is looked up once.</param>
    /// <param name="adds">New values get a number; otherwise they have none, -1.</param>
    public void Read(Column column, CodeMemo memo, bool adds, Span<int> numbers)
    {
        var codes = GC.AllocateUninitializedArray<long>(numbers.Length);
        if (FindElements(column) is { } elements && column.TryGetExactCodes(codes))
            ReadExact(elements, codes, adds, numbers);
        else if (column.TryGetIntegers(codes))
            ReadExact(integers, codes, adds, numbers);
        else if (column.TryGetCodes(codes))
            ReadCodes(column, codes, memo.Of(column), adds, numbers);
        else
            ReadValues(column, adds, numbers);
    }

    private CodeNumbers? FindElements(Column column) => column switch
    {
        NodeColumn => nodes,
        EdgeColumn => edges,
        _ => null,
    };

    private void ReadExact(CodeNumbers exact, long[] codes, bool adds, Span<int> numbers)
    {
        for (var row = 0; row < codes.Length; row++)
            numbers[row] = codes[row] == PropertyReader.NullCode ? -1 : FindOrAdd(exact, codes[row], adds);
    }

    private void ReadCodes(Column column, long[] codes, CodeNumbers memo, bool adds, Span<int> numbers)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] == PropertyReader.NullCode)
            {
                numbers[row] = -1;
                continue;
            }

            // A value without a number is remembered too, as 0.
            var known = memo.Find(codes[row]);
            if (known < 0)
            {
                known = FindOrAdd(column[row], adds) + 1;
                memo.Add(codes[row], known);
            }

            numbers[row] = known - 1;
        }
    }

    private void ReadValues(Column column, bool adds, Span<int> numbers)
    {
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = FindOrAdd(column[row], adds);
    }

    /// <summary>The number of one value, or -1.</summary>
    public int FindOrAdd(Value value, bool adds)
    {
        if (value.IsNode)
            return FindOrAdd(nodes, value.AsNode(), adds);
        if (value.IsEdge)
            return FindOrAdd(edges, value.AsEdge(), adds);
        if (ValueIndex.ToInteger(value) is { } integer)
            return FindOrAdd(integers, integer, adds);

        // Also a list with null inside equals nothing for certain.
        return ValueComparer.AreEqual(value, value) == true ? FindOrAddOther(value, adds) : -1;
    }

    private int FindOrAdd(CodeNumbers exact, long code, bool adds)
    {
        var number = exact.Find(code);
        if (number < 0 && adds)
            exact.Add(code, number = Count++);
        return number;
    }

    private int FindOrAddOther(Value value, bool adds)
    {
        if (!adds)
        {
            var found = others.Find([value]);
            return found < 0 ? -1 : otherNumbers[found];
        }

        var group = others.FindOrAdd([value]);
        if (group == otherNumbers.Count)
            otherNumbers.Add(Count++);
        return otherNumbers[group];
    }
}
