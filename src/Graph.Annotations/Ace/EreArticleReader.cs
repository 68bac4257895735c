using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>One document of ERE. A hopper is one event, however often and in how many kinds the text tells of it.</summary>
internal sealed class EreArticleReader(AnnotationFile file, XmlFile xml, MarkedText source, ReadingLog log)
{
    private const string OfArgument = " @entity_mention_id @filler_id @entity_id @role @type @realis";

    private static readonly KnownElements Known = new(
    [
        "entities", "entity", "entity_mention", "mention_text", "nom_head @source @offset @length", "fillers",
        "filler @id @type @source @offset @length", "relations", "relation @id @type @subtype", "relation_mention",
        "trigger @source @offset @length", "hoppers", "hopper @id", "events", "event @id @type @subtype", "event_mention", "args",
        "arg" + OfArgument, "em_arg" + OfArgument, "rel_arg1" + OfArgument, "rel_arg2" + OfArgument,
    ]);

    private static readonly string[] References = ["entity_mention_id", "filler_id", "entity_id"];

    private StandoffDraft draft = null!;

    public AnnotatedArticle Read()
    {
        var spans = MarkedSpans.Choose(source, MarkupCounting.WithTags,
            [.. xml.Root.Descendants().Select(ReadSpan).OfType<RecordedSpan>()], MarkedMetadata.Header);
        if (spans.Counting != MarkupCounting.WithTags)
            log.Report(OffsetDiagnostics.OtherMarkup(xml.GetPlace(xml.Root), spans.Counting));
        draft = new StandoffDraft(spans, log);
        foreach (var entity in xml.Root.Descendants("entity"))
            AddEntity(entity);
        foreach (var filler in xml.Root.Descendants("filler"))
            AddFiller(filler);
        foreach (var element in xml.Root.Descendants("relation_mention"))
            AddRelation(element);
        foreach (var happening in xml.Root.Descendants().Where(element => element.Name.LocalName is "hopper" or "event"))
            AddEvent(happening);
        Known.CountOthers(xml.Root, log);
        log.CountLoss("arguments whose realis is not true", xml.Root.Descendants().Count(element =>
            IsArgument(element) && (string?)element.Attribute("realis") is { } realis && realis != "true"));
        var own = MarkedMetadata.Read(source);
        var id = (string?)xml.Root.Attribute("doc_id") is { Length: > 0 } given ? given : own.Id ?? file.Stem;
        return draft.ToArticle(file, own with
        {
            Id = id,
            Published = own.Published ?? MarkedMetadata.FindDate(id),
            Source = (string?)xml.Root.Attribute("source_type"),
        });
    }

    /// <summary>Where an element says that it stands, with its words.</summary>
    private static RecordedSpan? ReadSpan(XElement element)
    {
        if (WholeNumber.Read(element, "offset") is not { } start || WholeNumber.Read(element, "length") is not { } length)
            return null;
        var words = element.Element("mention_text")?.Value ?? (element.HasElements ? null : element.Value);
        return new RecordedSpan(start, start + length, words is { Length: > 0 } ? words : null);
    }

    private void AddEntity(XElement entity)
    {
        var shared = ListAttributes(entity, "id", "type");
        var first = draft.Count;
        foreach (var element in entity.Elements("entity_mention"))
        {
            var properties = shared.AddRange(ListAttributes(element, "id", "source", "offset", "length"));
            if (element.Element("nom_head") is { } head)
                properties = properties.Add(new("head", Value.FromString(head.Value)));
            draft.AddMention((string?)element.Attribute("id"), [(string?)entity.Attribute("type") ?? ""], ReadSpan(element),
                xml.GetPlace(element), mention => mention with { Properties = properties });
        }

        draft.AddEntity((string?)entity.Attribute("id") ?? "", first, xml.GetPlace(entity));
    }

