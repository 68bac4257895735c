using System.Text;

namespace Graph.Annotations;

/// <summary>
/// Recognizes Cyrillic and Greek in single bytes, whose letters are no ASCII: nearly all words with bytes beyond it have nothing else, and
/// behind the first letter nearly all are small ones, which lie together. Words of other languages of Europe have ASCII letters among
/// them, and pairs of bytes of East Asia lie everywhere.
/// </summary>
internal static class CyrillicBytes
{
    private const byte FirstLetter = 0xC0;
    private const byte SecondRow = 0xE0;
    private const int FewestLetters = 6;
    private const double Share = 0.8;

    /// <summary>The name of the encoding; null where the bytes are of none of these.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var (letters, others, first, second, accents) = (0, 0, 0, 0, 0);
        var (whole, mixed) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var word = bytes[..GetWordLength(bytes)];
            bytes = bytes[Math.Max(word.Length, 1)..];
            var beyond = word.Length - CountAscii(word);
            if (beyond == 0)
                continue;
            // A single letter is a word in many languages.
            if (beyond < word.Length)
                mixed++;
            else if (word.Length > 1)
                whole++;
            for (var i = 0; i < word.Length; i++)
            {
                if (word[i] >= FirstLetter)
                    letters++;
                else if (word[i] >= 0x80)
                    others++;
                if (i == 0)
                    continue;
                var isAmongSmall = word[i - 1] >= SecondRow || (i + 1 < word.Length && word[i + 1] >= SecondRow);
                if (isAmongSmall && word[i] is >= 0xDC and <= 0xDF)
                    accents++;
                else if (word[i] >= SecondRow)
                    second++;
                else if (word[i] >= FirstLetter)
                    first++;
            }
        }

        if (letters < FewestLetters || letters < (letters + others) * Share || whole < (whole + mixed) * Share)
            return null;
        // Small letters have the second row in Windows-1251 and the first one in KOI8-R; vowels of Greek have accents.
        return first >= (first + second + accents) * Share ? "koi8-r"
            : second + accents < (first + second + accents) * Share ? null
            : accents * 40 > letters ? "windows-1253" : "windows-1251";
    }

    private static int GetWordLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && (bytes[length] >= 0x80 || char.IsAsciiLetter((char)bytes[length])))
            length++;
        return length;
    }

    private static int CountAscii(ReadOnlySpan<byte> word)
    {
        var count = 0;
        foreach (var value in word)
            count += value < 0x80 ? 1 : 0;
        return count;
    }

    public static string Decode(ReadOnlySpan<byte> bytes, string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetString(bytes);
}
