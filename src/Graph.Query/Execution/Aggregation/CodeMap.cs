namespace Graph.Query.Execution;

/// <summary>
/// Pairs of codes to small numbers, by open addressing; where the second code is 0 and the first ones lie close together, as ids of a
/// dictionary do, by place. A number is never negative.
/// </summary>
internal sealed class CodeMap
{
    private const int Empty = -1;
    private const int FewPlaces = 4096;
    private const int PlacesAPair = 8;
    private Entry[] entries = CreateEntries(64);
    private int[] places = [];
    private int hashed;
    private int count;

    /// <summary>What the map holds, in bytes.</summary>
    public long Bytes => (entries.Length * 24L) + (places.Length * 4L);

    public int Count => count;

    public IEnumerable<(long First, long Second, int Number)> Entries =>
        entries.Where(entry => entry.Number != Empty).Select(entry => (entry.First, entry.Second, entry.Number))
            .Concat(places.Index().Where(place => place.Item != Empty).Select(place => ((long)place.Index, 0L, place.Item)));

    /// <summary>The number of a pair, or -1.</summary>
    public int Find(long first, long second) =>
        IsPlaced(first, second) ? places[first] : entries[FindSlot(first, second)].Number;

    /// <summary>Gives a pair a number, in the place of one that it may have.</summary>
    public void Set(long first, long second, int number)
    {
        if (IsPlaced(first, second))
            places[first] = number;
        else if (FindSlot(first, second) is var slot && entries[slot].Number != Empty)
            entries[slot] = new Entry(first, second, number);
        else
            Add(first, second, number);
    }

    private bool IsPlaced(long first, long second) => second == 0 && (ulong)first < (ulong)places.Length && places[first] != Empty;

    /// <summary>Where a pair is, or else an empty slot.</summary>
    private int FindSlot(long first, long second)
    {
        for (var slot = GetSlot(first, second); ; slot = (slot + 1) & (entries.Length - 1))
        {
            ref readonly var entry = ref entries[slot];
            if (entry.Number == Empty || (entry.First == first && entry.Second == second))
                return slot;
        }
    }

    /// <summary>Adds a pair that is not there.</summary>
    public void Add(long first, long second, int number)
    {
        if (!TryPlace(first, second, number))
        {
            if (++hashed * 2 > entries.Length)
                Grow();
            Insert(new Entry(first, second, number));
        }

        count++;
    }

    private bool TryPlace(long first, long second, int number)
    {
        if (second != 0 || first < 0 || first >= FewPlaces + ((long)PlacesAPair * count))
            return false;

        var before = places.Length;
        if (first >= before)
        {
            Array.Resize(ref places, (int)Math.Min(Array.MaxLength, Math.Max(first + 1, before * 2L)));
            places.AsSpan(before).Fill(Empty);
        }

        places[first] = number;
        return true;
    }

    private void Insert(Entry entry)
    {
        var slot = GetSlot(entry.First, entry.Second);
        while (entries[slot].Number != Empty)
            slot = (slot + 1) & (entries.Length - 1);
        entries[slot] = entry;
    }

    private void Grow()
    {
        var old = entries;
        entries = CreateEntries(old.Length * 2);
        foreach (var entry in old)
        {
            if (entry.Number != Empty)
                Insert(entry);
        }
    }

    private int GetSlot(long first, long second)
    {
        var hash = unchecked(((ulong)first * 0x9E3779B97F4A7C15) ^ ((ulong)second * 0xC2B2AE3D27D4EB4F));
        return (int)((hash ^ (hash >>> 29)) & (ulong)(entries.Length - 1));
    }

    private static Entry[] CreateEntries(int length)
    {
        var entries = new Entry[length];
        Array.Fill(entries, new Entry(0, 0, Empty));
        return entries;
    }

    private readonly record struct Entry(long First, long Second, int Number);
}
