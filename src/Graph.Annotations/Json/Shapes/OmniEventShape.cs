using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// OmniEvent's form of ACE, MAVEN, DuEE and others: events by type with their triggers, whose arguments are mentions; entities by type with
/// theirs. Offsets are characters.
/// </summary>
internal sealed class OmniEventShape() : JsonShape("OmniEvent")
{
    private static readonly HashSet<string> Taken =
        new(StringComparer.Ordinal) { "text", "events", "entities", "negative_triggers", "candidates", "source" };

    public override bool Fits(JsonElement record) =>
        record.Get("text").ValueKind == JsonValueKind.String && record.HasArray("events") && record.HasArray("negative_triggers")
        && record.Items("events").All(happening => happening.HasArray("triggers"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        reading.Log.CountPassed("words that tell of no event", root.Items("negative_triggers").Count());
        var draft = reading.CreateDraft(record, root.Text("text")!);
        var triggers = root.Items("events").SelectMany(happening => happening.Items("triggers")).ToList();
        var mentions = root.Items("entities").SelectMany(entity => entity.Items("mentions"))
            .Concat(triggers.SelectMany(trigger => trigger.Items("arguments")).SelectMany(argument => argument.Items("mentions")));
        var offsets = TextOffsets.Choose(draft.Text, [.. mentions.Concat(triggers).Select(ReadSpan)]);
        foreach (var entity in root.Items("entities"))
            draft.AddChain(null, entity.Items("mentions").Select(mention => Add(mention, entity.Text("type"), offsets, draft))
                .OfType<int>());
        foreach (var happening in root.Items("events"))
        {
            foreach (var trigger in happening.Items("triggers"))
                AddEvent(happening.Text("type") ?? "", trigger, offsets, draft);
        }

        yield return draft.ToArticle();
    }

    private static int? Add(JsonElement mention, string? type, TextOffsets offsets, JsonArticleDraft draft) =>
        draft.FindSpan(offsets, ReadSpan(mention)) is { } span
            ? draft.AddMention(mention.Text("mention_id"), [type ?? ""], span, mention.Text("mention"))
            : null;

    private static void AddEvent(string type, JsonElement trigger, TextOffsets offsets, JsonArticleDraft draft)
    {
        if (draft.FindSpan(offsets, ReadSpan(trigger)) is not { } words)
            return;
        var participants = new List<Participant>();
        foreach (var argument in trigger.Items("arguments"))
        {
            // Mentions of one argument are one thing.
            if (argument.Items("mentions").Select(mention => FindOrAdd(mention, offsets, draft)).OfType<int>()
                .ToList() is [var first, ..] members)
            {
                participants.Add(new Participant(argument.Text("role") ?? "", new MentionArgument(first)));
                if (members.Count > 1)
                    draft.AddChain(null, members);
            }
        }

        draft.AddEvent(trigger.Text("id"), type, draft.AddTrigger(null, type, words, trigger.Text("trigger_word")), participants);
    }

    private static int? FindOrAdd(JsonElement mention, TextOffsets offsets, JsonArticleDraft draft) =>
        draft.FindMention(mention.Text("mention_id")) is { } known ? known
        : draft.FindSpan(offsets, ReadSpan(mention)) is { } span ? draft.FindOrAddMention(span, "argument")
        : null;

    private static RecordedSpan ReadSpan(JsonElement item) => new(
        item.Get("position").At(0).Integer() ?? -1, item.Get("position").At(1).Integer() ?? -1, item.TextOf("mention", "trigger_word"));
}
