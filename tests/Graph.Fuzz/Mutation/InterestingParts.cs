using System.Text;

namespace Graph.Fuzz.Mutation;

/// <summary>What readers stumble over: numbers at limits, bytes that are no text, signs that are more than they look like.</summary>
internal static class InterestingParts
{
    public static readonly ImmutableArray<string> Numbers =
    [
        "0", "-0", "-1", "1", "2", "255", "256", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967296",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "123456789012345678901234567890", "1e9", "1e400", "1e-400",
        "0.1", ".5", "5.", "00", "0x1F", "NaN", "Infinity",
    ];

    public static readonly ImmutableArray<byte[]> Bytes =
    [
        [0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xC0, 0x80],
        [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x1B, (byte)'['], .. new[]
        {
            "\r", "\r\n", "\n\n", "\t", "\u0085", "\u2028", "\u202E", "\u200B", "\u0301", "😀", "é", "漢", "\uFFFF", "İ", "ı", "ß", "\u3164", "\"", "'", "`", "\\", "\\u0000", "\\uD800",
            "&#0;", "&amp;", "&x;", "<!DOCTYPE a [<!ENTITY x \"y\">]>", "<![CDATA[", "]]>", "<!--", "-->", "{", "}", "[", "]", "(", ")",
            "<", ">", "/*", "*/", "//", "#", "---", "*", "&a", "*a", ":", ";", ",", "|", "$", "%", "~", "=", "null", "true", "''", "\"\"",
            "_", "-", "[]", "{}",
        }.Select(Encoding.UTF8.GetBytes),
    ];
}
