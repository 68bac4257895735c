using System.Numerics;

namespace Graph.Core;

/// <summary>
/// Gives equal byte strings the same id, counted from 0 in order of first occurrence, and keeps them one after the other.
/// </summary>
internal sealed class Utf8Interner
{
    // A slot holds the hash above the id plus one, so that most strings that differ are told apart, and all are moved, without another
    // look.
    private const ulong FreeSlot = 0;

    private ulong[] slots;
    private int[] offsets;
    private byte[] blob;

    public Utf8Interner()
        : this(8, 64)
    {
    }

    /// <param name="count">How many strings there is room for at once.</param>
    /// <param name="length">How many bytes they have together.</param>
    public Utf8Interner(int count, long length)
    {
        slots = CreateSlots(count);
        offsets = new int[count + 1];
        blob = new byte[Math.Min(length, Array.MaxLength)];
    }

    public int Count { get; private set; }

    public ReadOnlyMemory<int> Offsets => offsets.AsMemory(0, Count + 1);

    public ReadOnlyMemory<byte> Blob => blob.AsMemory(0, offsets[Count]);

    public ReadOnlySpan<byte> this[int id] => blob.AsSpan(offsets[id]..offsets[id + 1]);

    public int Intern(ReadOnlySpan<byte> utf8)
    {
        var slot = FindSlot(utf8, out var hash);
        return slots[slot] == FreeSlot ? Append(utf8, hash, slot) : GetId(slots[slot]);
    }

    /// <summary>The id of a string, or -1.</summary>
    public int Find(ReadOnlySpan<byte> utf8) => GetId(slots[FindSlot(utf8, out _)]);

    /// <summary>
    /// The offsets and the bytes without room for more, copied only where there is some. Nothing can be added from then on.
    /// </summary>
    public (int[] Offsets, byte[] Blob) Detach()
    {
        Array.Resize(ref offsets, Count + 1);
        Array.Resize(ref blob, offsets[Count]);
        slots = [];
        return (offsets, blob);
    }

    /// <summary>The slot that holds the string, or the free one where it belongs.</summary>
    private int FindSlot(ReadOnlySpan<byte> utf8, out uint hash)
    {
        hash = (uint)StableHash.Start(0).Add(utf8).Value;
        var mask = slots.Length - 1;
        var slot = (int)hash & mask;
        while (slots[slot] is var entry && entry != FreeSlot && ((uint)(entry >> 32) != hash || !this[GetId(entry)].SequenceEqual(utf8)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private static int GetId(ulong slot) => (int)(uint)slot - 1;

    private int Append(ReadOnlySpan<byte> utf8, uint hash, int slot)
    {
        var id = Count;
        Reserve(utf8.Length);
        utf8.CopyTo(blob.AsSpan(offsets[id]));
        offsets[id + 1] = offsets[id] + utf8.Length;
        slots[slot] = ((ulong)hash << 32) | (uint)(id + 1);
        Count++;
        if (Count * 2L > slots.Length)
            Rehash();
        return id;
    }

    private void Reserve(int length)
    {
        if (Count + 1 == offsets.Length)
            Array.Resize(ref offsets, Count * 2 + 1);

        var needed = (long)offsets[Count] + length;
        if (needed > Array.MaxLength)
            throw new InvalidOperationException("The strings of one column are longer than 2 GB together.");
        if (needed > blob.Length)
            Array.Resize(ref blob, (int)Math.Min(Math.Max(needed, blob.Length * 2L), Array.MaxLength));
    }

    private void Rehash()
    {
        var old = slots;
        slots = CreateSlots(Count * 2);
        var mask = slots.Length - 1;
        foreach (var entry in old)
        {
            if (entry == FreeSlot)
                continue;
            var slot = (int)(entry >> 32) & mask;
            while (slots[slot] != FreeSlot)
                slot = (slot + 1) & mask;
            slots[slot] = entry;
        }
    }

    // At most half of the slots are taken.
    private static ulong[] CreateSlots(int count) => new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(count, 1) * 2)];
}
