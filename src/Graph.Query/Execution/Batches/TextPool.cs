using System.Text;

namespace Graph.Query.Execution;

/// <summary>Numbers for computed strings, the same exactly where the strings are; the cores of a run share them.</summary>
internal sealed class TextPool(ExecutionState state)
{
    private const int BytesPerText = 32;
    private const int BytesPerBlock = 1 << 16;
    private const int Empty = 0;

    private readonly Lock gate = new();

    // The strings one after another; one that a block has no room for begins the next.
    private readonly List<byte[]> blocks = [];
    private Place[] places = new Place[128];
    private int count;
    private int end;

    // Each number plus one, by hash, with open addressing.
    private int[] slots = new int[256];

    /// <param name="numbers">Of each row's string, <see cref="PropertyReader.NullCode"/> for null.</param>
    public void Number(TextsColumn column, Span<long> numbers)
    {
        var hashes = new ulong[numbers.Length];
        for (var row = 0; row < hashes.Length; row++)
        {
            if (column.TryGetUtf8(row, out var utf8))
                hashes[row] = StableHash.Start(0).Add(utf8).Value64;
        }

        lock (gate)
        {
            for (var row = 0; row < hashes.Length; row++)
                numbers[row] = column.TryGetUtf8(row, out var utf8) ? FindOrAdd(utf8, hashes[row]) : PropertyReader.NullCode;
        }
    }

    public Value Decode(int number)
    {
        lock (gate)
            return Value.FromString(Encoding.UTF8.GetString(Get(places[number])));
    }

    private int FindOrAdd(ReadOnlySpan<byte> utf8, ulong hash)
    {
        var slot = (int)hash & (slots.Length - 1);
        for (; slots[slot] != Empty; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly var place = ref places[slots[slot] - 1];
            if (place.Hash == hash && utf8.SequenceEqual(Get(place)))
                return slots[slot] - 1;
        }

        Add(utf8, hash);
        slots[slot] = count;
        if (count * 2 > slots.Length)
            Grow();
        return count - 1;
    }

    private void Add(ReadOnlySpan<byte> utf8, ulong hash)
    {
        state.Allocate(BytesPerText + utf8.Length);
        if (blocks.Count == 0 || end + utf8.Length > blocks[^1].Length)
        {
            blocks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(BytesPerBlock, utf8.Length)));
            end = 0;
        }

        utf8.CopyTo(blocks[^1].AsSpan(end));
        if (count == places.Length)
            Array.Resize(ref places, count * 2);
        places[count++] = new Place(hash, blocks.Count - 1, end, utf8.Length);
        end += utf8.Length;
    }

    private ReadOnlySpan<byte> Get(Place place) => blocks[place.Block].AsSpan(place.Start, place.Length);

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < count; number++)
        {
            var slot = (int)places[number].Hash & (slots.Length - 1);
            while (slots[slot] != Empty)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = number + 1;
        }
    }

    private readonly record struct Place(ulong Hash, int Block, int Start, int Length);
}
