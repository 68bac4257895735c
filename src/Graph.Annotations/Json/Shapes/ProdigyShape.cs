using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Prodigy: <c>spans</c> with characters, <c>relations</c> between tokens, <c>answer</c> what the annotator said of the example. Rejected
/// and ignored examples keep their text and lose their annotations, which are counted.
/// </summary>
internal sealed class ProdigyShape() : JsonShape("Prodigy")
{
    private static readonly HashSet<string> Taken =
    [
        "text", "tokens", "spans", "relations", "answer", "_input_hash", "_task_hash", "_session_id", "_view_id", "_timestamp",
        "_annotator_id",
        "_is_binary", "config", "html", "style", "priority", "_char_level",
    ];

    private static readonly HashSet<string> OfSpan =
        ["start", "end", "token_start", "token_end", "label", "type", "text", "color", "source", "input_hash"];
    private static readonly HashSet<string> OfRelation = ["head", "child", "label", "type", "head_span", "child_span", "color"];

    public override bool Fits(JsonElement record) =>
        record.Get("text").ValueKind == JsonValueKind.String
        && (record.Get("_input_hash").ValueKind == JsonValueKind.Number
            || record.Text("answer") is "accept" or "reject" or "ignore"
            || HasSpans(record));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("text")!;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, text, ReadMetadata(record, reading));
        var spans = root.Items("spans").Where(item => item.IsObject()).ToList();
        var relations = root.Items("relations").ToList();
        if (root.Text("answer") is "reject" or "ignore")
        {
            var answer = root.Text("answer") == "reject" ? "rejected" : "ignored";
            reading.Log.Count($"mentions of {answer} examples", spans.Count);
            reading.Log.Count($"relations of {answer} examples", relations.Count);
        }
        else
        {
            Read(root, spans, relations, draft);
        }

        yield return draft.ToArticle();
    }

    private static ArticleMetadata ReadMetadata(JsonRecord record, JsonReading reading) => reading.ReadMetadata(record.Root, record.Place);

    private static bool HasSpans(JsonElement record) =>
        record.Items("spans").FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
        && first.Get("start").ValueKind == JsonValueKind.Number
        && (first.Get("token_start").ValueKind == JsonValueKind.Number
            || (!record.TryGetProperty("ents", out _) && !record.TryGetProperty("entities", out _) && !HasOtherRelations(record)));

    /// <summary>Between what no tokens count.</summary>
    private static bool HasOtherRelations(JsonElement record) => !record.HasArray("tokens")
        && record.Items("relations").Any() && !record.Items("relations").Any(relation => relation.Get("head_span").IsObject());

    private static void Read(JsonElement root, List<JsonElement> spans, List<JsonElement> relations, JsonArticleDraft draft)
    {
        var offsets = TextOffsets.Choose(draft.Text, [.. spans.Concat(root.Items("tokens")).Select(ReadSpan).OfType<RecordedSpan>()]);
        var byToken = new Dictionary<long, int>();
        foreach (var item in spans)
        {
            if (AddMention(item, offsets, draft) is { } index)
                TokenCover.Add(byToken, item, index);
        }

        foreach (var item in relations)
        {
            draft.AddRelation(null, item.Text("label") ?? item.Text("type"), FindEnd(item, "head", root, offsets, byToken, draft),
                FindEnd(item, "child", root, offsets, byToken, draft), relation => relation with { Properties = item.Others(OfRelation) });
        }
    }

    private static int? AddMention(JsonElement item, TextOffsets offsets, JsonArticleDraft draft)
    {
        if (ReadSpan(item) is not { } recorded || !offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
        {
            draft.ReportSpan(item.Integer("start") ?? -1, item.Integer("end") ?? -1, offsets.Length);
            return null;
        }

        var type = item.Text("label") ?? (item.Text("type") is "span" ? null : item.Text("type")) ?? "";
        var index = draft.AddMention(null, [type], span, recorded.Surface);
        draft.Complete(index, mention => mention with { Properties = item.Others(OfSpan) });
        return index;
    }

    /// <summary>The span that the relation repeats, else the one around its token; a bare token is a mention of its own layer.</summary>
    private static int? FindEnd(
        JsonElement relation, string name, JsonElement root, TextOffsets offsets, Dictionary<long, int> byToken, JsonArticleDraft draft)
    {
        if (ReadSpan(relation.Get($"{name}_span")) is { } recorded && offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
            return draft.FindMention(span) ?? draft.FindOrAddMention(span, "token", relation.Get($"{name}_span").Text("label") ?? "");
        if (relation.Integer(name) is not { } token)
            return null;
        if (byToken.TryGetValue(token, out var known))
            return known;
        return ReadSpan(root.Items("tokens").FirstOrDefault(item => item.Integer("id") == token)) is { } word
            && offsets.TryGetSpan(word.Start, word.End, out var place)
            ? draft.FindOrAddMention(place, "token") : null;
    }

    private static RecordedSpan? ReadSpan(JsonElement item) =>
        item.Integer("start") is { } start && item.Integer("end") is { } end ? new RecordedSpan(start, end, item.Text("text")) : null;
}
