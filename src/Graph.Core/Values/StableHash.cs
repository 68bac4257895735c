using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>
/// A running hash without a seed per process, so that files and results can depend on it. Not safe against crafted input.
/// </summary>
public readonly struct StableHash
{
    // The finishing steps and constants of MurmurHash3 (64 bit), which is in the public domain.
    private const ulong FirstMultiplier = 0xFF51AFD7ED558CCD;
    private const ulong SecondMultiplier = 0xC4CEB9FE1A85EC53;

    private readonly ulong state;

    private StableHash(ulong state) => this.state = state;

    public int Value => (int)(state ^ (state >> 32));

    public ulong Value64 => state;

    public static StableHash Start(int seed) => new StableHash(SecondMultiplier).Add(seed);

    public static StableHash Start(ReadOnlySpan<char> text) => Start(0).Add(text);

    public StableHash Add(long value)
    {
        var mixed = (state ^ (ulong)value) * FirstMultiplier;
        mixed = (mixed ^ (mixed >> 33)) * SecondMultiplier;
        return new StableHash(mixed ^ (mixed >> 29));
    }

    /// <summary>Adds text by its UTF-16 units.</summary>
    public StableHash Add(ReadOnlySpan<char> text) => Add(MemoryMarshal.AsBytes(text));

    public StableHash Add(ReadOnlySpan<byte> bytes)
    {
        var hash = Add(bytes.Length);
        while (bytes.Length >= sizeof(long))
        {
            hash = hash.Add(System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(bytes));
            bytes = bytes[sizeof(long)..];
        }

        var rest = 0L;
        for (var i = bytes.Length - 1; i >= 0; i--)
            rest = (rest << 8) | bytes[i];
        return bytes.IsEmpty ? hash : hash.Add(rest);
    }
}
