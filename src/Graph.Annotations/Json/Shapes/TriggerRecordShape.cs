using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A sentence and one event that it tells of, by the place of the words that do, as OntoEvent has them: <c>{"event_mention_tokens": [...],
/// "trigger": "arrested", "trigger_pos": [1, 1], "event_type": "Arrest"}</c>. Places are tokens; whether the last is included shows in the
/// words. Of a text that is in no tokens the words are enough.
/// </summary>
internal sealed class TriggerRecordShape() : JsonShape("a trigger a record")
{
    private static readonly string[] TokenLists = ["event_mention_tokens", "tokens", "words", "token"];
    private const string Trigger = "trigger";
    private const string EventType = "event_type";
    private static readonly string[] Places = ["trigger_pos", "trigger_position", "trigger_span", "trigger_offset"];
    private static readonly string[] Types = ["event_type", "type", "label"];
    private static readonly HashSet<string> Repeated =
        new(StringComparer.Ordinal) { "event_mention", "trigger_tokens", "trigger", "sent_id", "doc_title" };

    /// <summary>Whether a table has a column for a text, one for words in it and one for the event that these tell of.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) =>
        names.Contains(Trigger) && names.Contains(EventType) && names.Any(JsonTexts.IsName);

    public override bool Fits(JsonElement record) => record.Text(Trigger) is not null
        && (FindTokens(record) is null ? record.Text(EventType) is not null && FindInText(record) is not null
            : FindPlace(record) is not null && record.TextOf(Types) is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        if (FindTokens(root) is null)
        {
            yield return ReadText(record, reading);
            yield break;
        }

        var (list, place) = (FindTokens(root)!, FindPlace(root)!);
        var tokens = JsonTokens.Read(root.Get(list));
        reading.CountUnread(root, [.. Repeated, .. Types, list, place]);
        var draft = reading.CreateDraft(record, tokens.ToString(), ReadMetadata(record, reading));
        var (start, end) = (root.Get(place).At(0).Integer() ?? -1, root.Get(place).At(1).Integer() ?? -1);
        if (FindSpan(tokens, start, end, root.Text(Trigger)!) is { } span)
            draft.AddEvent(null, root.TextOf(Types)!, draft.AddTrigger(null, root.TextOf(Types)!, span, root.Text(Trigger)), []);
        else
            draft.ReportSpan(start, end, tokens.Count);
        yield return draft.ToArticle();
    }

    private static AnnotatedArticle ReadText(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = JsonTexts.FindKnown(root)!;
        var places = root.Fields().Select(JsonText.GetName).Where(field => field.StartsWith(Trigger, StringComparison.Ordinal));
        reading.CountUnread(root, [JsonTexts.FirstStep(name), EventType, .. places]);
        var draft = reading.CreateDraft(record, JsonTexts.Get(root, name)!);
        var type = root.Text(EventType)!;
        draft.AddEvent(null, type, draft.AddTrigger(null, type, FindInText(root)!.Value, root.Text(Trigger)), []);
        return draft.ToArticle();
    }

    /// <summary>Where the fields say, or where the words stand first; null in a record that lists more.</summary>
    private static TextSpan? FindInText(JsonElement record)
    {
        if (record.Fields().Any(field => field.Value.At(0).IsObject())
            || JsonTexts.FindKnown(record) is not { } name || JsonTexts.Get(record, name) is not { } text
            || InlinePlace.Read(record, Trigger) is not { Surface: { } words } place)
            return null;
        if (place.Start >= 0 && TextOffsets.Choose(text, [place]).TryGetSpan(place.Start, place.End, out var span)
            && TextOffsets.IsSame(text.AsSpan(span.Start, span.Length), words))
            return span;
        return WordFinder.Find(text, words) is >= 0 and var start ? new TextSpan(start, words.Length) : null;
    }

    /// <summary>The sentences of one document have its id and a number.</summary>
    private static ArticleMetadata ReadMetadata(JsonRecord record, JsonReading reading) =>
        reading.ReadMetadata(record.Root, record.Place) is var metadata && metadata.Id is { } document
            && record.Root.Text("sent_id") is { } sentence
            ? metadata with { Id = $"{document}.{sentence}", Title = metadata.Title ?? record.Root.Text("doc_title") }
            : metadata;

    private static TextSpan? FindSpan(JsonTokens tokens, long start, long end, string words)
    {
        TextSpan? first = null;
        foreach (var stop in new[] { end, end + 1 })
        {
            if (!tokens.TryGetSpan(start, stop, out var span))
                continue;
            if (TextOffsets.IsSame(tokens.ToString().AsSpan(span.Start, span.Length), words))
                return span;
            first ??= span;
        }

        return first;
    }

    private static string? FindTokens(JsonElement record) => Array.Find(TokenLists, name => record.Get(name).IsTexts());

    private static string? FindPlace(JsonElement record) =>
        Array.Find(Places, name => record.Get(name) is { ValueKind: JsonValueKind.Array } place && place.At(0).Integer() is not null
            && place.At(1).Integer() is not null);
}
