namespace Graph.Query.Execution;

/// <summary>
/// Numbers for pairs, in the order they are added: by a short chain for each first one, and by hash where a chain would grow long.
/// </summary>
/// <remarks>The rows of a node come one after another, so that a chain lies together in memory, where a hash would spread it.</remarks>
internal sealed class PairNumbers
{
    private const int LongestChain = 8;
    private const int None = 0;
    private const int Hashed = -1;

    // The place behind the last entry of each chain, so that 0 is none.
    private int[] ends = [];
    private Entry[] entries = [];
    private int chained;
    private CodeMap? hashed;

    public int Count { get; private set; }

    public long Bytes => (ends.Length * 4L) + (entries.Length * 12L) + (hashed?.Bytes ?? 0);

    /// <summary>The number of a pair, or -1.</summary>
    public int Find(int first, int second) => Find(first, second, out _);

    public int FindOrAdd(int first, int second)
    {
        var found = Find(first, second, out var length);
        if (found >= 0)
            return found;

        GroupArray.Resize(ref ends, first + 1);
        if (length == LongestChain)
            HashChain(first);
        if (ends[first] == Hashed)
            hashed!.Add(first, second, Count);
        else
            Chain(first, second);
        return Count++;
    }

    private int Find(int first, int second, out int length)
    {
        length = 0;
        var end = (uint)first < (uint)ends.Length ? ends[first] : None;
        if (end == Hashed)
            return hashed!.Find(first, second);

        for (; end != None; length++)
        {
            ref readonly var entry = ref entries[end - 1];
            if (entry.Second == second)
                return entry.Number;
            end = entry.Before;
        }

        return -1;
    }

    private void Chain(int first, int second)
    {
        GroupArray.Resize(ref entries, chained + 1);
        entries[chained] = new Entry(second, Count, ends[first]);
        ends[first] = ++chained;
    }

    private void HashChain(int first)
    {
        hashed ??= new CodeMap();
        for (var end = ends[first]; end != None; end = entries[end - 1].Before)
            hashed.Add(first, entries[end - 1].Second, entries[end - 1].Number);
        ends[first] = Hashed;
    }

    /// <param name="Before">The place behind the entry before in the chain.</param>
    private readonly record struct Entry(int Second, int Number, int Before);
}
