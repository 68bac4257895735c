namespace Graph.Annotations;

/// <summary>Reads the events of a record: a trigger that is a span or the id of a mention, and arguments that name mentions.</summary>
internal sealed class JsonEventReader(JsonEventMap map, JsonSpans spans, JsonMentions mentions, ReadingLog log)
{
    public ImmutableArray<EventAnnotation> Read(IEnumerable<JsonRecord> items)
    {
        var events = ImmutableArray.CreateBuilder<EventAnnotation>();
        foreach (var item in items)
        {
            var type = map.Type.GetText(item.Root) ?? "";
            var trigger = FindTrigger(item, type, out var span);
            var participants = ImmutableArray.CreateBuilder<Participant>();
            foreach (var argument in map.Arguments.GetAll(item.Root))
            {
                if (Find(item with { Root = argument }, map.Target, "argument") is { } mention)
                    participants.Add(new Participant(map.Role.GetText(argument) ?? "", new MentionArgument(mention))
                    {
                        Properties = argument.Others(map.ArgumentNames),
                    });
            }

            events.Add(new EventAnnotation(
                map.Id.GetText(item.Root) ?? $"e{events.Count + 1}", type, trigger, participants.ToImmutable(), item.Place)
            {
                Fragments = span is { } words ? [words] : [],
                Properties = item.Root.Others(map.Names),
            });
        }

        return events.ToImmutable();
    }

    private int? FindTrigger(JsonRecord item, string type, out TextSpan? span)
    {
        span = null;
        if (map.TriggerStart.GetInteger(item.Root) is { } start && map.TriggerEnd.GetInteger(item.Root) is { } end)
        {
            if (spans.TryGet(start, end, out var words))
            {
                span = words;
                return mentions.AddTrigger(type, words, item.Place);
            }

            log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(item.Place, start, end, spans.Length));
            return null;
        }

        return map.Trigger.TryGet(item.Root, out var named) && named.Text() is not null ? Find(item, map.Trigger, "trigger") : null;
    }

    /// <summary>A mention by its id or, where mentions have none of their own, by its place in their list.</summary>
    private int? Find(JsonRecord item, JsonField field, string what) => mentions.Find(item, field, what, isPlace: !mentions.HaveIds);
}
