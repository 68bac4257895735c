using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// One document of ACE. A name is its head, <c>Powell</c> and not <c>Secretary of State Powell, who</c>; what is no name is its whole
/// extent. The other of the two is a property.
/// </summary>
internal sealed class AceArticleReader(AnnotationFile file, XmlFile xml, MarkedText source, ReadingLog log)
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "entity_type", "entity_attributes", "name", "extent", "head", "charseq", "start", "end", "anchor", "external_link",
        "entity", "value", "timex2", "quantity", "relation", "event", "relation_mentions",
    };

    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<int>> mentionsOfThing = new(StringComparer.Ordinal);
    private readonly List<CoreferenceChain> chains = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly List<EventAnnotation> events = [];
    private MarkedSpans spans = null!;

    public AnnotatedArticle Read()
    {
        spans = MarkedSpans.Choose(source, MarkupCounting.WithoutTags,
            [.. xml.Root.Descendants("charseq").Select(ReadCharacters).OfType<RecordedSpan>()], MarkedMetadata.Header);
        if (spans.Counting != MarkupCounting.WithoutTags)
            log.Report(OffsetDiagnostics.OtherMarkup(xml.GetPlace(xml.Root), spans.Counting));
        var documents = xml.Root.Descendants("document").ToList();
        foreach (var thing in documents.Elements().Where(element => element.Name.LocalName is not ("relation" or "event")))
            AddThing(thing);
        foreach (var relation in documents.Elements("relation"))
            AddRelation(relation);
        foreach (var happening in documents.Elements("event"))
            AddEvent(happening);
        CountUnread(documents);
        var own = MarkedMetadata.Read(source);
        var id = (string?)documents.FirstOrDefault()?.Attribute("DOCID") is { Length: > 0 } given ? given : own.Id ?? file.Stem;
        return new AnnotatedArticle(
            own with { Id = id, Published = own.Published ?? MarkedMetadata.FindDate(id), Source = (string?)xml.Root.Attribute("SOURCE") },
            spans.Text)
        {
            File = file,
            Mentions = [.. mentions],
            Chains = [.. chains],
            Relations = [.. relations],
            Events = [.. events],
            Sentences = MarkedSentences.Split(spans.Text, spans.Breaks),
        };
    }

    /// <summary>An entity, value, time or quantity with its mentions, which are one thing.</summary>
    private void AddThing(XElement thing)
    {
        var kind = thing.Name.LocalName;
        var older = thing.Element("entity_type");
        var type = (string?)thing.Attribute("TYPE") ?? older?.Value.Trim() ?? kind.ToUpperInvariant();
        var subtype = (string?)thing.Attribute("SUBTYPE");
        ImmutableArray<string> types = string.IsNullOrEmpty(subtype) ? [type] : [type, subtype];
        var shared = ListAttributes(thing, "ID", "TYPE", "SUBTYPE");
        if ((string?)older?.Attribute("GENERIC") is { } generic)
            shared = shared.Add(new("GENERIC", Value.FromString(generic)));
        var links = thing.Elements("external_link")
            .Select(link => new EntityLink(GetAuthority((string?)link.Attribute("RESOURCE")), (string?)link.Attribute("EID") ?? ""))
            .ToImmutableArray();
        var first = mentions.Count;
        foreach (var element in thing.Elements($"{kind}_mention"))
            AddMention(element, types, shared, links);
        var members = Enumerable.Range(first, mentions.Count - first).ToImmutableArray();
        var id = (string?)thing.Attribute("ID") ?? "";
        mentionsOfThing[id] = members;
        if (members.Length > 1)
            chains.Add(new CoreferenceChain(id, members, xml.GetPlace(thing)));
    }

    private static string GetAuthority(string? resource) =>
        EntityLink.FromAddress(resource ?? "")?.Authority
            ?? (string.IsNullOrWhiteSpace(resource) ? "external" : resource.ToLowerInvariant());

    private void AddMention(XElement element, ImmutableArray<string> types, Properties shared, ImmutableArray<EntityLink> links)
    {
        var place = xml.GetPlace(element);
        var isName = (string?)element.Attribute("TYPE") is "NAM" or "NAME";
        var extent = element.Element("extent")?.Element("charseq");
        var head = element.Element("head")?.Element("charseq");
        var (own, other) = isName && head is not null ? (head, extent) : (extent ?? head, head);
        if (Find(own, place, out var recorded) is not { } span)
            return;

        var id = (string?)element.Attribute("ID") ?? $"m{mentions.Count + 1}";
        if (!mentionsById.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
            return;
        }

        var properties = AddOthers(shared, ListAttributes(element, "ID", "TYPE"));
        if ((string?)element.Attribute("TYPE") is { Length: > 0 } kind)
            properties = properties.Add(new("mentionType", Value.FromString(kind)));
        if (other is not null && Find(other, place, out _) is { } second && second != span)
            properties = properties.Add(new(own == head ? "extent" : "head", Value.FromString(Describe(second))));
        mentions.Add(new Mention(id, types, [span], place) { RecordedSurface = recorded, Links = links, Properties = properties });
    }

    private string Describe(TextSpan span) => spans.Text.Substring(span.Start, span.Length).ReplaceLineEndings(" ");

    /// <summary>Where the words of an element stand; null, and a diagnostic, where that is not in the text.</summary>
    /// <param name="recorded">The words of the file, where those of the text are others.</param>
    private TextSpan? Find(XElement? characters, SourcePlace place, out string? recorded)
    {
        recorded = null;
        if (characters is null || ReadCharacters(characters) is not { } read)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "mention", "it has no 'charseq' with its first and last character"));
            return null;
        }

        if (!spans.TryGetSpan(read.Start, read.End, out var span))
        {
            log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, read.Start, read.End, spans.Length));
            return null;
        }

        var surface = spans.Text.Substring(span.Start, span.Length);
        if (read.Surface is { } words && !TextOffsets.IsSame(surface, words))
        {
            recorded = words;
            log.ReportSurfaceMismatch(place, words, surface);
        }

        return span;
    }

    /// <summary><c>START</c> and <c>END</c> with the words; before 2004 elements, with the words in a comment.</summary>
    private static RecordedSpan? ReadCharacters(XElement characters)
    {
        var start = GetNumber((string?)characters.Attribute("START") ?? characters.Element("start")?.Value);
        var end = GetNumber((string?)characters.Attribute("END") ?? characters.Element("end")?.Value);
        if (start is null || end is null)
            return null;
        if (characters.Element("start") is null)
            return new RecordedSpan(start.Value, end.Value + 1, characters.Value);
        var comment = characters.Nodes().OfType<XComment>().Select(node => node.Value).FirstOrDefault() ?? "";
        var open = comment.IndexOf('"');
        var close = comment.LastIndexOf('"');
        return new RecordedSpan(start.Value, end.Value + 1, close > open ? comment[(open + 1)..close] : null);
    }

    private static long? GetNumber(string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A fact for each time that the text says it; once where the file does not say where.</summary>
    private void AddRelation(XElement relation)
    {
        var type = (string?)relation.Attribute("TYPE") ?? "";
        Properties properties = ListAttributes(relation, "ID", "TYPE", "SUBTYPE", "MODALITY");
        if ((string?)relation.Attribute("SUBTYPE") is { Length: > 0 } subtype)
            properties = properties.Insert(0, new("subtype", Value.FromString(subtype)));
        var told = relation.Descendants("relation_mention").ToList();
        foreach (var element in told.Count > 0 ? told : [relation])
        {
            var arguments = ReadArguments(element);
            var source = arguments.Find(argument => argument.Role is "Arg-1" or "1");
            var target = arguments.Find(argument => argument.Role is "Arg-2" or "2");
            if (source.Argument is null || target.Argument is null)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(xml.GetPlace(element), "relation", "it has no first and second argument"));
                continue;
            }

            relations.Add(new RelationAnnotation(
                (string?)element.Attribute("ID") ?? "", type, source.Argument, target.Argument, xml.GetPlace(element))
            {
                Fragments = FindExtent(element) is { } extent ? [extent] : [],
                Status = GetStatus(relation),
                Properties =
                [
                    .. AddOthers(properties, ListAttributes(element, "ID")),
                    .. arguments.Where(argument => argument != source && argument != target).Select(argument =>
                        KeyValuePair.Create(argument.Role, Value.FromString(Describe(mentions[argument.Argument!.Index].Span)))),
                ],
            });
        }
    }

    /// <summary>The arguments that stand in the file; one that names nothing is reported.</summary>
    private List<(string Role, MentionArgument? Argument)> ReadArguments(XElement element)
    {
        var result = new List<(string, MentionArgument?)>();
        foreach (var argument in element.Elements().Where(IsArgument))
        {
            var id = new[] { "REFID", "ENTITYMENTIONID", "MENTIONID", "ENTITYID" }
                .Select(name => (string?)argument.Attribute(name)).FirstOrDefault(value => value is not null) ?? "";
            var role = (string?)argument.Attribute("ROLE") ?? (string?)argument.Attribute("ARGNUM") ?? "";
            if (FindMention(id) is { } index)
                result.Add((role, new MentionArgument(index)));
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(argument), id));
        }

        return result;
    }

    private static bool IsArgument(XElement element) =>
        element.Name.LocalName.EndsWith("_argument", StringComparison.Ordinal)
        || element.Name.LocalName.EndsWith("_arg", StringComparison.Ordinal);

    private int? FindMention(string id) =>
        mentionsById.TryGetValue(id, out var index) ? index
        : mentionsOfThing.TryGetValue(id, out var members) && members.Length > 0 ? members[0] : null;

    /// <summary>An event that the text tells of several times is one, with a participant for each time that it names one.</summary>
    private void AddEvent(XElement happening)
    {
        var type = string.Join(
            ':', new[] { "TYPE", "SUBTYPE" }.Select(name => (string?)happening.Attribute(name)).Where(part => !string.IsNullOrEmpty(part)));
        var triggers = new List<int>();
        var participants = new List<Participant>();
        foreach (var element in happening.Elements("event_mention"))
        {
            var extent = FindExtent(element);
            if (AddTrigger(element, type) is { } trigger)
                triggers.Add(trigger);
            participants.AddRange(
                ReadArguments(element).Select(argument => new Participant(argument.Role, argument.Argument!) { Span = extent }));
        }

        var named = participants.ConvertAll(participant => (participant.Role, ((MentionArgument)participant.Argument).Index));
        foreach (var (role, argument) in ReadArguments(happening))
        {
            if (!named.Exists(known => known.Role == role && IsOfOneThing(known.Index, argument!.Index)))
                participants.Add(new Participant(role, argument!));
        }

        events.Add(new EventAnnotation(
            (string?)happening.Attribute("ID") ?? $"e{events.Count + 1}", type, triggers.Count > 0 ? triggers[0] : null, [.. participants],
            xml.GetPlace(happening))
        {
            Fragments = triggers.Count > 0 ? mentions[triggers[0]].Fragments : [],
            Repeated = [.. triggers.Skip(1).Select(trigger => mentions[trigger].Span)],
            Status = GetStatus(happening),
            Properties = ListAttributes(happening, "ID", "TYPE", "SUBTYPE", "MODALITY", "POLARITY"),
        });
        log.Count("further mentions of events", Math.Max(0, triggers.Count - 1));
    }

    private bool IsOfOneThing(int left, int right) =>
        left == right || chains.Exists(chain => chain.Mentions.Contains(left) && chain.Mentions.Contains(right));

    private int? AddTrigger(XElement element, string type)
    {
        var place = xml.GetPlace(element);
        if (Find(element.Element("anchor")?.Element("charseq"), place, out var recorded) is not { } span)
            return null;
        mentions.Add(new Mention((string?)element.Attribute("ID") ?? $"m{mentions.Count + 1}", [type], [span], place)
        {
            Kind = MentionKind.Trigger,
            RecordedSurface = recorded,
        });
        return mentions.Count - 1;
    }

    private TextSpan? FindExtent(XElement element) =>
        (element.Element("extent") ?? element.Element("ldc_extent"))?.Element("charseq") is { } characters
            ? Find(characters, xml.GetPlace(element), out _)
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
