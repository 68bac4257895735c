using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// The markables of a document that tell of events. What refers to one instance is one event with evidence for each; its kind is the class
/// that the instance or the markable has.
/// </summary>
internal sealed class CatEvents
{
    private static readonly string[] Doubts = ["POSSIBLE", "PROBABLE", "UNCERTAIN"];
    private readonly List<EventMention> eventMentions = [];

    // The index of the first mention of the same event, by mention.
    private readonly Dictionary<int, int> events = [];

    public bool Has(int mention) => events.ContainsKey(mention);

    public void Add(string id, int mention, XElement markable, SourcePlace place)
    {
        events.Add(mention, eventMentions.Count);
        eventMentions.Add(new EventMention(id, mention, markable, place));
    }

    public void Join(ImmutableArray<int> mentions, Properties instance)
    {
        var joined = mentions.Where(Has).Select(mention => events[mention]).ToHashSet();
        if (joined.Count == 0)
            return;
        var first = joined.Min();
        eventMentions[first].Instance = eventMentions[first].Instance.AddRange(instance);
        foreach (var member in events.Keys.Where(member => joined.Contains(events[member])).ToList())
            events[member] = first;
    }

    public void AddParticipant(int mention, string role, int target, List<Mention> mentions, Properties properties) =>
        eventMentions[events[mention]].Participants.Add((role, target, mentions[mention].Span.Cover(mentions[target].Span), properties));

    /// <summary>The event that a mention tells of, or the mention.</summary>
    public Argument GetArgument(int mention) =>
        events.TryGetValue(mention, out var eventMention) ? new EventArgument(GetIndex(eventMention)) : new MentionArgument(mention);

    public ImmutableArray<EventAnnotation> Create(List<Mention> mentions) =>
    [
        .. ListFirst().Select(first =>
            Create(eventMentions[first], eventMentions.Where(other => events[other.Mention] == first).ToList(), mentions)),
    ];

    private IEnumerable<int> ListFirst() => events.Values.Distinct().Order();

    private int GetIndex(int eventMention) => ListFirst().TakeWhile(first => first != eventMention).Count();

    private EventAnnotation Create(EventMention first, List<EventMention> all, List<Mention> mentions)
    {
        Properties own = [.. first.Instance, .. ListAttributes(first.Markable)];
        string? Get(string name) =>
            own.FirstOrDefault(property => property.Key == name) is { Key: not null } found ? found.Value.AsString() : null;
        return new EventAnnotation(first.Id, Get("class") ?? mentions[first.Mention].Type, first.Mention,
            [.. first.Participants.Select(participant => new Participant(participant.Role, GetArgument(participant.Target))
            {
                Span = participant.Span,
                Properties = participant.Properties,
            })],
            first.Place)
        {
            Fragments = mentions[first.Mention].Fragments,
            Repeated = [.. all.Where(other => other != first).Select(other => mentions[other.Mention].Span)],
            Status = Get("polarity") is "NEG" or "NEGATIVE" ? new FactStatus(FactStatus.Negated)
                : Doubts.Contains(Get("certainty")) ? new FactStatus(FactStatus.Speculated)
                : FactStatus.Asserted,
            Properties =
            [
                .. own.Where(property => property.Key is not ("class" or "polarity" or "certainty")).DistinctBy(property => property.Key),
            ],
        };
    }

    private static IEnumerable<KeyValuePair<string, Value>> ListAttributes(XElement markable) =>
        markable.Attributes()
            .Where(attribute => attribute.Value.Length > 0
                && attribute.Name.LocalName is not ("m_id" or "id" or "RELATED_TO" or "TAG_DESCRIPTOR"))
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)));

    /// <summary>A markable that tells of an event.</summary>
    private sealed record EventMention(string Id, int Mention, XElement Markable, SourcePlace Place)
    {
        public Properties Instance { get; set; } = [];

        public List<(string Role, int Target, TextSpan Span, Properties Properties)> Participants { get; } = [];
    }
}
