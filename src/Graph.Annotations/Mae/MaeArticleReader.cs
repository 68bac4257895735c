using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// One document of MAE. A tag has its element and its <c>type</c> as types; a link of two is a relation, of more an event.
/// </summary>
internal sealed class MaeArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private const string IdEnd = "ID";
    private const string WordsEnd = "Text";
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase) { "id", "start", "end", "spans", "text", "type" };
    private static readonly string[] Coreference = ["COREF", "COREFERENCE", "IDENT", "IDENTITY"];

    private readonly string text = xml.Root.Element("TEXT")?.Value ?? "";
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, Argument> arguments = new(StringComparer.Ordinal);
    private readonly List<EntityDescription> entities = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly List<EventAnnotation> events = [];

    public AnnotatedArticle Read()
    {
        var tags = xml.Root.Elements("TAGS").Elements().ToList();
        var links = tags.Where(IsLink).ToList();
        var linked = links.SelectMany(ListEnds).Select(end => end.Id).ToHashSet(StringComparer.Ordinal);
        AddTags(tags.Except(links).ToList(), linked);
        foreach (var link in links)
            AddLink(link);
        foreach (var holder in tags.Concat(xml.Root.Elements("TEXT")))
            KnownElements.None.CountOthers(holder, log);
        foreach (var other in xml.Root
            .Elements()
            .Where(element => element.Name.LocalName is not ("TEXT" or "TAGS"))
            .CountBy(element => element.Name.LocalName))
            log.CountLoss($"{other.Key} elements not read", other.Value);
        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = file,
            Mentions = [.. mentions],
            Entities = [.. entities],
            Relations = [.. relations],
            Events = [.. events],
        };
    }

    private static bool IsLink(XElement tag) => tag.Attribute("start") is null && tag.Attribute("spans") is null && ListEnds(tag).Any();

    /// <summary><c>fromID</c> with <c>fromText</c> is the end <c>from</c>.</summary>
    private static IEnumerable<(string Role, string Id)> ListEnds(XElement tag) =>
        tag.Attributes()
            .Where(attribute => attribute.Name.LocalName.Length > IdEnd.Length
                && attribute.Name.LocalName.EndsWith(IdEnd, StringComparison.Ordinal)
                && attribute.Value.Length > 0
                && tag.Attribute(attribute.Name.LocalName[..^IdEnd.Length] + WordsEnd) is not null)
            .Select(attribute => (attribute.Name.LocalName[..^IdEnd.Length], attribute.Value));

    private void AddTags(List<XElement> tags, HashSet<string> linked)
    {
        var read = tags.ConvertAll(tag => (Tag: tag, Spans: ReadSpans(tag)));
        var offsets = TextOffsets.Choose(
            text, [.. read.Where(pair => pair.Spans is [_]).Select(pair => pair.Spans[0] with { Surface = GetWords(pair.Tag) })]);
        foreach (var (tag, spans) in read)
        {
            if (spans.Count > 0)
                AddMention(tag, spans, offsets);
            else if (GetId(tag) is { } id && linked.Contains(id))
                Describe(tag, id);
            else
                log.CountLoss($"{tag.Name.LocalName} tags of the whole document", 1, xml.GetPlace(tag));
        }
    }

    /// <summary>None for a tag of the whole document, which has -1 or nothing.</summary>
    private static List<RecordedSpan> ReadSpans(XElement tag)
    {
        if (WholeNumber.Read(tag, "start") is { } start && WholeNumber.Read(tag, "end") is { } end)
            return [new RecordedSpan(start, end, null)];
        var spans = new List<RecordedSpan>();
        foreach (var part in ((string?)tag.Attribute("spans") ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('~') is [var from, var to] && WholeNumber.Read(from) is { } first && WholeNumber.Read(to) is { } last)
                spans.Add(new RecordedSpan(first, last, null));
        }

        return spans;
    }

    private void AddMention(XElement tag, List<RecordedSpan> spans, TextOffsets offsets)
    {
        var place = xml.GetPlace(tag);
        var fragments = new List<TextSpan>();
        foreach (var recorded in spans)
        {
            if (!offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, recorded.Start, recorded.End, offsets.Length));
                return;
            }

            fragments.Add(span);
        }

        var id = GetId(tag) ?? $"m{mentions.Count + 1}";
        if (!arguments.TryAdd(id, new MentionArgument(mentions.Count)))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
            return;
        }

        var surface = Surfaces.Join(text, fragments);
        var words = GetWords(tag);
        // The tool writes three dots between parts.
        var isSame = words is null || TextOffsets.IsSame(surface, words.Replace(" ... ", " ", StringComparison.Ordinal));
        if (!isSame)
            log.ReportSurfaceMismatch(place, words!, surface);
        mentions.Add(new Mention(id, GetTypes(tag), [.. fragments.OrderBy(span => span.Start)], place)
        {
            RecordedSurface = isSame ? null : words,
            Properties = ListProperties(tag),
        });
    }

    private static string? GetWords(XElement tag) => (string?)tag.Attribute("text") is { Length: > 0 } words ? words : null;

    private static string? GetId(XElement tag) => (string?)tag.Attribute("id") is { Length: > 0 } id ? id : null;

    private static string? GetOwnType(XElement tag) =>
        tag.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals("type", StringComparison.OrdinalIgnoreCase))?.Value;

    private static ImmutableArray<string> GetTypes(XElement tag) =>
        GetOwnType(tag) is { Length: > 0 } type && type != tag.Name.LocalName ? [tag.Name.LocalName, type] : [tag.Name.LocalName];

    private static Properties ListProperties(XElement tag) =>
        [.. tag.Attributes()
            .Where(attribute => attribute.Value.Length > 0 && !Own.Contains(attribute.Name.LocalName))
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];

    /// <summary>What links speak of and the text does not say, such as the time of the document.</summary>
    private void Describe(XElement tag, string id)
    {
        var entity = $"{file.Stem}#{id}";
        var names = new[] { "text", "val", "value", "name" }.Select(name => (string?)tag.Attribute(name));
        arguments.TryAdd(id, new EntityArgument(entity, xml.GetPlace(tag)));
        entities.Add(new EntityDescription(
            entity, GetTypes(tag)[0], [names.FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? id], xml.GetPlace(tag))
        {
            Properties = ListProperties(tag),
        });
    }

    private void AddLink(XElement link)
    {
        var place = xml.GetPlace(link);
        var type = (string?)link.Attribute("relType") is { Length: > 0 } given ? given
            : GetOwnType(link) is { Length: > 0 } own ? own
            : link.Name.LocalName;
        var participants = new List<Participant>();
        foreach (var (role, id) in ListEnds(link))
        {
            if (arguments.TryGetValue(id, out var argument))
                participants.Add(new Participant(role, argument));
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, id));
        }

        var ends = ListEnds(link).SelectMany(end => new[] { end.Role + IdEnd, end.Role + WordsEnd }).ToHashSet(StringComparer.Ordinal);
        var properties = ListProperties(link).Where(property => property.Key != "relType" && !ends.Contains(property.Key));
        if (participants is [var source, var target])
        {
            relations.Add(new RelationAnnotation(GetId(link) ?? "", type, source.Argument, target.Argument, place)
            {
                IsCoreference = Coreference.Contains(type.ToUpperInvariant()),
                Properties = [.. properties],
            });
        }
        else if (participants.Count > 2)
        {
            events.Add(new EventAnnotation(GetId(link) ?? $"e{events.Count + 1}", type, null, [.. participants], place)
            {
                Properties = [.. properties],
            });
        }
        else
        {
            log.CountLoss("links without two ends", 1, place);
        }
    }
}
