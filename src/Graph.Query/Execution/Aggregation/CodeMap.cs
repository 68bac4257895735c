using System.Numerics;

namespace Graph.Query.Execution;

/// <summary>
/// Pairs of codes to small numbers, by open addressing; where the first codes lie close together and the second ones are small, as ids of
/// a dictionary and numbers do, by place. A number is never negative.
/// </summary>
internal sealed class CodeMap
{
    private const int Empty = -1;
    private const int FewPlaces = 4096;
    private const int PlacesAPair = 8;
    private const int MostShift = 12;

    private Entry[] entries = CreateEntries(64);

    // By the first code, with room for so many bits of the second one.
    private int[] places = [];
    private int shift;
    private int hashed;
    private int count;

    /// <summary>What the map holds, in bytes.</summary>
    public long Bytes => (entries.Length * 24L) + (places.Length * 4L);

    public int Count => count;

    public IEnumerable<(long First, long Second, int Number)> Entries =>
        entries.Where(entry => entry.Number != Empty).Select(entry => (entry.First, entry.Second, entry.Number))
            .Concat(places.Index().Where(place => place.Item != Empty)
                .Select(place => ((long)(place.Index >> shift), (long)(place.Index & ((1 << shift) - 1)), place.Item)));

    /// <summary>The number of a pair, or -1.</summary>
    public int Find(long first, long second)
    {
        var place = GetPlace(first, second);
        return (ulong)place < (ulong)places.Length && places[place] is var number and not Empty
            ? number
            : entries[FindSlot(first, second)].Number;
    }

    /// <summary>Gives a pair a number, in the place of one that it may have.</summary>
    public void Set(long first, long second, int number)
    {
        var place = GetPlace(first, second);
        if ((ulong)place < (ulong)places.Length && places[place] != Empty)
            places[place] = number;
        else if (FindSlot(first, second) is var slot && entries[slot].Number != Empty)
            entries[slot] = new Entry(first, second, number);
        else
            Add(first, second, number);
    }

    /// <summary>Where a pair stands if it has a place; -1 where it cannot have one.</summary>
    private long GetPlace(long first, long second) =>
        (ulong)second < 1UL << shift && (ulong)first <= int.MaxValue ? (first << shift) + second : -1;

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
        if ((ulong)second >= 1UL << shift && !TryWiden(second))
            return false;

        var place = GetPlace(first, second);
        if (place < 0 || place >= MostPlaces)
            return false;

        if (place >= places.Length)
            ResizePlaces((int)Math.Min(Array.MaxLength, Math.Max(place + 1, places.Length * 2L)));
        places[place] = number;
        return true;
    }

    /// <summary>So many that a pair costs no more than in a table.</summary>
    private long MostPlaces => FewPlaces + ((long)PlacesAPair * count);

    /// <summary>Makes room for larger second codes, where few places would stay empty.</summary>
    private bool TryWiden(long second)
    {
        var bits = 64 - BitOperations.LeadingZeroCount((ulong)second);
        var rows = (places.Length + (1L << shift) - 1) >> shift;
        if (bits > MostShift || rows << bits > MostPlaces)
            return false;

        var old = places;
        places = [];
        ResizePlaces((int)(rows << bits));
        for (var place = 0; place < old.Length; place++)
            places[(place >> shift << bits) + (place & ((1 << shift) - 1))] = old[place];
        shift = bits;
        return true;
    }

    private void ResizePlaces(int length)
    {
        var before = places.Length;
        Array.Resize(ref places, length);
        places.AsSpan(before).Fill(Empty);
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
