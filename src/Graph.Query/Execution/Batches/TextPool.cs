using System.Text;

namespace Graph.Query.Execution;

/// <summary>Numbers for computed strings, the same exactly where the strings are; the cores of a run share them.</summary>
internal sealed class TextPool(ExecutionState state)
{
    private const int BytesPerText = 48;
    private const int Empty = 0;

    private readonly Lock gate = new();
    private readonly List<(byte[] Text, ulong Hash)> texts = [];

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
            return Value.FromString(Encoding.UTF8.GetString(texts[number].Text));
    }

    private int FindOrAdd(ReadOnlySpan<byte> utf8, ulong hash)
    {
        var slot = (int)hash & (slots.Length - 1);
        for (; slots[slot] != Empty; slot = (slot + 1) & (slots.Length - 1))
        {
            var (text, known) = texts[slots[slot] - 1];
            if (known == hash && utf8.SequenceEqual(text))
                return slots[slot] - 1;
        }

        state.Allocate(BytesPerText + utf8.Length);
        texts.Add((utf8.ToArray(), hash));
        slots[slot] = texts.Count;
        if (texts.Count * 2 > slots.Length)
            Grow();
        return texts.Count - 1;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < texts.Count; number++)
        {
            var slot = (int)texts[number].Hash & (slots.Length - 1);
            while (slots[slot] != Empty)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = number + 1;
        }
    }
}
