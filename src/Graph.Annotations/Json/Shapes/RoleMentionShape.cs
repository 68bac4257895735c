using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Events whose trigger is one of the words that they list with their roles, as FewFC has them: <c>{"type": "transfer", "mentions":
/// [{"word": "sold", "span": [3, 7], "role": "trigger"}]}</c>. Offsets are characters; words with one span are one mention.
/// </summary>
internal sealed class RoleMentionShape() : JsonShape("events by roles")
{
    private const string Events = "events";
    private const string Mentions = "mentions";
    private const string Trigger = "trigger";

    public override bool Fits(JsonElement record) =>
        record.IsObject() && JsonTexts.FindKnown(record) is not null
        && record.Items(Events).Any()
        && record.Items(Events).All(happening => happening.Text("type") is not null
            && happening.Items(Mentions).Any(item => item.Text("role") == Trigger)
            && happening.Items(Mentions).All(item => item.Text("role") is not null && SpanFields.Find(item) is not null));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = JsonTexts.FindKnown(root)!;
        reading.CountUnread(root, [JsonTexts.FirstStep(name), Events]);
        var draft = reading.CreateDraft(record, JsonTexts.Get(root, name)!);
        var offsets = TextOffsets.Choose(
            draft.Text,
            [.. root.Items(Events).SelectMany(happening => happening.Items(Mentions))
                .Select(item => SpanFields.Find(item)!.Value.ReadSpan(item))]);
        foreach (var happening in root.Items(Events))
            AddEvent(happening, offsets, draft);
        yield return draft.ToArticle();
    }

    private static void AddEvent(JsonElement happening, TextOffsets offsets, JsonArticleDraft draft)
    {
        var type = happening.Text("type")!;
        int? trigger = null;
        var participants = new List<Participant>();
        foreach (var item in happening.Items(Mentions))
        {
            var recorded = SpanFields.Find(item)!.Value.ReadSpan(item);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;
            if (item.Text("role") != Trigger)
                participants.Add(new Participant(item.Text("role")!, new MentionArgument(draft.FindOrAddMention(span, null))));
            else if (trigger is null)
                trigger = draft.AddTrigger(null, type, span, recorded.Surface);
            else
                draft.Log.CountLoss("further triggers of an event", 1, draft.Place);
        }

        draft.AddEvent(happening.Text("id"), type, trigger, participants);
    }
}
