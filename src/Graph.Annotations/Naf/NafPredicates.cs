using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Predicates of the semantic role layer as events. A role that names an entity or another predicate is a participant;
/// the words of every other role are a property of the event under the role's name.
/// </summary>
internal sealed class NafPredicates(XmlFile xml, NafText text, NafMentions mentions, ReadingLog log)
{
    private readonly List<Predicate> predicates = [];
    private readonly Dictionary<TextSpan, int> bySpan = [];

    public ImmutableArray<EventAnnotation> Read()
    {
        foreach (var element in xml.Root.Elements("srl").Elements("predicate"))
        {
            var fragments = text.GetFragments(element.Element("span"));
            predicates.Add(new Predicate(element, NafText.GetId(element, "prid"), fragments));
            if (!fragments.IsEmpty)
                bySpan.TryAdd(Cover(fragments), predicates.Count - 1);
        }

        var status = new NafFactStatus(xml, text, mentions, log);
        status.Read([.. predicates.Select(predicate => predicate.Fragments)]);
        return [.. predicates.Select((predicate, index) => CreateEvent(predicate, status.GetStatus(index), status.GetProperties(index)))];
    }

    private EventAnnotation CreateEvent(Predicate predicate, FactStatus status, IEnumerable<KeyValuePair<string, Value>> factuality)
    {
        var participants = ImmutableArray.CreateBuilder<Participant>();
        var words = new SortedDictionary<string, List<Value>>(StringComparer.Ordinal);
        foreach (var role in predicate.Element.Elements("role"))
        {
            var name = (string?)role.Attribute("semRole") is { Length: > 0 } given ? given : "role";
            var fragments = text.GetFragments(role.Element("span"));
            if (fragments.IsEmpty)
                log.CountLoss("roles without a span");
            else if (FindArgument(role, fragments) is { } argument)
                participants.Add(new Participant(name, argument));
            else
                (words.TryGetValue(name, out var list) ? list : words[name] = []).Add(Value.FromString(GetSurface(fragments)));
        }

        return new EventAnnotation(predicate.Id, "predicate", null, participants.ToImmutable(), xml.GetPlace(predicate.Element))
        {
            Fragments = predicate.Fragments,
            Status = status,
            Properties =
            [
                .. GetFrames(predicate.Element),
                .. factuality,
                .. words.Select(pair => KeyValuePair.Create(pair.Key, ToValue(pair.Value)))
            ],
        };
    }

    private Argument? FindArgument(XElement role, ImmutableArray<TextSpan> fragments)
    {
        var span = Cover(fragments);
        if (mentions.Find(fragments) is { } exact)
            return new MentionArgument(exact);
        if (bySpan.TryGetValue(span, out var predicate))
            return new EventArgument(predicate);

        var head = role.Element("span")!.Elements("target").Where(target => (string?)target.Attribute("head") == "yes");
        var headSpan = text.GetFragments(new XElement("span", head));
        if (headSpan.IsEmpty)
            return null;
        if (mentions.FindWithin(span, Cover(headSpan)) is { } within)
            return new MentionArgument(within);
        return bySpan.TryGetValue(Cover(headSpan), out var headPredicate) ? new EventArgument(headPredicate) : null;
    }

    /// <summary>The frames and senses that the predicate is linked to, one property per resource.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> GetFrames(XElement predicate) =>
        predicate.Elements("externalReferences").Elements("externalRef")
            .Where(reference => reference.Attribute("reference") is not null)
            .GroupBy(reference => (string?)reference.Attribute("resource") ?? "reference", StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(
                group.Key,
                ToValue([.. group.Select(reference => (string)reference.Attribute("reference")!).Distinct().Select(Value.FromString)])));

    private string GetSurface(ImmutableArray<TextSpan> fragments) =>
        string.Join(' ', fragments.Select(fragment => text.Text.Substring(fragment.Start, fragment.Length)));

    private static Value ToValue(List<Value> values) => values.Count == 1 ? values[0] : Value.FromList([.. values]);

    private static TextSpan Cover(ImmutableArray<TextSpan> fragments) => TextSpan.FromBounds(fragments[0].Start, fragments[^1].End);

    private sealed record Predicate(XElement Element, string Id, ImmutableArray<TextSpan> Fragments);
}
