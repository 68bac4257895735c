using System.Buffers.Binary;

namespace Graph.Core;

/// <summary>Reads up to eight decimal digits at once, each in a byte of one word.</summary>
internal static class DigitParser
{
    public const int MaximumLength = sizeof(ulong);

    private const ulong Zeros = 0x3030303030303030;
    private const ulong HighHalves = 0xF0F0F0F0F0F0F0F0;
    private const ulong SixEach = 0x0606060606060606;

    /// <param name="text">One to eight bytes.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        var digits = ReadPadded(text);
        value = 0;

        // The upper half of a digit is 3, and stays 3 when 6 is added.
        if ((digits & HighHalves) != Zeros || ((digits + SixEach) & HighHalves) != Zeros)
            return false;

        // Neighbours are joined to pairs, pairs to fours, fours to the number; the first digit is the lowest byte.
        digits -= Zeros;
        digits = (digits * 10) + (digits >> 8);
        const ulong Pairs = 0x000000FF000000FF;
        value = (long)((((digits & Pairs) * 0x000F424000000064) + (((digits >> 16) & Pairs) * 0x0000271000000001)) >> 32);
        return true;
    }

    /// <summary>The bytes at the end of a word, behind zeros.</summary>
    private static ulong ReadPadded(ReadOnlySpan<byte> text)
    {
        var shift = (MaximumLength - text.Length) * 8;
        var padding = Zeros & ((1UL << shift) - 1);

        // Two reads that overlap where the text is shorter than both together.
        if (text.Length >= sizeof(uint))
            return padding
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text) << shift)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32);
        return padding | ((ulong)text[0] << shift) | ((ulong)text[text.Length / 2] << (shift
            + (text.Length / 2 * 8))) | ((ulong)text[^1] << 56);
    }
}
