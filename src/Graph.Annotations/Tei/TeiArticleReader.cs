using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>One TEI text to one article.</summary>
internal sealed class TeiArticleReader(AnnotationFile file, XmlFile xml, XElement root, ReadingLog log)
{
    private static readonly XName Language = XNamespace.Xml + "lang";
    private readonly XElement? header = root.Element(Namespace + "teiHeader");

    public AnnotatedArticle Read()
    {
        var metadata = ReadMetadata();
        var localIds = TeiAuthorities.GetIds(root);
        var authorities = new TeiAuthorities(xml, metadata.Id);
        var body = new TeiBody();
        foreach (var part in root.Elements(Namespace + "text").Elements())
            body.Add(part);
        log.Count("names outside the text", body.NamesLeftOut);

        return new AnnotatedArticle(metadata, body.Text)
        {
            File = file,
            Mentions = [.. body.MarkedNames.Select((name, index) => CreateMention(name, index, localIds, metadata.Id!))],
            Entities = authorities.Read(root),
            Relations = [.. authorities.ReadRelations(root, localIds)],
            Sentences = body.Sentences.Count == 0 ? default : [.. body.Sentences],
            Notes = [.. body.Notes.Select(note => CreateNote(note.Note, note.Position))],
        };
    }

    private Mention CreateMention(TeiName name, int index, IReadOnlySet<string> localIds, string articleId)
    {
        var (entityId, links) = TeiReference.Read(name.Element, localIds, articleId);
        return new Mention((string?)name.Element.Attribute(TeiAuthorities.Id) ?? $"n{index + 1}", [name.Type], [name.Span], xml.GetPlace(name.Element))
        {
            EntityId = entityId,
            Links = links,
            Properties = [.. GetProperties(name.Element)],
        };
    }

    /// <summary>What TEI says of a name beside what it points at.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> GetProperties(XElement name)
    {
        foreach (var attribute in new[] { "cert", "role", "subtype" })
        {
            if ((string?)name.Attribute(attribute) is { Length: > 0 } value)
                yield return KeyValuePair.Create(attribute == "cert" ? "certainty" : attribute, Value.FromString(value));
        }
    }

    /// <summary>Names inside a note stand outside the text, so they mention nothing in it; they are counted.</summary>
    private ArticleNote CreateNote(XElement note, int position)
    {
        log.Count("names inside notes", note.Descendants().Count(element => element.Name.LocalName is "persName" or "placeName" or "orgName" or "name" or "rs"));
        return new ArticleNote(TeiBody.Normalize(note.Value), Target: null, new TextSpan(position, 0));
    }

    private ArticleMetadata ReadMetadata()
    {
        var statement = header?.Element(Namespace + "fileDesc");
        var source = statement?.Element(Namespace + "sourceDesc");
        var publication = statement?.Element(Namespace + "publicationStmt");
        return new ArticleMetadata(
            Id: (string?)root.Attribute(TeiAuthorities.Id) ?? GetIdentifier(publication, isAddress: false) ?? file.Stem,
            Title: GetText(statement?.Element(Namespace + "titleStmt")?.Element(Namespace + "title")),
            Published: FindDate(source) ?? FindDate(publication),
            Source: GetText(source?.Descendants(Namespace + "title").FirstOrDefault(title => (string?)title.Attribute("level") is "j" or "m"))
                ?? GetText(source?.Descendants(Namespace + "publisher").FirstOrDefault()) ?? GetText(publication?.Element(Namespace + "publisher")),
            Language: (string?)root.Element(Namespace + "text")?.Attribute(Language) ?? (string?)root.Attribute(Language)
                ?? (string?)header?.Descendants(Namespace + "language").FirstOrDefault()?.Attribute("ident"),
            Url: GetIdentifier(publication, isAddress: true) ?? GetIdentifier(source, isAddress: true));
    }

    /// <summary>The first date of a statement, from <c>@when</c>, <c>@from</c> and <c>@to</c>, or its text.</summary>
    private PartialDate? FindDate(XElement? scope)
    {
        if (scope?.Descendants(Namespace + "date").FirstOrDefault() is not { } element)
            return null;

        var text = (string?)element.Attribute("when")
            ?? ((string?)element.Attribute("from") is { } from && (string?)element.Attribute("to") is { } to ? $"{from}/{to}" : Normalize(element));
        if (PartialDate.TryParse(text, out var date, out var reason))
            return date;

        log.Report(ReadingDiagnostics.BadDate(xml.GetPlace(element), text, reason!));
        return null;
    }

    private static string? GetIdentifier(XElement? scope, bool isAddress) =>
        scope?.Descendants(Namespace + "idno").Select(Normalize).FirstOrDefault(value => value.Length > 0 && Uri.IsWellFormedUriString(value, UriKind.Absolute) == isAddress);

    private static string? GetText(XElement? element) => element is null || Normalize(element) is not { Length: > 0 } text ? null : text;

    private static string Normalize(XElement element) => TeiBody.Normalize(element.Value);
}
