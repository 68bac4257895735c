namespace Graph.Query.Execution;

/// <summary>Any pairs in any order, until there are so many that a bit for each code and group takes less.</summary>
/// <param name="nextLook">How many pairs there are when it is looked for that; again each time that they are twice as many, so that moving
/// to and fro costs no more than hashing.</param>
internal sealed class HashedPairs(int nextLook) : PairForm
{
    private readonly CodeMap table = new();
    private int nextLook = nextLook;
    private int groupCount;
    private long smallest = long.MaxValue;
    private long largest = long.MinValue;
    private GroupedBits? bits;

    public override long Bytes => table.Bytes;

    public override IEnumerable<(long Code, int Group)> Pairs => table.Entries.Select(entry => (entry.First, (int)entry.Second));

    public override bool TryAdd(long code, int group, out bool isNew)
    {
        isNew = table.Find(code, group) < 0;
        if (!isNew)
            return true;
        if (table.Count == nextLook && AreBitsSmaller())
            return false;

        table.Add(code, group, 0);
        groupCount = Math.Max(groupCount, group + 1);
        (smallest, largest) = (Math.Min(smallest, code), Math.Max(largest, code));
        return true;
    }

    public override PairForm CreateNext() => bits ?? throw new InvalidOperationException("Any pair can be hashed.");

    private bool AreBitsSmaller()
    {
        nextLook *= 2;
        bits = GroupedBits.TryCreate(smallest, largest, groupCount, table.Count);
        return bits is not null;
    }
}
