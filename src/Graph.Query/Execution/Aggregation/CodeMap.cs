using System.Numerics;

namespace Graph.Query.Execution;

/// <summary>
/// Pairs of codes to small numbers, by open addressing; where the first codes lie close together and the second ones are small, as ids of
/// a dictionary and numbers do, by place. A number is never negative.
/// </summary>
internal sealed class CodeMap
{
    private const int FewPlaces = 4096;
    private const int PlacesAPair = 8;
    private const int MostShift = 12;

    private readonly CodeTable<NarrowKey> narrow = new();
    private CodeTable<WideKey>? wide;

    // By the first code, with room for so many bits of the second one; each number plus one, so that what was never set is 0.
    private int[] places = [];
    private int shift;
    private int count;

    /// <summary>What the map holds, in bytes.</summary>
    public long Bytes => narrow.Bytes + (wide?.Bytes ?? 0) + (places.Length * 4L);

    public int Count => count;

    public IEnumerable<(long First, long Second, int Number)> Entries =>
        narrow.Entries.Concat(wide?.Entries ?? [])
            .Concat(places.Index().Where(place => place.Item != 0)
                .Select(place => ((long)(place.Index >> shift), (long)(place.Index & ((1 << shift) - 1)), place.Item - 1)));

    /// <summary>The number of a pair, or -1.</summary>
    public int Find(long first, long second)
    {
        var place = GetPlace(first, second);
        if ((ulong)place < (ulong)places.Length && places[place] is var number and not 0)
            return number - 1;
        return IsNarrow(first, second)
            ? narrow.Find(new NarrowKey((uint)first, (uint)second))
            : wide?.Find(new WideKey(first, second)) ?? -1;
    }

    /// <summary>Gives a pair a number, in the place of one that it may have.</summary>
    public void Set(long first, long second, int number)
    {
        var place = GetPlace(first, second);
        if ((ulong)place < (ulong)places.Length && places[place] != 0)
            places[place] = number + 1;
        else if (!TryReplace(first, second, number))
            Add(first, second, number);
    }

    /// <summary>Adds a pair that is not there.</summary>
    public void Add(long first, long second, int number)
    {
        if (!TryPlace(first, second, number))
        {
            if (IsNarrow(first, second))
                narrow.Add(new NarrowKey((uint)first, (uint)second), number);
            else
                (wide ??= new CodeTable<WideKey>()).Add(new WideKey(first, second), number);
        }

        count++;
    }

    private static bool IsNarrow(long first, long second) => (ulong)(first | second) <= uint.MaxValue;

    private bool TryReplace(long first, long second, int number) => IsNarrow(first, second)
        ? narrow.TryReplace(new NarrowKey((uint)first, (uint)second), number)
        : wide?.TryReplace(new WideKey(first, second), number) ?? false;

    /// <summary>Where a pair stands if it has a place; -1 where it cannot have one.</summary>
    private long GetPlace(long first, long second) =>
        (ulong)second < 1UL << shift && (ulong)first <= int.MaxValue ? (first << shift) + second : -1;

    private bool TryPlace(long first, long second, int number)
    {
        if ((ulong)second >= 1UL << shift && !TryWiden(second))
            return false;

        var place = GetPlace(first, second);
        if (place < 0 || place >= MostPlaces)
            return false;

        if (place >= places.Length)
            Array.Resize(ref places, (int)Math.Min(Array.MaxLength, Math.Max(place + 1, places.Length * 2L)));
        places[place] = number + 1;
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
        places = new int[(int)(rows << bits)];
        for (var place = 0; place < old.Length; place++)
            places[(place >> shift << bits) + (place & ((1 << shift) - 1))] = old[place];
        shift = bits;
        return true;
    }
}
