using System.Text;

namespace Graph.Annotations;

/// <summary>How far the bytes of a file were what its text needs.</summary>
internal enum TextCondition
{
    Sound,

    /// <summary>No UTF-8, and read as single bytes because nothing says otherwise.</summary>
    Guessed,

    /// <summary>No UTF-8, and read as the pairs of bytes of an encoding of East Asia.</summary>
    GuessedPairs,

    /// <summary>No UTF-8, and read as single bytes that are all letters of Cyrillic or Greek.</summary>
    GuessedLetters,

    /// <summary>Some bytes are read as U+FFFD.</summary>
    Damaged,
}

/// <summary>
/// Bytes to text: UTF-8, or UTF-16 where a byte order mark says so; the mark is not part of the text. What is no UTF-8 at all is
/// Windows-1251, KOI8-R or Windows-1253 where its words have other letters alone, GB 18030, EUC-KR or EUC-JP where its bytes come in
/// their pairs, else Windows-1252, which holds ISO 8859-1.
/// </summary>
internal static class TextDecoder
{
    private const string XmlDeclaration = "<?xml";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly string[] SingleByteNames = ["ISO-8859-1", "WINDOWS-1252", "LATIN1"];

    // What Windows-1252 has where ISO 8859-1 has the controls 80 to 9F; what it leaves open stays as it is.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static string Decode(ReadOnlySpan<byte> bytes, out TextCondition condition)
    {
        condition = TextCondition.Sound;
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        var hasMark = bytes is [0xEF, 0xBB, 0xBF, ..];
        if (hasMark)
            bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return DecodeOther(bytes, hasMark, out condition);
        }
    }

    private static string DecodeOther(ReadOnlySpan<byte> bytes, bool hasMark, out TextCondition condition)
    {
        var (whole, broken) = hasMark ? (1, 0) : CountSequences(bytes);
        if (broken > whole && !DeclaresSingleBytes(bytes) && CyrillicBytes.Find(bytes) is { } name)
        {
            condition = TextCondition.GuessedLetters;
            return CyrillicBytes.Decode(bytes, name);
        }

        if (broken > whole && !DeclaresSingleBytes(bytes) && EastAsianBytes.Decode(bytes) is { } pairs)
        {
            condition = TextCondition.GuessedPairs;
            return pairs;
        }

        if (whole > 0)
        {
            condition = TextCondition.Damaged;
            return Encoding.UTF8.GetString(bytes);
        }

        condition = DeclaresSingleBytes(bytes) ? TextCondition.Sound : TextCondition.Guessed;
        return string.Create(bytes.Length, bytes, (text, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                text[i] = source[i] is >= 0x80 and <= 0x9F ? Windows1252[source[i] - 0x80] : (char)source[i];
        });
    }

    /// <summary>How many characters beyond ASCII are written as UTF-8 has them, and how many bytes are no part of one.</summary>
    private static (int Whole, int Broken) CountSequences(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            if (!isWhole)
                broken++;
            else if (length > 1)
                whole++;
            bytes = bytes[length..];
        }

        return (whole, broken);
    }

    private static bool DeclaresSingleBytes(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var end = start.IndexOf("?>", StringComparison.Ordinal);
        return start.StartsWith(XmlDeclaration, StringComparison.Ordinal) && end > 0
            && SingleByteNames.Any(name => start.AsSpan(0, end).Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
