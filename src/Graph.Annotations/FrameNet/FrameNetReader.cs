using System.Text;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>The sentences of a text, one a line, with their names and frames.</summary>
internal sealed class FrameNetReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private const string Target = "Target";
    private const string Elements = "FE";
    private const string Names = "NER";
    private static readonly KnownElements Known = new(
        [
            "sentence", "text", "annotationSet", "layer", "label", "corpus", "document", "header",
        ]);

    private readonly StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly List<EventAnnotation> events = [];
    private readonly List<TextSpan> sentences = [];
    private readonly Dictionary<TextSpan, int> mentionsBySpan = [];

    public AnnotatedArticle Read()
    {
        Known.CountOthers(xml.Root, log);
        foreach (var sentence in List(xml.Root, "sentence"))
            ReadSentence(sentence);
        var document = xml.Root.Descendants().FirstOrDefault(element => element.Name.LocalName == "document");
        return new AnnotatedArticle(
            new ArticleMetadata((string?)document?.Attribute("name"), (string?)document?.Attribute("description")), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Events = [.. events],
            Sentences = [.. sentences],
        };
    }

    private static IEnumerable<XElement> List(XElement holder, string name) =>
        holder.Elements().Where(element => element.Name.LocalName == name);

    private static string GetName(XElement element) => (string?)element.Attribute("name") ?? "";

    private void ReadSentence(XElement sentence)
    {
        var words = List(sentence, "text").FirstOrDefault()?.Value ?? "";
        if (text.Length > 0)
            text.Append('\n');
        var start = text.Length;
        var offsets = new TextOffsets(words);
        text.Append(words.TrimEnd());
        if (text.Length > start)
            sentences.Add(TextSpan.FromBounds(start, text.Length));
        var sets = List(sentence, "annotationSet").ToList();
        foreach (var label in sets.SelectMany(set => List(set, "layer"))
            .Where(layer => GetName(layer) == Names)
            .SelectMany(layer => List(layer, "label")))
        {
            if (Place(label, offsets, start) is { } span)
                AddMention(GetName(label), span, xml.GetPlace(label), layer: null);
        }

        foreach (var set in sets)
            ReadFrame(set, offsets, start);
    }

    private void ReadFrame(XElement set, TextOffsets offsets, int start)
    {
        var place = xml.GetPlace(set);
        var layers = List(set, "layer").ToLookup(GetName, StringComparer.Ordinal);
        foreach (var layer in layers.Where(layer => layer.Key is not (Target or Elements or Names)))
            log.CountPassed($"labels of layer '{layer.Key}'", layer.Sum(labels => List(labels, "label").Count()));
        var frame = (string?)set.Attribute("frameName") ?? "";
        var target = layers[Target]
            .SelectMany(layer => List(layer, "label"))
            .Select(label => Place(label, offsets, start))
            .OfType<TextSpan>()
            .OrderBy(span => span.Start).ToImmutableArray();
        if (frame.Length == 0 || target.IsEmpty)
        {
            log.CountLoss("annotation sets without a frame or its words", frame.Length > 0 || !target.IsEmpty ? 1 : 0, place);
            return;
        }

        var trigger = mentions.Count;
        mentions.Add(new Mention($"m{trigger + 1}", [frame], target, place) { Kind = MentionKind.Trigger });
        var participants = new List<Participant>();
        foreach (var label in layers[Elements].SelectMany(layer => List(layer, "label")))
        {
            if (label.Attribute("start") is null)
                log.CountPassed("elements of frames that have no words");
            else if (Place(label, offsets, start) is { } span)
                participants.Add(new Participant(GetName(label), new MentionArgument(
                    mentionsBySpan.TryGetValue(span, out var known)
                        ? known
                        : AddMention(GetName(label), span, xml.GetPlace(label), "argument"))));
        }

        events.Add(new EventAnnotation((string?)set.Attribute("ID") ?? $"e{events.Count + 1}", frame, trigger, [.. participants], place)
        {
            Fragments = target,
            Properties = (string?)set.Attribute("luName") is { Length: > 0 } unit ? [new("lexicalUnit", Value.FromString(unit))] : [],
        });
    }

    private int AddMention(string type, TextSpan span, SourcePlace place, string? layer)
    {
        mentionsBySpan.TryAdd(span, mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [type], [span], place) { Layer = layer });
        return mentions.Count - 1;
    }

    private TextSpan? Place(XElement label, TextOffsets offsets, int sentence)
    {
        var (start, last) = (WholeNumber.Read(label, "start") ?? -1, WholeNumber.Read(label, "end") ?? -1);
        if (offsets.TryGetSpan(start, last + 1, out var span) && sentence + span.End <= text.Length)
            return new TextSpan(sentence + span.Start, span.Length);
        log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(xml.GetPlace(label), start, last, offsets.Length));
        return null;
    }
}
