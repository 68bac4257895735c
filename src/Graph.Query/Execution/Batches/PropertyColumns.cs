namespace Graph.Query.Execution;

/// <summary>
/// A property of the elements of another column, read when it is asked for: a row that nobody reads costs nothing, and its string is
/// never made.
/// </summary>
internal abstract class ElementPropertyColumn(int[] ids, PropertyReader reader, bool isConsecutive) : Column
{
    private int section;

    public override Value this[int row] => ids[row] < 0 ? Value.Null : reader.Read(ids[row], ref section);

    public override object CodeSpace => reader;

    public override int[] HeldIds => ids;

    public override int ValueCount => reader.ValueCount;

    public override void GetValueNumbers(Span<int> numbers) => reader.GetValueNumbers(ids.AsSpan(0, numbers.Length), numbers);

    public override bool AreDays => reader.AreDays;

    public override void GetDays(Span<long> days) => reader.GetDays(ids.AsSpan(0, days.Length), days);

    public override int Compare(int left, int right) => reader.Compare(ids[left], ids[right]);

    public override bool GetOrderCodes(Span<ulong> codes, Action check) =>
        reader.TryGetOrderCodes(ids.AsSpan(0, codes.Length), codes, check) ?? base.GetOrderCodes(codes, check);

    public override bool TryGetCodes(Span<long> codes)
    {
        if (!reader.IsCoded)
            return false;
        reader.GetCodes(ids.AsSpan(0, codes.Length), codes);
        return true;
    }

    public override bool HasExactCodes => reader.HasExactCodes;

    public override bool TryGetExactCodes(Span<long> codes) => reader.TryGetExactCodes(ids.AsSpan(0, codes.Length), codes);

    public override NumberForm NumberForm => reader.NumberForm;

    public override bool AreTexts => reader.AreStrings;

    public override bool TryGetUtf8(int row, out ReadOnlySpan<byte> utf8) => reader.TryGetUtf8(ids[row], ref section, out utf8);

    public override bool TryTestText(TextTest test, Span<Truth> truths) => reader.TryTestText(ids.AsSpan(0, truths.Length), test, truths);

    public override bool TryGetSizes(Span<long> sizes) => reader.TryGetTextSizes(ids.AsSpan(0, sizes.Length), sizes);

    public override bool TryGetIntegers(Span<long> integers)
    {
        if (!reader.HasIntegerCodes)
            return false;
        reader.GetIntegers(ids.AsSpan(0, integers.Length), integers);
        return true;
    }

    public override bool TryGetNumbers(Span<double> numbers, Span<bool> isPresent) =>
        reader.TryGetNumbers(ids.AsSpan(0, numbers.Length), numbers, isPresent);

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : reader.Decode(code);

    public PropertyReader Reader => reader;

    public override bool TryCompare(CodeComparison comparison, Span<Truth> truths) =>
        reader.TryCompare(ids.AsSpan(0, truths.Length), isConsecutive, comparison, truths);

    public override bool TryTestMembership(Membership membership, Span<Truth> truths) =>
        reader.TryTestMembership(ids.AsSpan(0, truths.Length), membership, truths);

    public override void FindPresent(Span<bool> isPresent) => reader.FindPresent(ids.AsSpan(0, isPresent.Length), isPresent);
}

internal sealed class NodePropertyColumn(NodeColumn nodes, PropertyReader reader)
    : ElementPropertyColumn(nodes.Ids, reader, nodes.IsConsecutive)
{
    public override Column CodeSource => Reader.IsCoded ? this : nodes;

    public override bool CanHold(Column other) => other is NodePropertyColumn column && column.Reader == Reader;

    public override Column Hold(int[] ids) => new NodePropertyColumn(new NodeColumn(ids), Reader);

    public override Column Gather(ReadOnlySpan<int> rows) => new NodePropertyColumn((NodeColumn)nodes.Gather(rows), Reader);
}

internal sealed class EdgePropertyColumn(EdgeColumn edges, PropertyReader reader)
    : ElementPropertyColumn(edges.Ids, reader, isConsecutive: false)
{
    public override Column CodeSource => Reader.IsCoded ? this : edges;

    public override bool CanHold(Column other) => other is EdgePropertyColumn column && column.Reader == Reader;

    public override Column Hold(int[] ids) => new EdgePropertyColumn(new EdgeColumn(ids), Reader);

    public override Column Gather(ReadOnlySpan<int> rows) => new EdgePropertyColumn((EdgeColumn)edges.Gather(rows), Reader);
}
