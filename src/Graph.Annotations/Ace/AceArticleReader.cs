using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// One document of ACE. A name is its head, <c>Powell</c> and not <c>Secretary of State Powell, who</c>; what is no name is its whole
/// extent. The other of the two is a property.
/// </summary>
internal sealed class AceArticleReader(AnnotationFile file, XmlFile xml, MarkedText source, ReadingLog log)
{
    private static readonly HashSet<string> Taken =
    [
        "entity_type", "entity_attributes", "name", "extent", "head", "charseq", "start", "end", "anchor", "external_link",
        "entity", "value", "timex2", "quantity", "relation", "event", "relation_mentions",
    ];

    /// <summary>Of elements whose other attributes are no properties of what is read.</summary>
    private static readonly KnownElements Attributes = new(
    [
        "source_file @URI @SOURCE @TYPE @AUTHOR @VERSION @ENCODING", "document @DOCID", "charseq @START @END", "entity_type @GENERIC",
        "name @NAME", "external_link @RESOURCE @EID", "event_mention @ID", "extent @ID", "head @ID", "anchor @ID", "relation_mentions @ID",
    ]);

    private StandoffDraft draft = null!;

    public AnnotatedArticle Read()
    {
        var spans = MarkedSpans.Choose(source, MarkupCounting.WithoutTags,
            [.. xml.Root.Descendants("charseq").Select(ReadCharacters).OfType<RecordedSpan>()], MarkedMetadata.Header);
        if (spans.Counting != MarkupCounting.WithoutTags)
            log.Report(OffsetDiagnostics.OtherMarkup(xml.GetPlace(xml.Root), spans.Counting));
        draft = new StandoffDraft(spans, log);
        var documents = xml.Root.Descendants("document").ToList();
        foreach (var entity in documents.Elements().Where(element => element.Name.LocalName is not ("relation" or "event")))
            AddEntity(entity);
        foreach (var relation in documents.Elements("relation"))
            AddRelation(relation);
        foreach (var happening in documents.Elements("event"))
            AddEvent(happening);
        CountUnread(documents);
        var own = MarkedMetadata.Read(source);
        var id = (string?)documents.FirstOrDefault()?.Attribute("DOCID") is { Length: > 0 } given ? given : own.Id ?? file.Stem;
        return draft.ToArticle(file, own with
        {
            Id = id,
            Published = own.Published ?? MarkedMetadata.FindDate(id),
            Source = (string?)xml.Root.Attribute("SOURCE"),
        });
    }

    /// <summary>An entity, value, time or quantity with its mentions.</summary>
    private void AddEntity(XElement entity)
    {
        var kind = entity.Name.LocalName;
        var older = entity.Element("entity_type");
        var type = (string?)entity.Attribute("TYPE") ?? older?.Value.Trim() ?? kind.ToUpperInvariant();
        var subtype = (string?)entity.Attribute("SUBTYPE");
        ImmutableArray<string> types = string.IsNullOrEmpty(subtype) ? [type] : [type, subtype];
        var shared = ListAttributes(entity, "ID", "TYPE", "SUBTYPE");
        if ((string?)older?.Attribute("GENERIC") is { } generic)
            shared = shared.Add(new("GENERIC", Value.FromString(generic)));
        var links = entity.Elements("external_link")
            .Select(link => new EntityLink(GetAuthority((string?)link.Attribute("RESOURCE")), (string?)link.Attribute("EID") ?? ""))
            .ToImmutableArray();
        var first = draft.Count;
        foreach (var element in entity.Elements($"{kind}_mention"))
            AddMention(element, types, shared, links);
        draft.AddEntity((string?)entity.Attribute("ID") ?? "", first, xml.GetPlace(entity));
    }

    private static string GetAuthority(string? resource) =>
        EntityLink.FromAddress(resource ?? "")?.Authority
            ?? (string.IsNullOrWhiteSpace(resource) ? "external" : resource.ToLowerInvariant());

    private void AddMention(XElement element, ImmutableArray<string> types, Properties shared, ImmutableArray<EntityLink> links)
    {
        var place = xml.GetPlace(element);
        var kind = (string?)element.Attribute("TYPE");
        var extent = element.Element("extent")?.Element("charseq");
        var head = element.Element("head")?.Element("charseq");
        var (own, other) = kind is "NAM" or "NAME" && head is not null ? (head, extent) : (extent ?? head, head);
        var properties = AddOthers(shared, ListAttributes(element, "ID", "TYPE"));
        if (kind is { Length: > 0 })
            properties = properties.Add(new("mentionType", Value.FromString(kind)));
        draft.AddMention((string?)element.Attribute("ID"), types, Read(own), place, mention =>
        {
            if (other is not null && other != own && draft.Find(Read(other), place, out _) is { } second && second != mention.Span)
                properties = properties.Add(new(own == head ? "extent" : "head", Value.FromString(draft.Describe(second))));
            return mention with { Links = links, Properties = properties };
        });
    }

    private static RecordedSpan? Read(XElement? characters) => characters is null ? null : ReadCharacters(characters);

    /// <summary><c>START</c> and <c>END</c> with the words; before 2004 elements, with the words in a comment.</summary>
    private static RecordedSpan? ReadCharacters(XElement characters)
    {
        var start = WholeNumber.Read(((string?)characters.Attribute("START") ?? characters.Element("start")?.Value)?.Trim());
        var end = WholeNumber.Read(((string?)characters.Attribute("END") ?? characters.Element("end")?.Value)?.Trim());
        if (start is null || end is null)
            return null;
        if (characters.Element("start") is null)
            return new RecordedSpan(start.Value, end.Value + 1, characters.Value);
        var comment = characters.Nodes().OfType<XComment>().Select(node => node.Value).FirstOrDefault() ?? "";
        var open = comment.IndexOf('"');
        var close = comment.LastIndexOf('"');
        return new RecordedSpan(start.Value, end.Value + 1, close > open ? comment[(open + 1)..close] : null);
    }

