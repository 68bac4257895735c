using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>
/// Numbers for values: equal ones have the same, also from columns that hold them in different ways. What equals nothing, as null and
/// NaN, has none.
/// </summary>
/// <remarks>
/// As long as all that is not an integer, node or edge comes with exact codes of one space, as the names of both sides do, the codes are
/// the keys, and no value is made. Values are numbered, once, when something else comes: by the only thread there is while numbers are
/// added, or by one of several that look for them.
/// </remarks>
internal sealed class ValueNumbers
{
    private const long BytesPerCoded = 12;
    private const long BytesPerValue = 36;

    private readonly CodeNumbers integers = new();
    private readonly CodeNumbers nodes = new();
    private readonly CodeNumbers edges = new();
    private readonly CodeNumbers coded = new();
    private readonly List<(long Code, int Number)> codedNumbers = [];
    private readonly Lazy<OtherNumbers> others;
    private Column? decoder;

    // Whether no value was added by itself, which the codes would not find.
    private bool areAllCoded = true;

    public ValueNumbers()
    {
        others = new Lazy<OtherNumbers>(DecodeAll);
    }

    public int Count { get; private set; }

    /// <summary>With what it takes to number the values of all codes, as somebody may need them later.</summary>
    public long Bytes =>
        integers.Bytes + nodes.Bytes + edges.Bytes + coded.Bytes + (codedNumbers.Count * BytesPerCoded)
        + (others.IsValueCreated ? others.Value.Bytes : codedNumbers.Count * BytesPerValue);

    /// <param name="memo">The numbers of the column's own codes as far as they are known: each distinct value is looked up once.</param>
    /// <param name="adds">New values get a number; otherwise they have none, -1.</param>
    public void Read(Column column, CodeMemo memo, bool adds, Span<int> numbers)
    {
        var codes = GC.AllocateUninitializedArray<long>(numbers.Length);
        if (FindElements(column) is { } elements && column.TryGetExactCodes(codes))
            ReadExact(elements, codes, adds, numbers);
        else if (column.TryGetIntegers(codes))
            ReadExact(integers, codes, adds, numbers);
        else if (IsOfSpace(column, adds) && column.TryGetExactCodes(codes))
            ReadCoded(codes, adds, numbers);
        else if (column.TryGetCodes(codes))
            ReadCodes(column, codes, memo.Of(column), adds, numbers);
        else
            ReadValues(column, adds, numbers);
    }

    /// <summary>Whether the exact codes of a column are those that were numbered, or the first.</summary>
    private bool IsOfSpace(Column column, bool adds)
    {
        if (!areAllCoded || !column.HasExactCodes)
            return false;
        if (decoder is null && adds)
            decoder = column;
        return decoder?.CodeSpace == column.CodeSpace;
    }

    private void ReadCoded(long[] codes, bool adds, Span<int> numbers)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] == PropertyReader.NullCode)
            {
                numbers[row] = -1;
                continue;
            }

            var number = coded.Find(codes[row]);
            if (number < 0 && adds)
            {
                coded.Set(codes[row], number = Count++);
                codedNumbers.Add((codes[row], number));
            }

            numbers[row] = number;
        }
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
                memo.Set(codes[row], known);
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
        if (ValueComparer.AreEqual(value, value) != true)
            return -1;
        var number = others.Value.Find(value);
        if (number < 0 && adds)
        {
            others.Value.Add(value, number = Count++);
            areAllCoded = false;
        }

        return number;
    }

    private int FindOrAdd(CodeNumbers exact, long code, bool adds)
    {
        var number = exact.Find(code);
        if (number < 0 && adds)
            exact.Set(code, number = Count++);
        return number;
    }

    private OtherNumbers DecodeAll()
    {
        var numbered = new OtherNumbers();
        foreach (var (code, number) in codedNumbers)
            numbered.Add(decoder!.Decode(code), number);
        return numbered;
    }

    /// <summary>Values by themselves, each added once.</summary>
    private sealed class OtherNumbers
    {
        private readonly GroupTable table = new(1);
        private readonly List<int> numbers = [];

        public long Bytes => table.Count * (table.BytesPerGroup + 4);

        public int Find(Value value)
        {
            var found = table.Find([value]);
            return found < 0 ? -1 : numbers[found];
        }

        public void Add(Value value, int number)
        {
            table.FindOrAdd([value]);
            numbers.Add(number);
        }
    }
}
