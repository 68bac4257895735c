using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// spaCy, <c>Doc.to_json()</c>: entities in <c>ents</c>; the groups of the map <c>spans</c> are layers of their own. Characters are code
/// points.
/// </summary>
internal sealed class SpacyDocShape() : JsonShape("spaCy")
{
    private static readonly HashSet<string> Taken = ["text", "ents", "sents", "spans", "tokens"];
    private static readonly HashSet<string> OfSpan = ["start", "end", "start_char", "end_char", "label", "id", "kb_id", "text"];

    public override bool Fits(JsonElement record) =>
        record.Get("text").ValueKind == JsonValueKind.String
        && (IsSpans(record.Get("ents")) && (record.HasArray("tokens") || record.HasArray("sents") || record.Get("spans").IsObject())
            || (!record.HasArray("ents") || IsSpans(record.Get("ents")))
                && record.Get("spans").IsObject() && record.Get("spans").EnumerateObject().All(group => IsSpans(group.Value)));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("text")!;
        reading.CountUnread(root, Taken);
        var offsets = new TextOffsets(text);
        var sentences = root
            .Items("sents")
            .Select(item => offsets.TryGetSpan(item.Integer("start") ?? -1, item.Integer("end") ?? -1, out var span) ? span : default)
            .Where(span => span.Length > 0).ToImmutableArray();
        var draft = reading.CreateDraft(record, text, sentences: sentences.IsEmpty ? default : sentences);
        Add(root.Get("ents"), layer: null, offsets, draft);
        var groups = root.Get("spans").Fields().ToList();
        var isMain = !root.HasArray("ents") && groups.Count == 1;
        foreach (var group in groups)
            Add(group.Value, isMain ? null : group.Name, offsets, draft);
        yield return draft.ToArticle();
    }

    private static bool IsSpans(JsonElement list) =>
        list.IsArray() && list.EnumerateArray().All(item => item.Integer("start") is not null && item.Integer("end") is not null);

    private static void Add(JsonElement list, string? layer, TextOffsets offsets, JsonArticleDraft draft)
    {
        foreach (var item in list.Items())
        {
            var recorded = new RecordedSpan(item.Integer("start") ?? -1, item.Integer("end") ?? -1, null);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;

            draft.Complete(draft.AddMention(null, [item.Text("label") ?? ""], span, item.Text("text")), mention => mention with
            {
                Layer = layer,
                EntityId = item.Text("id") is { Length: > 0 } id ? id : null,
                Properties = item.Others(OfSpan),
                Links = item.Text("kb_id") is { Length: > 0 } link && link != "NIL" ? [ReadLink(link)] : [],
            });
        }
    }

    private static EntityLink ReadLink(string id) =>
        id[0] == 'Q' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && id.Length > 1 ? new EntityLink(EntityLink.Wikidata, id)
            : EntityLink.FromAddress(id) ?? new EntityLink("kb", id);
}

/// <summary>
/// spaCy's training pairs, <c>["text", {"entities": [[0, 5, "PERSON"]]}]</c>, as also the annotators of tecoholic and others write them.
/// </summary>
internal sealed class SpacyPairShape() : JsonShape("spaCy pairs")
{
    public override bool Fits(JsonElement record) =>
        record.IsArray() && record.GetArrayLength() == 2 && record[0].ValueKind == JsonValueKind.String && record[1].HasArray("entities");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var text = JsonText.Get(record.Root[0]);
        reading.CountUnread(record.Root[1], ["entities"]);
        var draft = reading.CreateDraft(record, text, reading.ReadMetadata(record.Root[1], record.Place));
        var items = record.Root[1].Items("entities").ToList();
        var offsets = TextOffsets.Choose(
            text, [.. items.Select(item => new RecordedSpan(item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -1, null))]);
        foreach (var item in items)
        {
            if (draft.FindSpan(offsets, new RecordedSpan(item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -1, null)) is { } span)
                draft.AddMention(null, [item.At(2).Text() ?? ""], span);
        }

        yield return draft.ToArticle();
    }
}
