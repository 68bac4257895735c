using System.Text;

namespace Graph.Annotations;

/// <summary>
/// Recognizes Chinese, Korean and Japanese that is written in pairs of bytes, as corpora of the nineties are: all bytes beyond ASCII come
/// in pairs that the encoding has, and nearly all pairs have both of their bytes above A0. Letters of Europe and Cyrillic ones do not: a
/// word of theirs has an odd number of these sooner or later.
/// </summary>
internal static class EastAsianBytes
{
    private const int FewestPairs = 2;
    private const double Share = 0.9;

    /// <summary>Null where the bytes are none of these.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var (pairs, usual, signs, kana, hangul) = (0, 0, 0, 0, 0);
        var end = bytes.Length;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            // What is looked at of a file may end within a pair.
            if (i + 1 == bytes.Length)
            {
                end = i;
                break;
            }

            pairs++;
            usual += bytes[i] is >= 0xA1 and <= 0xFE && bytes[i + 1] is >= 0xA1 and <= 0xFE ? 1 : 0;
            signs += bytes[i] < 0xB0 ? 1 : 0;
            kana += bytes[i] is 0xA4 or 0xA5 ? 1 : 0;
            hangul += bytes[i] is >= 0xB0 and <= 0xC8 ? 1 : 0;
            i++;
        }

        if (pairs < FewestPairs || usual < pairs * Share || signs == pairs)
            return null;
        var name = kana * 5 > pairs ? "euc-jp" : hangul >= (pairs - signs) * Share && pairs - signs >= 20 ? "ks_c_5601-1987" : "GB18030";
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
                name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding is null ? null : encoding.GetString(bytes[..end]) + (end < bytes.Length ? "\uFFFD" : "");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
