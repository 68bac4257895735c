using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>One TEI text to one article.</summary>
/// <param name="name">Its id where it has none of its own.</param>
/// <param name="layers">Annotations on it in other files.</param>
internal sealed class TeiArticleReader(
    AnnotationFile file, XmlFile xml, XElement root, string name, IReadOnlyList<TeiLayer> layers, ReadingLog log)
{
    private static readonly XName Language = XNamespace.Xml + "lang";

    /// <summary>Elements inside a name that say what its words are.</summary>
    private static readonly HashSet<string> Parts = ["forename", "surname", "roleName", "genName", "nameLink", "addName"];

    private readonly XElement? header = root.Element(Namespace + "teiHeader");

    // The ids of parts of the text, and of names that others stand for.
    private HashSet<string> words = [];
    private HashSet<string> named = [];

    public AnnotatedArticle Read()
    {
        var metadata = ReadMetadata();
        var places = layers.Count > 0 || TeiStandoff.IsIn(root) ? new TeiPlaces() : null;
        var body = new TeiBody(root, places);
        foreach (var part in root.Elements(Namespace + "text").Elements())
            body.Add(part);
        var names = body.MarkedNames;
        words = TeiReference.ListWords(root, names);
        named = TeiReference.ListNamesReferredTo(names, words);
        IReadOnlySet<string> localIds = TeiAuthorities.GetIds(root).Union(named).ToHashSet(StringComparer.Ordinal);
        var facts = new TeiFacts(xml, header, metadata.Id!, localIds);
        log.CountLoss("names outside the text", body.NamesLeftOut);
        TeiAuthorities.CountUnread(root, log);
        CountUnread();
        TeiElements.CountUnread(root, log);
        foreach (var layer in layers)
            TeiElements.CountUnread(layer.Root, log);
        var standoff = new TeiStandoff(new TeiLayer(file.Name, xml, root), layers, places ?? new TeiPlaces(), body.Text, log);
        standoff.Read();
        var joined = TeiContinuations.Join(names).ToList();
        var authorities = new TeiAuthorities(xml, metadata.Id, IndexById(joined, standoff.Mentions.Count));

        return new AnnotatedArticle(metadata, body.Text)
        {
            File = file,
            Mentions =
            [
                .. standoff.Mentions,
                .. joined.Select((name, index) => CreateMention(name, index, localIds, metadata.Id!)),
                .. new TeiFeatures(xml, root, standoff.Structures, log).Read(body.Text, body.Segments),
            ],
            Chains = [.. standoff.Chains],
            Events = [.. facts.ReadCorrespondence(), .. facts.ReadSpeeches(body.Speeches)],
            Entities = authorities.Read(root).AddRange(facts.Entities),
            Relations = [.. authorities.ReadRelations(root, localIds)],
            Sentences = body.Sentences.Count == 0 ? default : [.. body.Sentences],
            Notes = [.. body.Notes.Select(note => CreateNote(note.Note, note.Position))],
        };
    }

    /// <summary>The index of the mention by each xml:id of its parts.</summary>
    private static Dictionary<string, int> IndexById(List<ImmutableArray<TeiName>> mentions, int first) =>
        mentions.Index()
            .SelectMany(mention => mention.Item.Select(part => (Id: (string?)part.Element.Attribute(TeiAuthorities.Id), mention.Index)))
            .Where(part => part.Id is not null)
            .DistinctBy(part => part.Id)
            .ToDictionary(part => part.Id!, part => first + part.Index, StringComparer.Ordinal);

    private Mention CreateMention(ImmutableArray<TeiName> parts, int index, IReadOnlySet<string> localIds, string articleId)
    {
        var name = parts[0];
        var id = (string?)name.Element.Attribute(TeiAuthorities.Id);
        var (entityId, links) = TeiReference.Read(
            parts.FirstOrDefault(part => part.Element.Attribute("ref") is not null, name).Element, localIds, words, articleId, log);
        return new Mention(
            id ?? $"n{index + 1}",
            [name.Type],
            [.. parts.Select(part => part.Span)],
            xml.GetPlace(name.Element))
        {
            EntityId = entityId ?? (id is not null && named.Contains(id) ? TeiReference.GetEntityId(id, localIds, articleId) : null),
            Links = links,
            Properties = [.. GetProperties(name)],
        };
    }

    /// <summary>What TEI says of a name beside what it points at.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> GetProperties(TeiName marked)
    {
        var name = marked.Element;
        foreach (var attribute in new[] { "cert", "role", "type", "subtype" })
        {
            if ((string?)name.Attribute(attribute) is { Length: > 0 } value && value != marked.Type)
                yield return KeyValuePair.Create(attribute == "cert" ? "certainty" : attribute, Value.FromString(value));
        }

        var tags = TeiReference.Split((string?)name.Attribute("ana")).Select(tag => tag.TrimStart('#')).ToList();
        if (tags.Count > 0)
            yield return KeyValuePair.Create("ana", Value.FromString(string.Join(' ', tags)));

        foreach (var part in name
            .Descendants()
            .Where(part => part.Name.Namespace == Namespace && Parts.Contains(part.Name.LocalName))
            .GroupBy(part => part.Name.LocalName))
        {
            var words = part.Select(Normalize).Where(value => value.Length > 0).ToList();
            if (words.Count > 0)
                yield return KeyValuePair.Create(part.Key, Value.FromString(string.Join(' ', words)));
        }
    }

    /// <summary>What points at something, or at a day, and is no name.</summary>
    private void CountUnread()
    {
        var others = root
            .Elements(Namespace + "text")
            .Descendants()
            .Where(element => element.Name.Namespace == Namespace
                && (IsDate(element) || (element.Attribute("ref") ?? element.Attribute("key")) is not null)
                && !TeiBody.IsName(element)
                && !TeiAuthorities.IsInList(element))
            .ToList();
        log.CountPassed("dates in the text", others.Count(IsDate));
        var segments = root.Elements(Namespace + "text").Descendants(Namespace + "seg").Where(IsOtherSegment);
        foreach (var type in segments.CountBy(segment => (string)segment.Attribute("type")!))
            log.CountPassed($"'seg' elements of type '{type.Key}'", type.Value);
        foreach (var pointing in others.Where(element => !IsDate(element)).CountBy(element => element.Name.LocalName))
            log.CountLoss($"'{pointing.Key}' elements that refer to something", pointing.Value);
    }

    /// <summary>A typed part of the text that is neither a name nor an annotation.</summary>
    private static bool IsOtherSegment(XElement segment) =>
        segment.Attribute("type") is not null && segment.Attribute("ana") is null && !TeiBody.IsName(segment);

    private static bool IsDate(XElement element) => element.Name.LocalName is "date" or "time";

    /// <summary>Names inside a note stand outside the text, so they mention nothing in it; they are counted.</summary>
    private ArticleNote CreateNote(XElement note, int position)
    {
        log.CountLoss(
            "names inside notes",
            note.Descendants().Count(element => element.Name.LocalName is "persName" or "placeName" or "orgName" or "name" or "rs"));
        return new ArticleNote(TeiBody.Normalize(note.Value), Target: null, new TextSpan(position, 0));
    }

    private ArticleMetadata ReadMetadata()
    {
        var statement = header?.Element(Namespace + "fileDesc");
        var source = statement?.Element(Namespace + "sourceDesc");
        var publication = statement?.Element(Namespace + "publicationStmt");
        return new ArticleMetadata(
            Id: (string?)root.Attribute(TeiAuthorities.Id) ?? GetIdentifier(publication, isAddress: false) ?? name,
            Title: GetText(ChooseTitle(statement?.Element(Namespace + "titleStmt"))),
            Published: FindDate(header?.Element(Namespace + "profileDesc")?.Element(Namespace + "creation"))
                ?? FindDate(TeiFacts.FindAction(header, "sent")) ?? FindDate(source) ?? FindDate(publication),
            Source: GetText(source?.Descendants(Namespace
                + "title").FirstOrDefault(title => (string?)title.Attribute("level") is "j" or "m"))
                ?? GetText(source?.Descendants(Namespace + "publisher").FirstOrDefault())
                ?? GetText(publication?.Element(Namespace + "publisher")),
            Language: (string?)root.Element(Namespace + "text")?.Attribute(Language) ?? (string?)root.Attribute(Language)
                ?? (string?)header?.Descendants(Namespace + "language").FirstOrDefault()?.Attribute("ident"),
            Url: GetIdentifier(publication, isAddress: true) ?? GetIdentifier(source, isAddress: true));
    }

    /// <summary>The title of the document itself, not of the series that it stands in.</summary>
    private static XElement? ChooseTitle(XElement? statement)
    {
        var titles = statement?.Elements(Namespace + "title").ToList() ?? [];
        return titles.Find(title => (string?)title.Attribute("level") == "a")
            ?? titles.Find(title => (string?)title.Attribute("type") == "main")
            ?? titles.Find(title => (string?)title.Attribute("level") != "s" && (string?)title.Attribute("type") != "sub")
            ?? titles.FirstOrDefault();
    }

    /// <summary>The first date of a statement that says anything, from its attributes or its text.</summary>
    private PartialDate? FindDate(XElement? scope)
    {
        if (scope?.Descendants(Namespace + "date").FirstOrDefault(date => TeiFacts.GetDateText(date).Length > 0) is not { } element)
            return null;

        var text = TeiFacts.GetDateText(element);
        if (PartialDate.TryParse(text, out var date, out var reason))
            return date;

        log.Report(ReadingDiagnostics.BadDate(xml.GetPlace(element), text, reason!));
        return null;
    }

    private static string? GetIdentifier(XElement? scope, bool isAddress) =>
        scope?.Descendants(Namespace + "idno")
            .Select(Normalize)
            .FirstOrDefault(value => value.Length > 0 && Uri.IsWellFormedUriString(value, UriKind.Absolute) == isAddress);

    private static string? GetText(XElement? element) => element is null || Normalize(element) is not { Length: > 0 } text ? null : text;

    private static string Normalize(XElement element) => TeiBody.Read(element.Nodes());
}
