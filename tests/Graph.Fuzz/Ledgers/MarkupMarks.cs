using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Graph.Fuzz.Ledgers;

/// <summary>Marks of XML and of articles in Markdown, by their elements and brackets alone.</summary>
internal static partial class MarkupMarks
{
    private static readonly string[] TeiNames = ["persName", "placeName", "orgName"];

    /// <summary>Names inside paragraphs; null where the text is no XML or a name stands for more than itself.</summary>
    public static int? CountTei(string text)
    {
        if (Parse(text) is not { Root: { } root } || root.Name.LocalName != "TEI")
            return null;
        return root.Elements()
            .Where(element => element.Name.LocalName == "text")
            .Elements()
            .Where(element => element.Name.LocalName == "body")
            .Descendants().Where(element => element.Name.Namespace == root.Name.Namespace && TeiNames.Contains(element.Name.LocalName)
                && element.Ancestors().Any(outer => outer.Name.LocalName == "p") && element.Value.Trim().Length > 0)
            .Count();
    }

    /// <summary>Each <c>entity</c> with its references; null where the text is no XML.</summary>
    public static int? CountNaf(string text)
    {
        if (Parse(text) is not { Root: { } root } || root.Name.LocalName is not ("NAF" or "KAF"))
            return null;
        return root.Elements("entities").Elements("entity").Sum(entity => entity.Elements("references").Elements("span").Count());
    }

    /// <summary>Spans in paragraphs: brackets with a type behind them, outside of code and of what stands above the text.</summary>
    public static int? CountNative(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0] != "---"
            || Array.IndexOf(lines, "---", 1) is not (> 0 and var head)
            || text.Contains('\\')
            || text.Contains('`') && !FencesMatch(lines))
            return null;
        var (sum, isFenced) = (0, false);
        foreach (var line in lines.Skip(head + 1))
        {
            isFenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isFenced)
                sum += Span().Count(line);
        }

        return sum;
    }

    private static bool FencesMatch(string[] lines) => lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2 == 0
        && lines.All(line => !line.Contains('`') || line is "```" or "```facts");

    private static XDocument? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\[[A-Za-z ]+\]\{\.[A-Za-z]+[^}\n]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