    /// <summary>A fact for each time that the text says it; once where the file does not say where.</summary>
    private void AddRelation(XElement relation)
    {
        Properties properties = ListAttributes(relation, "ID", "TYPE", "SUBTYPE", "MODALITY");
        if ((string?)relation.Attribute("SUBTYPE") is { Length: > 0 } subtype)
            properties = properties.Insert(0, new("subtype", Value.FromString(subtype)));
        var told = relation.Descendants("relation_mention").ToList();
        foreach (var element in told.Count > 0 ? told : [relation])
        {
            var arguments = ReadArguments(element);
            var source = arguments.FindIndex(argument => argument.Role is "Arg-1" or "1");
            var target = arguments.FindIndex(argument => argument.Role is "Arg-2" or "2");
            if (source < 0 || target < 0)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(xml.GetPlace(element), "relation", "it has no first and second argument"));
                continue;
            }

            draft.AddRelation(new RelationAnnotation(
                (string?)element.Attribute("ID") ?? "",
                (string?)relation.Attribute("TYPE") ?? "",
                new MentionArgument(arguments[source].Mention),
                new MentionArgument(arguments[target].Mention),
                xml.GetPlace(element))
            {
                Fragments = FindExtent(element) is { } extent ? [extent] : [],
                Status = GetStatus(relation),
                Properties =
                [
                    .. AddOthers(properties, ListAttributes(element, "ID")),
                    .. arguments.Where((_, index) => index != source && index != target)
                        .Select(argument => KeyValuePair.Create(argument.Role, Value.FromString(draft.Describe(argument.Mention)))),
                ],
            });
        }
    }

    private List<(string Role, int Mention)> ReadArguments(XElement element)
    {
        var result = new List<(string, int)>();
        foreach (var argument in element.Elements().Where(IsArgument))
        {
            var role = (string?)argument.Attribute("ROLE") ?? (string?)argument.Attribute("ARGNUM") ?? "";
            var id = new[] { "REFID", "ENTITYMENTIONID", "MENTIONID", "ENTITYID" }
                .Select(name => (string?)argument.Attribute(name)).FirstOrDefault(value => value is not null);
            if (draft.FindMention(xml.GetPlace(argument), id) is { } mention)
                result.Add((role, mention));
        }

        return result;
    }

    private static bool IsArgument(XElement element) =>
        element.Name.LocalName.EndsWith("_argument", StringComparison.Ordinal)
        || element.Name.LocalName.EndsWith("_arg", StringComparison.Ordinal);

    private void AddEvent(XElement happening)
    {
        var type = string.Join(
            ':', new[] { "TYPE", "SUBTYPE" }.Select(name => (string?)happening.Attribute(name)).Where(part => !string.IsNullOrEmpty(part)));
        var eventMentions = happening.Elements("event_mention")
            .Select(element => new EventMention(
                draft.AddMention((string?)element.Attribute("ID"), [type], Read(element.Element("anchor")?.Element("charseq")),
                    xml.GetPlace(element), mention => mention with { Kind = MentionKind.Trigger }),
                FindExtent(element),
                ReadArguments(element)))
            .ToList();
        draft.AddEvent(
            new EventAnnotation((string?)happening.Attribute("ID") ?? $"e{draft.Count}", type, null, [], xml.GetPlace(happening))
            {
                Status = GetStatus(happening),
                Properties = ListAttributes(happening, "ID", "TYPE", "SUBTYPE", "MODALITY", "POLARITY"),
            },
            eventMentions,
            ReadArguments(happening));
    }

    private TextSpan? FindExtent(XElement element) =>
        (element.Element("extent") ?? element.Element("ldc_extent"))?.Element("charseq") is { } characters
            ? draft.Find(Read(characters), xml.GetPlace(element), out _)
            : null;

    private static FactStatus GetStatus(XElement fact) =>
        (string?)fact.Attribute("POLARITY") == "Negative" ? new FactStatus(FactStatus.Negated)
        : (string?)fact.Attribute("MODALITY") == "Other" ? new FactStatus(FactStatus.Speculated)
        : FactStatus.Asserted;

    private static Properties ListAttributes(XElement element, params string[] without) =>
        [.. element.Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Value.Length > 0
                && !without.Contains(attribute.Name.LocalName))
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];

    private static Properties AddOthers(Properties properties, Properties others) =>
        properties.AddRange(others.Where(other => properties.All(known => known.Key != other.Key)));

    private void CountUnread(List<XElement> documents)
    {
        foreach (var element in xml.Root.DescendantsAndSelf())
            Attributes.CountAttributesOf(element, log);
        foreach (var beside in xml.Root.Elements().Where(element => element.Name.LocalName != "document"))
            log.CountLoss($"{beside.Name.LocalName} elements beside the document");
        foreach (var other in documents.Descendants()
            .Where(element => !Taken.Contains(element.Name.LocalName)
                && !element.Name.LocalName.EndsWith("_mention", StringComparison.Ordinal) && !IsArgument(element))
            .CountBy(element => element.Name.LocalName))
        {
            if (other.Key is "ldc_scope" or "ldc_extent" or "ldc_attr")
                log.CountPassed($"{other.Key} elements not read", other.Value);
            else
                log.CountLoss($"{other.Key} elements not read", other.Value);
        }
    }
}
