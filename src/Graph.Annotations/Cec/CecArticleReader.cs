using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>One text of the Chinese Emergency Corpus. Offsets are not recorded; the text is what its paragraphs hold.</summary>
internal sealed class CecArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private const string Event = "Event";
    private const string Denoter = "Denoter";
    private const string Relation = "eRelation";

    private static readonly KnownElements Known = new(
        ["Title", "ReportTime", "Content", "Paragraph", "Sentence", Event, Denoter, Relation, "Time", "Location", "Participant", "Object"]);

    // Each has an id in an attribute that ends so: eid, tid, lid.
    private static readonly HashSet<string> Parts = ["Time", "Location", "Participant", "Object"];

    private readonly StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly List<Draft> events = [];
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly List<TextSpan> sentences = [];

    public AnnotatedArticle Read()
    {
        foreach (var content in xml.Root.Elements("Content"))
            AddWords(content, within: null);
        Known.CountOthers(xml.Root, log);
        return new AnnotatedArticle(
            new ArticleMetadata(null, xml.Root.Element("Title")?.Value.Trim(), ReadDay(xml.Root.Element("ReportTime"))), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Events = [.. events.Select(found => found.ToEvent())],
            Relations = [.. xml.Root.Descendants(Relation).SelectMany(ReadRelation)],
            Sentences = [.. sentences],
        };
    }

    private void AddWords(XElement element, Draft? within)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XElement { Name.LocalName: not Relation } child)
                AddElement(child, within);
            else if (node is XText words)
                // Chinese has no blanks between words; those here lay out the file.
                text.Append(string.Concat(words.Value.Where(character => character is not ('\n' or '\r' or '\t'))).Trim(' '));
        }
    }

    private void AddElement(XElement element, Draft? within)
    {
        var (name, start) = (element.Name.LocalName, text.Length);
        var inner = within;
        if (name == Event)
        {
            inner = new Draft(element, xml.GetPlace(element));
            byId.TryAdd(inner.Id, events.Count);
            events.Add(inner);
        }

        AddWords(element, inner);
        var span = TextSpan.FromBounds(start, text.Length);
        if (name == Event)
            inner!.Span = span;
        else if (name == "Sentence" && span.Length > 0)
            sentences.Add(span);
        else if (name == "Paragraph" && span.Length > 0)
            text.Append('\n');
        else if (name == Denoter || Parts.Contains(name))
            AddMention(element, span, within);
    }

    private void AddMention(XElement element, TextSpan span, Draft? within)
    {
        var name = element.Name.LocalName;
        if (span.Length == 0)
        {
            log.CountLoss($"{name} elements without words", 1, xml.GetPlace(element));
            return;
        }

        var isDenoter = name == Denoter;
        if (isDenoter && within is not null)
            within.Denote(mentions.Count, (string?)element.Attribute("type"));
        else
            within?.Participants.Add(new Participant(name, new MentionArgument(mentions.Count)));
        mentions.Add(new Mention($"m{mentions.Count + 1}", [name], [span], xml.GetPlace(element))
        {
            Kind = isDenoter && within is not null ? MentionKind.Trigger : MentionKind.Entity,
            Properties = isDenoter
                ? []
                : [.. element.Attributes("type").Select(type => KeyValuePair.Create("kind", Value.FromString(type.Value)))],
        });
    }

    /// <summary>The ends are in two attributes, each the id of an event or several with hyphens or semicolons between.</summary>
    private IEnumerable<RelationAnnotation> ReadRelation(XElement relation, int index)
    {
        var ends = relation.Attributes()
            .Where(attribute => attribute.Name.LocalName != "relType")
            .Select(attribute => attribute.Value)
            .ToList();
        var type = (string?)relation.Attribute("relType") ?? Relation;
        var place = xml.GetPlace(relation);
        if (ends.Count != 2 || (Split(ends[0]).Length > 1 && Split(ends[1]).Length > 1))
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "it names no two events"));
            yield break;
        }

        var (sources, targets) = (Split(ends[0]), Split(ends[1]));
        // One side may be several events, such as what somebody thinks of.
        foreach (var (source, target) in sources.SelectMany(source => targets.Select(target => (source, target))))
        {
            if (Find(source) is { } from && Find(target) is { } to)
                yield return new RelationAnnotation($"r{index + 1}.{source}.{target}", type, from, to, place);
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, Find(source) is null ? source : target));
        }
    }

    private static string[] Split(string ids) =>
        ids.Split(['-', ';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);

    private EventArgument? Find(string id) => byId.TryGetValue(id, out var index) ? new EventArgument(index) : null;

    /// <summary><c>2014年10月7日23:46</c>.</summary>
    private static PartialDate? ReadDay(XElement? time)
    {
        var match = Regex.Match(
            time?.Value ?? "", @"(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日", RegexOptions.CultureInvariant);
        string Get(string part) => match.Groups[part].Value.PadLeft(2, '0');
        return match.Success && PartialDate.TryParse($"{Get("year")}-{Get("month")}-{Get("day")}", out var day, out _) ? day : null;
    }

    private sealed class Draft(XElement element, SourcePlace place)
    {
        private int? trigger;
        private string? kind;

        public string Id { get; } = (string?)element.Attribute("eid") ?? "";

        public TextSpan Span { get; set; }

        public List<Participant> Participants { get; } = [];

        /// <summary>The first word that denotes the event counts.</summary>
        public void Denote(int mention, string? type) => (trigger, kind) = (trigger ?? mention, kind ?? type);

        public EventAnnotation ToEvent() =>
            new(Id, (string?)element.Attribute("type") ?? kind ?? Event, trigger, [.. Participants], place)
            {
                Fragments = Span.Length > 0 ? [Span] : [],
                Properties = trigger is not null && kind is { } denoted && denoted != (string?)element.Attribute("type")
                    ? [new("kind", Value.FromString(denoted))]
                    : [],
            };
    }
}
