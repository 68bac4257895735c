using System.Text;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// TimeML: times and events marked in the text, instances of the events, and links between them, in the file and in tables. Offsets are not
/// recorded; the text is that of the file as it stands.
/// </summary>
internal sealed class TimeMlFormat : IAnnotationFormat
{
    private readonly TimeMlTables tables = new();
    private readonly HashSet<string> tableFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);

    public string Name => "timeml";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var set in folder.TakeEach(IsTimeMl))
        {
            documents.Add(set.Main.Stem);
            yield return set;
        }

        foreach (var set in folder.TakeEach(TimeMlTables.IsTable))
        {
            tables.Add(set.Main);
            tableFiles.Add(set.Main.FullPath);
            yield return set;
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (tableFiles.Contains(files.Main.FullPath))
        {
            // What it says is in the articles.
            tables.CountOthers(files.Main, documents, log);
            yield return new AuthorityList([]);
        }
        else if (XmlFile.Read(files.Main, log) is { } xml)
        {
            yield return new TimeMlArticleReader(files.Main, xml, tables.Get(files.Main.Stem, log), log).Read();
        }
    }

    private static bool IsTimeMl(AnnotationFile file) =>
        file.Extension is ".tml" or ".xml" or ".timeml" && XmlHeads.HasRoot(file, "TimeML");
}

/// <param name="rows">Relations of this document in tables.</param>
internal sealed class TimeMlArticleReader(AnnotationFile file, XmlFile xml, IReadOnlyList<TimeMlRow> rows, ReadingLog log)
{
    private static readonly HashSet<string> Taken =
    [
        "TimeML", "DOC", "DOCID", "DOCNO", "DCT", "TITLE", "TEXT", "EXTRAINFO", "TIMEX3", "EVENT", "MAKEINSTANCE", "TLINK", "ALINK",
        "SLINK", "CLINK", "ENAMEX", "NUMEX"
    ];

    // Of elements that have nothing else that is read, and of the times that the text does not hold.
    private static readonly KnownElements Attributes = new(["DOCID @id", "DCT @id", "TITLE @id", "TEXT @id", "TimeML @version"]);

    private static readonly (string Source, string Target)[] Ends =
    [
        ("eventInstanceID", "relatedToEventInstance"), ("eventInstanceID", "relatedToTime"), ("timeID", "relatedToTime"),
        ("timeID", "relatedToEventInstance"),
        ("eventInstanceID", "subordinatedEventInstance"),
    ];

    private readonly StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly List<(XElement Element, int Trigger)> events = [];
    private readonly Dictionary<string, Argument> arguments = new(StringComparer.Ordinal);
    private readonly List<EntityDescription> entities = [];

