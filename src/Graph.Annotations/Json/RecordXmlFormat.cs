using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// XML that no other format knows, with elements that hold a text and a list of spans in it by their offsets, such as toponyms of LGL,
/// TR-News, GeoVirus and WikToR. An element is read as the record that JSON would have.
/// </summary>
internal sealed class RecordXmlFormat : IAnnotationFormat
{
    private const string TextExtension = ".txt";
    private const int Deepest = 3;
    private const int ElementsToRecognise = 500;

    private readonly Dictionary<string, (JsonShape Shape, string Element, int Depth)> shapes = new(StringComparer.Ordinal);

    public string Name => "record-xml";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => file.Extension == ".xml" && MayHaveRecords(file.Head)))
        {
            if (XmlFile.Read(file, new ReadingLog()) is not { } xml || Recognise(xml.Root) is not { } found)
                continue;
            shapes[file.FullPath] = found;
            folder.Take(file);
            yield return new FileSet([file]);
        }

        var others = folder.Remaining;
        // A folder for each text may call its files as it likes.
        var only = others.Count(file => file.Extension == ".xml") == 1 && others.Where(IsText).ToList() is [var alone] ? alone : null;
        foreach (var file in others.Where(file => file.Extension == ".xml" && MayHaveSpans(file.Head)))
        {
            if ((folder.Find(file.Stem + TextExtension) ?? only) is not { } text
                || XmlFile.Read(file, new ReadingLog()) is not { } xml
                || RecogniseSpans(xml.Root, text) is not { } shape)
                continue;
            shapes[file.FullPath] = (shape, xml.Root.Name.LocalName, 0);
            folder.Take(file);
            folder.Take(text);
            yield return new FileSet([file, text]);
        }
    }

    private static bool IsText(AnnotationFile file) => file.Extension == TextExtension;

    private static JsonShape? RecogniseSpans(XElement root, AnnotationFile text)
    {
        using var record = XmlRecords.ToRecord(root, text.ReadText(new ReadingLog()).Text);
        return JsonShapes.Recognise(record.RootElement) is { } shape && HasSpans(shape) ? shape : null;
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        var (shape, name, depth) = shapes[files.Main.FullPath];
        foreach (var (other, count) in ListElements(xml.Root)
            .Where(found => found.Depth == depth && found.Element.Name.LocalName != name)
            .CountBy(found => found.Element.Name.LocalName))
            log.CountLoss($"'{other}' elements not read", count);
        var text = files.Files is [_, var beside] ? beside.ReadText(log).Text : null;
        var reading = new JsonReading(files, log) { FieldName = "XML field" };
        foreach (var element in ListElements(xml.Root)
            .Where(found => found.Depth == depth && found.Element.Name.LocalName == name)
            .Select(found => found.Element))
        {
            using var record = new JsonRecord(default, xml.GetPlace(element), XmlRecords.ToRecord(element, text));
            foreach (var article in JsonFormat.ReadOne(record with { Root = record.Document!.RootElement }, shape, reading))
                yield return article;
        }

        reading.Finish();
    }

    /// <summary>A text in an element that is called so; spans may stand behind what is looked at.</summary>
    private static bool MayHaveRecords(string head) =>
        Regex.IsMatch(
            head, @"<([\w.-]+:)?(\w*text|raw|content|body|sentence|abstract|tweet|passage)\b[^<>]*>\s*[^<\s]",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>A start as a number, in an attribute or an element.</summary>
    private static bool MayHaveSpans(string head) =>
        Regex.IsMatch(
            head, @"\b(start|begin|from|offset|startoffset|beginoffset)(=""\d+""|>\s*\d+\s*<)",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static (JsonShape Shape, string Element, int Depth)? Recognise(XElement root)
    {
        foreach (var (element, depth) in ListElements(root).Take(ElementsToRecognise).Where(found => found.Element.HasElements))
        {
            using var record = XmlRecords.ToRecord(element);
            if (JsonShapes.Recognise(record.RootElement) is { } shape && HasSpans(shape))
                return (shape, element.Name.LocalName, depth);
        }

        return null;
    }

    /// <summary>What elements of any name may have; other shapes go by names that are those of JSON.</summary>
    private static bool HasSpans(JsonShape shape) =>
        shape is ListedShape or SpanListShape or MentionListsShape or TitledTextShape or TypedListsShape;

    /// <summary>The elements that may be records, the inner ones of each before those behind it.</summary>
    private static IEnumerable<(XElement Element, int Depth)> ListElements(XElement element, int depth = 0)
    {
        yield return (element, depth);
        foreach (var inner in depth < Deepest ? element.Elements().SelectMany(child => ListElements(child, depth + 1)) : [])
            yield return inner;
    }
}
