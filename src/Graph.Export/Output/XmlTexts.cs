using System.Text;
using System.Xml;

namespace Graph.Export;

/// <summary>XML as every format here writes it: UTF-8 without a mark, indented, LF at line ends.</summary>
internal static class XmlTexts
{
    private const char Replacement = '\uFFFD';

    public static XmlWriter CreateWriter(Stream output) => XmlWriter.Create(
        output,
        new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize
        });

    /// <summary>The text with U+FFFD for what XML has no way to write: control characters, halves of characters.</summary>
    public static string Clean(string text, LossLedger losses)
    {
        if (FindBad(text, 0) < 0)
            return text;

        losses.Count(
            "text with characters that XML cannot hold, shown as U+FFFD", "texts with characters that XML cannot hold, shown as U+FFFD");
        var clean = new StringBuilder(text);
        for (var bad = FindBad(text, 0); bad >= 0; bad = FindBad(text, bad + 1))
            clean[bad] = Replacement;
        return clean.ToString();
    }

    private static int FindBad(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else if (!XmlConvert.IsXmlChar(text[i]))
                return i;
        }

        return -1;
    }
}