    public AnnotatedArticle Read()
    {
        var head = xml.Root.Element("DOC") ?? xml.Root;
        var id = (head.Element("DOCID") ?? head.Element("DOCNO"))?.Value.Trim() is { Length: > 0 } own ? own : file.Stem;
        var body = head.Element("TEXT") ?? head;
        AddWords(body);
        var created = xml.Root
            .Descendants("TIMEX3")
            .FirstOrDefault(time => (string?)time.Attribute("functionInDocument") is "CREATION_TIME" or "PUBLICATION_TIME");
        foreach (var time in xml.Root.Descendants("TIMEX3").Where(time => GetId(time, "tid") is { } tid && !arguments.ContainsKey(tid)))
            Describe(time, id);
        log.CountLoss(
            "EVENT elements outside the text",
            xml.Root.Descendants("EVENT").Count(element => !events.Exists(found => found.Element == element)));
        var read = events.ConvertAll(found => CreateEvent(found.Element, found.Trigger));
        foreach (var instance in xml.Root.Descendants("MAKEINSTANCE").Where(made => !IsOfEvent(made)))
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(instance), GetId(instance, "eventID") ?? ""));
        var relations = xml.Root
            .Descendants()
            .Where(link => link.Name.LocalName is "TLINK" or "SLINK" or "ALINK" or "CLINK")
            .Select(CreateRelation)
            .Concat(rows.Select(CreateRelation))
            .OfType<RelationAnnotation>()
            .ToImmutableArray();
        CountUnread();
        return new AnnotatedArticle(new ArticleMetadata(id, xml.Root.Element("TITLE")?.Value.Trim(), ReadDate(created)), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Events = [.. read],
            Entities = [.. entities],
            Relations = relations,
        };
    }

    private void CountUnread()
    {
        foreach (var element in xml.Root.DescendantsAndSelf())
        {
            var name = element.Name.LocalName;
            if (!Taken.Contains(name))
                log.CountLoss($"{name} elements not read");
            Attributes.CountAttributesOf(element, log);
            if (name == "EXTRAINFO")
                log.CountPassed($"{name} elements not read");
            else if (name == "TIMEX3" && GetId(element, "tid") is null)
                log.ReportMalformed(ReadingDiagnostics.Malformed(xml.GetPlace(element), "time", "it has no 'tid'"));
            if (GetId(element, "signalID") is { Length: > 0 })
                log.CountPassed("signals of instances and links");
        }
    }

    private bool IsOfEvent(XElement instance) => GetId(instance, "eventID") is { } id && arguments.GetValueOrDefault(id) is EventArgument;

    private void AddWords(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
                text.Append(words.Value);
            else if (node is XElement { Name.LocalName: not ("MAKEINSTANCE" or "TLINK" or "SLINK" or "ALINK" or "CLINK") } child)
                AddElement(child);
        }
    }

    private void AddElement(XElement element)
    {
        var start = text.Length;
        AddWords(element);
        var span = TextSpan.FromBounds(start, text.Length);
        if (element.Name.LocalName == "TIMEX3" && span.Length > 0 && GetId(element, "tid") is { } time)
        {
            arguments.TryAdd(time, new MentionArgument(mentions.Count));
            mentions.Add(new Mention(time, [(string?)element.Attribute("type") ?? "TIMEX3"], [span], xml.GetPlace(element))
            {
                Properties = ListAttributes(element, "tid", "type", "functionInDocument", "temporalFunction"),
            });
        }
        else if (element.Name.LocalName == "EVENT" && span.Length > 0 && GetId(element, "eid") is { } happening)
        {
            arguments.TryAdd(happening, new EventArgument(events.Count));
            events.Add((element, mentions.Count));
            mentions.Add(new Mention(happening, [GetClass(element)], [span], xml.GetPlace(element)) { Kind = MentionKind.Trigger });
        }
        else if (element.Name.LocalName is "ENAMEX" or "NUMEX" && span.Length > 0)
        {
            AddName(element, span);
        }
    }

    /// <summary>Some files of TimeBank have names too, as MUC marks them.</summary>
    private void AddName(XElement element, TextSpan span) =>
        mentions.Add(new Mention(
            $"n{mentions.Count + 1}", [(string?)element.Attribute("TYPE") ?? element.Name.LocalName], [span], xml.GetPlace(element))
        {
            Properties = ListAttributes(element, "TYPE"),
        });

    private static string GetClass(XElement element) => (string?)element.Attribute("class") ?? "EVENT";

    /// <summary>An event with what its first instance says; the other instances are the same event.</summary>
    private EventAnnotation CreateEvent(XElement element, int trigger)
    {
        var id = GetId(element, "eid")!;
        var instances = xml.Root.Descendants("MAKEINSTANCE").Where(made => (string?)made.Attribute("eventID") == id).ToList();
        foreach (var instance in instances)
        {
            if (GetId(instance, "eiid") is { } instanceId)
                arguments.TryAdd(instanceId, arguments[id]);
        }

        log.CountLoss("further instances of events, of which the first counts", instances.Count - 1);
        var source = instances.FirstOrDefault() ?? element;
        var isNegated = (string?)source.Attribute("polarity") == "NEG";
        var properties = ListAttributes(source, "eid", "eiid", "eventID", "class", "polarity", "signalID");
        if (source != element)
            properties = properties.AddRange(
                ListAttributes(element, [.. properties.Select(property => property.Key), "eid", "class", "polarity"]));
        return new EventAnnotation(id, GetClass(element), trigger, [], xml.GetPlace(element))
        {
            Fragments = mentions[trigger].Fragments,
            Status = isNegated ? new FactStatus(FactStatus.Negated) : FactStatus.Asserted,
            Properties = properties,
        };
    }

    private static Properties ListAttributes(XElement element, params string[] without) =>
        [.. element
            .Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration
                && !without.Contains(attribute.Name.LocalName)
                && attribute.Value is not ("" or "NONE"))
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];

    private RelationAnnotation? CreateRelation(XElement link)
    {
        foreach (var (first, second) in Ends)
        {
            if ((string?)link.Attribute(first) is not { } from || (string?)link.Attribute(second) is not { } to)
                continue;
            if (arguments.TryGetValue(from, out var source) && arguments.TryGetValue(to, out var target))
                return new RelationAnnotation((string?)link.Attribute("lid")
                    ?? "", (string?)link.Attribute("relType")
                        ?? link.Name.LocalName, source, target, xml.GetPlace(
                            link))
                { Properties = ListAttributes(link, "lid", "relType", "signalID", first, second) };
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(link), arguments.ContainsKey(from) ? to : from));
            return null;
        }

        log.ReportMalformed(ReadingDiagnostics.Malformed(xml.GetPlace(link), "link", "it names no two ends"));
        return null;
    }

    private RelationAnnotation? CreateRelation(TimeMlRow row, int number)
    {
        if (arguments.TryGetValue(row.Source, out var source) && arguments.TryGetValue(row.Target, out var target))
            return new RelationAnnotation($"row{number + 1}", row.Type, source, target, row.Place);
        log.ReportMalformed(ReadingDiagnostics.UnknownReference(row.Place, arguments.ContainsKey(row.Source) ? row.Target : row.Source));
        return null;
    }

    /// <summary>A time that the text does not hold, such as that of the article itself.</summary>
    private void Describe(XElement time, string articleId)
    {
        var id = GetId(time, "tid")!;
        var entity = $"{articleId}#{id}";
        var value = (string?)time.Attribute("value") ?? time.Value;
        arguments.Add(id, new EntityArgument(entity, xml.GetPlace(time)));
        entities.Add(new EntityDescription(entity, (string?)time.Attribute("type") ?? "TIMEX3", [value], xml.GetPlace(time))
        {
            Properties = [new("value", Value.FromString(value))]
        });
    }

    private static string? GetId(XElement element, string name) => (string?)element.Attribute(name);

    private static PartialDate? ReadDate(XElement? time) =>
        (string?)time?.Attribute("value") is { } value && PartialDate.TryParse(value.Split('T')[0], out var date, out _) ? date : null;
}
