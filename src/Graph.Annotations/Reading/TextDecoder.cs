using System.Text;

namespace Graph.Annotations;

/// <summary>Bytes to text: UTF-8, or UTF-16 where a byte order mark says so. The mark is not part of the text.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes, out bool isDamaged)
    {
        isDamaged = false;
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            isDamaged = true;
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
