using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Transcriber, as ESTER, ETAPE and REPERE have news that were broadcast: turns of speakers with words, and events between these, of
/// which those of type <c>entities</c> say where a name begins and ends. The text is the words, a line for each turn.
/// </summary>
internal sealed class TranscriberFormat() : XmlFormat("transcriber")
{
    protected override bool Fits(AnnotationFile file) => file.Extension is ".trs" or ".xml" && XmlHeads.HasRoot(file, "Trans");

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new TranscriberReader(file, xml, log).Read()];
}

internal sealed class TranscriberReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private const string Entities = "entities";

    private static readonly KnownElements Known = new(
        ["Episode", "Section", "Turn", "Sync", "Event @desc @type @extent", "Speakers", "Speaker", "Who", "Background"], "Topics");

    private readonly StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly List<(string Type, int Start, SourcePlace Place)> open = [];
    private bool needsBlank;

    // The type of a name that is the next word.
    private (string Type, SourcePlace Place)? next;

    public AnnotatedArticle Read()
    {
        foreach (var turn in xml.Root.Descendants("Turn"))
            AddTurn(turn);
        foreach (var (_, _, place) in open)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "name", "it is not ended in its turn"));
        Known.CountOthers(xml.Root, log);
        log.CountPassed("speakers", xml.Root.Elements("Speakers").Elements("Speaker").Count());
        var episode = xml.Root.Element("Episode");
        return new AnnotatedArticle(
            new ArticleMetadata(
                (string?)xml.Root.Attribute("audio_filename") is { Length: > 0 } name ? name : file.Stem,
                Published: ReadDay((string?)episode?.Attribute("air_date")),
                Source: (string?)episode?.Attribute("program") is { Length: > 0 } program ? program : null,
                Language: (string?)xml.Root.Attribute(XNamespace.Xml + "lang")),
            text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
        };
    }

    private void AddTurn(XElement turn)
    {
        if (text.Length > 0)
            text.Append('\n');
        needsBlank = false;
        foreach (var node in turn.Nodes())
        {
            if (node is XText words)
                AddWords(words.Value);
            else if (node is XElement { Name.LocalName: "Event" } mark)
                AddMark(mark);
        }
    }

    private void AddWords(string words)
    {
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (needsBlank)
                text.Append(' ');
            needsBlank = true;
            if (next is { } name)
                AddMention(name.Type, TextSpan.FromBounds(text.Length, text.Length + word.Length), name.Place);
            next = null;
            text.Append(word);
        }
    }

    private void AddMark(XElement mark)
    {
        var (kind, type, place) = ((string?)mark.Attribute("type") ?? "", (string?)mark.Attribute("desc") ?? "", xml.GetPlace(mark));
        if (kind != Entities)
        {
            log.CountPassed($"events of type '{kind}'");
            return;
        }

        switch ((string?)mark.Attribute("extent"))
        {
            case "begin":
                open.Add((type, text.Length, place));
                break;
            case "end":
                Close(type, place);
                break;
            case "next":
                next = (type, place);
                break;
            case "previous" when text.Length > 0 && text[^1] != '\n':
                AddMention(type, FindLastWord(), place);
                break;
            default:
                log.CountLoss("names without words", 1, place);
                break;
        }
    }

    private void Close(string type, SourcePlace place)
    {
        var begun = open.FindLastIndex(mark => mark.Type == type);
        if (begun < 0)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "name", $"nothing of type '{type}' has begun before it ends"));
            return;
        }

        var start = open[begun].Start;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start < text.Length)
            AddMention(type, TextSpan.FromBounds(start, text.Length), open[begun].Place);
        else
            log.CountLoss("names without words", 1, place);
        open.RemoveAt(begun);
    }

    private TextSpan FindLastWord()
    {
        var start = text.Length;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start--;
        return TextSpan.FromBounds(start, text.Length);
    }

    private void AddMention(string type, TextSpan span, SourcePlace place) =>
        mentions.Add(new Mention($"m{mentions.Count + 1}", [type], [span], place));

    /// <summary>The tool writes the sixth of January 2022 as <c>220106</c>.</summary>
    private static PartialDate? ReadDay(string? day) =>
        DateOnly.TryParseExact(day, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && PartialDate.TryParse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var parsed, out _)
            ? parsed
            : null;
}
