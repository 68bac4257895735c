using System.Numerics;

namespace Graph.Postgres;

/// <summary>
/// Which hash partition PostgreSQL puts a bigint into (<c>hashint8extended</c> with its seed for partitions), so that rows can go to the
/// server that holds it without a way over another.
/// </summary>
internal static class PartitionHash
{
    private const ulong Seed = 0x7A5B22367996DCFD;
    private const ulong Combination = 0x49A0F4DD15E5A8E3;

    /// <summary>What the hash begins with for a key of four bytes.</summary>
    private const uint Start = unchecked(0x9E3779B9 + 4 + 3923095);

    public static int GetPart(long value, int parts) => unchecked((int)((Hash(Fold(value)) + Combination) % (ulong)parts));

    /// <summary>A small number hashes as if it had four bytes.</summary>
    private static uint Fold(long value)
    {
        var (low, high) = unchecked(((uint)value, (uint)(value >> 32)));
        return low ^ (value >= 0 ? high : ~high);
    }

    /// <summary>Bob Jenkins' lookup3 over one word, with a seed of 64 bits.</summary>
    private static ulong Hash(uint key)
    {
        unchecked
        {
            var (a, b, c) = (Start + (uint)(Seed >> 32), Start + (uint)Seed, Start);
            Mix(ref a, ref b, ref c);
            a += key;
            Finish(ref a, ref b, ref c);
            return ((ulong)b << 32) | c;
        }
    }

    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        unchecked
        {
            a -= c; a ^= BitOperations.RotateLeft(c, 4); c += b;
            b -= a; b ^= BitOperations.RotateLeft(a, 6); a += c;
            c -= b; c ^= BitOperations.RotateLeft(b, 8); b += a;
            a -= c; a ^= BitOperations.RotateLeft(c, 16); c += b;
            b -= a; b ^= BitOperations.RotateLeft(a, 19); a += c;
            c -= b; c ^= BitOperations.RotateLeft(b, 4); b += a;
        }
    }

    private static void Finish(ref uint a, ref uint b, ref uint c)
    {
        unchecked
        {
            c ^= b; c -= BitOperations.RotateLeft(b, 14);
            a ^= c; a -= BitOperations.RotateLeft(c, 11);
            b ^= a; b -= BitOperations.RotateLeft(a, 25);
            c ^= b; c -= BitOperations.RotateLeft(b, 16);
            a ^= c; a -= BitOperations.RotateLeft(c, 4);
            b ^= a; b -= BitOperations.RotateLeft(a, 14);
            c ^= b; c -= BitOperations.RotateLeft(b, 24);
        }
    }
}
