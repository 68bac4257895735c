using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Coreference alone: a text and clusters of the places of mentions, <c>{"text": "...", "clusters": [[[0, 4], [9, 12]]]}</c>. In a text
/// these are characters, also as objects that have the words too; in tokens they include the last one and may begin with the number of
/// their sentence.
/// </summary>
internal sealed class ClusterShape() : JsonShape("clusters of places")
{
    private const string Entities = "entities";
    private static readonly string[] Lists =
    [
        "clusters", "coref_clusters", "coreference_clusters", "coref_chains", "coreference_chains", "chains", "coref", "corefs",
        "coreference", "coreferences", "gold_clusters", Entities,
    ];

    public override bool Fits(JsonElement record) =>
        FindList(record) is not null && FindText(record) is not null;

    public override bool FitsEmpty(JsonElement record) =>
        Array.Exists(Lists, name => record.Get(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
        && FindText(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = FindText(root)!;
        var list = FindList(root) ?? Lists[0];
        var tokens = ReadTokens(root.Get(name));
        reading.CountUnread(root, [JsonTexts.FirstStep(name), list, "speakers"]);
        var draft = reading.CreateDraft(
            record, tokens?.ToString() ?? JsonTexts.Get(root, name)!,
            sentences: tokens is { SentenceCount: > 1 } ? tokens.Sentences : default);
        var places = root.Items(list).SelectMany(cluster => cluster.Items()).Select(ReadPlace).ToList();
        var offsets = tokens is null ? TextOffsets.Choose(draft.Text, places) : null;
        foreach (var cluster in root.Items(list))
            draft.AddChain(null, cluster.Items().Select(item => Add(item, offsets, tokens, draft)).OfType<int>());
        yield return draft.ToArticle();
    }

    private static int? Add(JsonElement item, TextOffsets? offsets, JsonTokens? tokens, JsonArticleDraft draft)
    {
        var place = ReadPlace(item);
        if (offsets is not null)
            return draft.FindSpan(offsets, place) is { } found ? draft.AddMention(null, [""], found, place.Surface) : null;
        var sentence = item.GetArrayLength() == 3 ? (int?)item.At(0).Integer() : null;
        return draft.FindSpanTo(tokens!, place.Start, place.End, sentence) is { } span ? draft.AddMention(null, [""], span) : null;
    }

    private static RecordedSpan ReadPlace(JsonElement item)
    {
        if (item.IsObject())
            return SpanFields.Find(item)?.ReadSpan(item) ?? new RecordedSpan(-1, -1, null);
        var first = item.GetArrayLength() - 2;
        return new RecordedSpan(item.At(first).Integer() ?? -1, item.At(first + 1).Integer() ?? -1, null);
    }

    /// <summary>Objects are those of a text, and a list of entities may have them by sentences.</summary>
    private static string? FindList(JsonElement record) => Array.Find(
        Lists, name => AreNumbers(record.Get(name))
            || (name != Entities && AreObjects(record.Get(name)) && JsonTexts.FindKnown(record) is not null));

    private static bool AreObjects(JsonElement value) =>
        value.Items().Any(cluster => cluster.Items().Any())
        && value.Items().All(cluster => cluster.IsArray() && cluster.Items().All(
            place => place.IsObject() && SpanFields.Find(place) is { HasEnd: true, Surface: not null }));

    /// <summary>Lists of lists of two or three whole numbers, all of the same length.</summary>
    private static bool AreNumbers(JsonElement value) =>
        value.Items().Any(cluster => cluster.Items().Any())
        && value.Items().SelectMany(cluster => cluster.Items()).FirstOrDefault() is { ValueKind: JsonValueKind.Array } first
        && first.GetArrayLength() is 2 or 3
        && value.Items().All(cluster => cluster.IsArray() && cluster.Items().All(place =>
            place.IsArray()
                && place.GetArrayLength() == first.GetArrayLength()
                && place.Items().All(number => number.Integer() is not null)));

    /// <summary>A field with a text, with tokens, with lists of these, or with sentences that hold tokens.</summary>
    private static string? FindText(JsonElement record) =>
        JsonTexts.FindKnown(record) ?? JsonTexts.FindTokens(record) ?? (ReadTokens(record.Get("sentences")) is null ? null : "sentences");

    private static JsonTokens? ReadTokens(JsonElement value)
    {
        if (!value.IsArray() || value.GetArrayLength() == 0)
            return null;
        if (value.At(0).IsObject())
            return value.Items().All(sentence => sentence.HasArray("tokens"))
                ? JsonTokens.Read(value.Items().Select(sentence => sentence.Get("tokens")))
                : null;
        return JsonTokens.Read(value);
    }
}