    /// <summary>A value that is no entity, such as a title, a time or a sum.</summary>
    private void AddFiller(XElement filler)
    {
        var type = (string?)filler.Attribute("type") ?? "filler";
        draft.AddMention((string?)filler.Attribute("id"), [type], ReadSpan(filler), xml.GetPlace(filler));
    }

    private void AddRelation(XElement element)
    {
        var relation = element.Parent!;
        var arguments = ReadArguments(element);
        if (arguments.Count < 2)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(xml.GetPlace(element), "relation", "it has not two arguments"));
            return;
        }

        Properties properties = ListAttributes(element, "id", "realis", "type", "subtype");
        if ((string?)relation.Attribute("subtype") is { Length: > 0 } subtype)
            properties = properties.Insert(0, new("subtype", Value.FromString(subtype)));
        draft.AddRelation(new RelationAnnotation(
            (string?)element.Attribute("id") ?? "",
            (string?)relation.Attribute("type") ?? "",
            new MentionArgument(arguments[0].Mention),
            new MentionArgument(arguments[1].Mention),
            xml.GetPlace(element))
        {
            Status = GetStatus(element),
            Properties =
            [
                .. properties,
                .. arguments.Skip(2)
                    .Select(argument => KeyValuePair.Create(argument.Role, Value.FromString(draft.Describe(argument.Mention)))),
            ],
        });
    }

    /// <summary>Elements that name a mention or filler: <c>rel_arg1</c>, <c>em_arg</c>, and <c>arg</c> in <c>args</c>.</summary>
    private List<(string Role, int Mention)> ReadArguments(XElement element)
    {
        var result = new List<(string, int)>();
        foreach (var argument in element.Descendants().Where(IsArgument))
        {
            var role = (string?)argument.Attribute("role") ?? (string?)argument.Attribute("type") ?? "";
            if (draft.FindMention(xml.GetPlace(argument), [.. References.Select(name => (string?)argument.Attribute(name))]) is { } mention)
                result.Add((role, mention));
        }

        return result;
    }

    private static bool IsArgument(XElement element) => References.Any(name => element.Attribute(name) is not null);

    private void AddEvent(XElement happening)
    {
        var elements = happening.Elements("event_mention").ToList();
        var kinds = elements.ConvertAll(GetKind);
        var eventMentions = elements.Select((element, index) => new EventMention(
            element.Element("trigger") is not { } trigger ? null
                : draft.AddMention((string?)element.Attribute("id"), [kinds[index]], ReadSpan(trigger), xml.GetPlace(element),
                    mention => mention with { Kind = MentionKind.Trigger }),
            null,
            ReadArguments(element)))
            .ToList();
        if (elements.Count == 0)
            return;
        var properties = ListAttributes(elements[0], "id", "type", "subtype", "realis", "source", "offset", "length");
        if (kinds.Distinct().Count() > 1)
            properties = properties.Add(new("kinds", Value.FromList([.. kinds.Distinct().Select(Value.FromString)])));
        draft.AddEvent(
            new EventAnnotation((string?)happening.Attribute("id") ?? $"e{draft.Count}", kinds[0], null, [], xml.GetPlace(happening))
            {
                Status = GetStatus(elements[0]),
                Properties = properties,
            },
            eventMentions,
            []);
    }

    private static string GetKind(XElement element) => string.Join(
        ':', new[] { "type", "subtype" }
            .Select(name => (string?)element.Attribute(name) ?? (string?)element.Parent?.Attribute(name))
            .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>What did not happen, or not at a time that is known, is not told as a fact.</summary>
    private static FactStatus GetStatus(XElement element) =>
        (string?)element.Attribute("realis") is "other" or "false" or "generic"
            ? new FactStatus(FactStatus.Speculated)
            : FactStatus.Asserted;

    private static Properties ListAttributes(XElement element, params string[] without) =>
        [.. element.Attributes()
            .Where(attribute => attribute.Value.Length > 0 && !without.Contains(attribute.Name.LocalName))
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];
}
