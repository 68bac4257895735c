using System.Numerics;

namespace Graph.Core;

/// <summary>Gives equal byte strings the same id, counted from 0 in order of first occurrence, and keeps them one after the other.</summary>
internal sealed class Utf8Interner
{
    private const int FreeSlot = -1;

    private int[] slots = CreateSlots(16);
    private int[] hashes = new int[8];
    private int[] offsets = new int[9];
    private byte[] blob = new byte[64];

    public int Count { get; private set; }

    public ReadOnlyMemory<int> Offsets => offsets.AsMemory(0, Count + 1);

    public ReadOnlyMemory<byte> Blob => blob.AsMemory(0, offsets[Count]);

    public ReadOnlySpan<byte> this[int id] => blob.AsSpan(offsets[id]..offsets[id + 1]);

    public int Intern(ReadOnlySpan<byte> utf8)
    {
        var slot = FindSlot(utf8, out var hash);
        return slots[slot] == FreeSlot ? Append(utf8, hash, slot) : slots[slot];
    }

    /// <summary>The id of a string, or -1.</summary>
    public int Find(ReadOnlySpan<byte> utf8) => slots[FindSlot(utf8, out _)];

    /// <summary>The slot that holds the string, or the free one where it belongs.</summary>
    private int FindSlot(ReadOnlySpan<byte> utf8, out int hash)
    {
        hash = StableHash.Start(0).Add(utf8).Value;
        var mask = slots.Length - 1;
        var slot = hash & mask;
        while (slots[slot] is var id && id != FreeSlot && (hashes[id] != hash || !this[id].SequenceEqual(utf8)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private int Append(ReadOnlySpan<byte> utf8, int hash, int slot)
    {
        var id = Count;
        Reserve(utf8.Length);
        utf8.CopyTo(blob.AsSpan(offsets[id]));
        offsets[id + 1] = offsets[id] + utf8.Length;
        hashes[id] = hash;
        slots[slot] = id;
        Count++;
        if (Count * 2 > slots.Length)
            Rehash();
        return id;
    }

    private void Reserve(int length)
    {
        if (Count == hashes.Length)
        {
            Array.Resize(ref hashes, Count * 2);
            Array.Resize(ref offsets, Count * 2 + 1);
        }

        var needed = (long)offsets[Count] + length;
        if (needed > Array.MaxLength)
            throw new InvalidOperationException("The strings of one column are longer than 2 GB together.");
        if (needed > blob.Length)
            Array.Resize(ref blob, (int)Math.Min(Math.Max(needed, blob.Length * 2L), Array.MaxLength));
    }

    private void Rehash()
    {
        slots = CreateSlots((int)BitOperations.RoundUpToPowerOf2((uint)Count * 4));
        var mask = slots.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var slot = hashes[id] & mask;
            while (slots[slot] != FreeSlot)
                slot = (slot + 1) & mask;
            slots[slot] = id;
        }
    }

    private static int[] CreateSlots(int count)
    {
        var slots = new int[count];
        Array.Fill(slots, FreeSlot);
        return slots;
    }
}
