using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>Facts beside the names of a text: who wrote a letter to whom, where and when, and who says what.</summary>
internal sealed class TeiFacts(XmlFile xml, XElement? header, string articleId, IReadOnlySet<string> localIds)
{
    private static readonly string[] NameElements = ["persName", "orgName", "placeName", "settlement", "rs", "name"];
    private readonly List<EntityDescription> entities = [];
    private readonly HashSet<string> described = new(StringComparer.Ordinal);

    /// <summary>Who the facts are about, as the header calls them.</summary>
    public IEnumerable<EntityDescription> Entities => entities;

    public static XElement? FindAction(XElement? header, string type) =>
        header?.Descendants(Namespace + "correspAction").FirstOrDefault(action => (string?)action.Attribute("type") == type);

    /// <summary>A date by its attributes, <c>@when</c> before <c>@from</c> and <c>@to</c>, or its text.</summary>
    public static string GetDateText(XElement date)
    {
        string? Get(string name) => (string?)date.Attribute(name) is { Length: > 0 } value ? value : null;
        if ((Get("when") ?? Get("when-iso")) is { } when)
            return when.Length > 10 && when[10] == 'T' ? when[..10] : when;
        var (from, to) = (Get("from") ?? Get("notBefore") ?? Get("from-iso"), Get("to") ?? Get("notAfter") ?? Get("to-iso"));
        return from is not null && to is not null ? $"{from}/{to}" : from ?? to ?? TeiBody.Normalize(date.Value);
    }

    /// <summary>One event for a letter: <c>sender</c>, <c>receiver</c> and the places, with the day on which it was sent.</summary>
    public IEnumerable<EventAnnotation> ReadCorrespondence()
    {
        foreach (var (number, description) in (header?.Descendants(Namespace + "correspDesc") ?? []).Index())
        {
            var participants = new List<Participant>();
            foreach (var action in description.Elements(Namespace + "correspAction"))
            {
                var type = (string?)action.Attribute("type") ?? "sent";
                foreach (var element in action.Descendants()
                    .Where(element => element.Name.Namespace == Namespace && NameElements.Contains(element.Name.LocalName)
                        && element
                            .Ancestors()
                            .TakeWhile(above => above != action)
                            .All(above => !NameElements.Contains(above.Name.LocalName))))
                    participants.Add(new Participant(GetRole(element, type), ToArgument(element)));
            }

            if (participants.Count == 0)
                continue;
            var days = new[] { ("sent", "on"), ("received", "receivedOn") }.Select(action =>
                (Name: action.Item2, Day: FindDay(description, action.Item1)));
            yield return new EventAnnotation($"letter{number + 1}", "letter", null, [.. participants], xml.GetPlace(description))
            {
                Properties =
                [
                    .. days.Where(day => day.Day is not null).Select(day => KeyValuePair.Create(day.Name, Value.FromDate(day.Day))),
                    .. description.Attributes("ref").Select(address => KeyValuePair.Create("url", Value.FromString(address.Value))),
                ],
            };
        }
    }

    /// <summary>An event for each speech, whose words are its evidence.</summary>
    public IEnumerable<EventAnnotation> ReadSpeeches(IEnumerable<(XElement Element, TextSpan Span)> speeches)
    {
        foreach (var (number, (element, span)) in speeches.Index())
        {
            var name = GetSpeaker(element);
            var targets = TeiReference.Split((string?)element.Attribute("who")).ToList();
            // Who is only called by name, such as 'Ann.' in a play, is the same throughout the text.
            var speakers = targets.Count == 0 && name.Length > 0
                ? [new Participant("speaker", Describe($"#{articleId}:{name}", element, "persName", [name]))]
                : targets.Select(target => new Participant("speaker", Describe(target, element, "persName", [])));
            yield return new EventAnnotation(
                (string?)element.Attribute(TeiAuthorities.Id) ?? $"speech{number + 1}",
                "speech",
                null,
                [.. speakers],
                xml.GetPlace(element))
            {
                Fragments = [span],
            };
        }
    }

    private static PartialDate? FindDay(XElement description, string action) =>
        (FindAction(description, action)?.Descendants(Namespace + "date") ?? [])
            .Select(GetDateText)
            .FirstOrDefault(text => text.Length > 0) is { } text
            && PartialDate.TryParse(text, out var day, out _)
                ? day
                : null;

    private static string GetRole(XElement element, string action)
    {
        var isPlace = element.Name.LocalName is "placeName" or "settlement" || (string?)element.Attribute("type") == "place";
        return action switch
        {
            "sent" => isPlace ? "sentFrom" : "sender",
            "received" => isPlace ? "receivedAt" : "receiver",
            _ => action,
        };
    }

    private EntityArgument ToArgument(XElement element)
    {
        var name = TeiBody.Read(element.Nodes());
        var target = TeiReference.Split((string?)element.Attribute("ref") ?? (string?)element.Attribute("key")).FirstOrDefault();
        return Describe(target ?? $"#{element.Name.LocalName}:{name}", element, element.Name.LocalName, name.Length > 0 ? [name] : []);
    }

    private static string GetSpeaker(XElement speech) =>
        TeiBody.Read(speech.Element(Namespace + "speaker")?.Nodes() ?? []).TrimEnd('.', ':', ',');

    private EntityArgument Describe(string target, XElement element, string type, ImmutableArray<string> names)
    {
        var link = EntityLink.FromAddress(target);
        var id = link is null ? TeiReference.GetEntityId(target, localIds, articleId) : link.Key;
        var place = xml.GetPlace(element);
        if (described.Add(id))
            entities.Add(new EntityDescription(id, type, names, place) { Links = link is null ? [] : [link] });
        return new EntityArgument(id, place);
    }
}
