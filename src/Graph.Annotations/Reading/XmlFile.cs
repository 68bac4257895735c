using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using XmlLoad = System.Xml.Linq.LoadOptions;

namespace Graph.Annotations;

/// <summary>
/// XML annotation files. The entities that a file declares itself are read, up to a size; a reference to an external DTD is passed over,
/// of its entities letters of HTML alone exist, and nothing outside the file is ever opened. A file that needs another is therefore
/// refused as not well-formed.
/// </summary>
internal sealed class XmlFile
{
    // A tree is built and walked at a cost that grows with the square of its depth.
    private const int MaximumDepth = 500;
    private const long MaximumExpansion = 1 << 20;

    private readonly SourceText source;

    private XmlFile(SourceText source, XElement root)
    {
        this.source = source;
        Root = root;
    }

    public XElement Root { get; }

    /// <summary>The tree of a file; null, and a diagnostic, where it is not well-formed.</summary>
    public static XmlFile? Read(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            MaxCharactersFromEntities = MaximumExpansion,
            XmlResolver = null,
            CheckCharacters = false
        };
        try
        {
            var text = XmlEntities.Declare(AsVersion10(source.Text));
            if (XmlDepth.FindTooDeep(text, MaximumDepth, settings) is { } line)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    SourcePlace.Line(source, Math.Clamp(line, 1, source.LineCount)),
                    "XML file",
                    $"elements are nested more than {MaximumDepth} deep"));
                return null;
            }

            using var reader = XmlReader.Create(new StringReader(text), settings);
            var document = XDocument.Load(reader, XmlLoad.PreserveWhitespace | XmlLoad.SetLineInfo);
            if (FindOutside(document.DocumentType?.InternalSubset ?? "", text) is { } entity)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    SourcePlace.StartOf(source), "XML file", $"its entity '{entity}' is another file, which is not opened"));
                return null;
            }

            return new XmlFile(source, document.Root!);
        }
        catch (XmlException exception)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                new SourcePlace(source, FindSpan(source, exception.LineNumber, exception.LinePosition)), "XML file", Describe(exception)));
            return null;
        }
    }

    /// <summary>An entity that stands for another file and is referred to; null where there is none.</summary>
    private static string? FindOutside(string declarations, string text) =>
        Regex.Matches(declarations, "<!ENTITY\\s+(?<name>[^\\s%]+)\\s+(SYSTEM|PUBLIC)\\s[^>]*>", RegexOptions.CultureInvariant)
            .Select(match => match.Groups["name"].Value).FirstOrDefault(name => text.Contains($"&{name};", StringComparison.Ordinal));

    public SourcePlace GetPlace(XObject node)
    {
        var info = (IXmlLineInfo)node;
        return new SourcePlace(source, info.HasLineInfo() ? FindSpan(source, info.LineNumber, info.LinePosition) : default);
    }

    /// <summary>
    /// UIMA tools write XML 1.1 for the control characters it allows; the platform reads 1.0 only, where we do not check characters.
    /// </summary>
    private static string AsVersion10(string text)
    {
        const string Declaration = "<?xml version=\"1.1\"";
        return text.StartsWith(Declaration, StringComparison.Ordinal) ? "<?xml version=\"1.0\"" + text[Declaration.Length..] : text;
    }

    private static TextSpan FindSpan(SourceText source, int line, int column)
    {
        if (line < 1 || line > source.LineCount)
            return default;

        var span = source.GetLine(line);
        var start = Math.Clamp(span.Start + column - 1, span.Start, span.End);
        return TextSpan.FromBounds(start, span.End);
    }

    /// <summary>The framework's sentence without its place, which the diagnostic states itself.</summary>
    private static string Describe(XmlException exception)
    {
        var message = exception.Message;
        var place = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return (place > 0 ? message[..place] : message).TrimEnd('.');
    }
}
