using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Label Studio, JSON: the text in <c>data</c>, regions and relations as items of <c>annotations[].result[]</c> (<c>completions</c> before
/// 1.0). Cancelled annotations and predictions are left out; of several annotators the ground truth counts, else all, each by name.
/// </summary>
internal sealed class LabelStudioShape() : JsonShape("Label Studio")
{
    private static readonly HashSet<string> Taken =
    [
        "data", "annotations", "completions", "predictions", "drafts", "file_upload", "created_at", "updated_at", "inner_id", "project",
        "updated_by",
        "total_annotations", "cancelled_annotations", "total_predictions", "comment_count", "unresolved_comment_count",
        "last_comment_updated_at",
        "comment_authors", "allow_skip", "overlap", "is_labeled", "annotations_results", "annotations_ids", "annotators",
        "precomputed_agreement",
    ];

    private static readonly HashSet<string> OfAnnotation =
    [
        "result", "id", "completed_by", "was_cancelled", "skipped", "ground_truth", "created_at", "updated_at", "draft_created_at",
        "lead_time", "prediction", "result_count", "unique_id", "import_id", "last_action", "bulk_created", "task", "project", "updated_by",
        "parent_prediction", "parent_annotation", "last_created_by", "created_username", "created_ago", "honeypot",
    ];

    private static readonly HashSet<string> OfResult =
    [
        "id", "from_name", "to_name", "type", "value", "origin", "from_id", "to_id", "direction", "labels", "meta", "score", "readonly",
        "hidden", "parentID", "normalization",
    ];

    public static readonly HashSet<string> OfValue =
        ["start", "end", "text", "globalOffsets", "startOffset", "endOffset", "labels", "hypertextlabels", "paragraphlabels", "taxonomy"];

    public override bool Fits(JsonElement record) =>
        record.Get("data").IsObject()
        && (record.HasArray("annotations") || record.HasArray("completions") || record.HasArray("predictions"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var only = reading.Files.Settings.Annotator;
        var annotations = ChooseAnnotations(record.Root, only, reading.Log).ToList();
        var data = record.Root.Get("data");
        reading.CountUnread(record.Root, Taken);
        reading.Log.Count("predictions left out", record.Root.Items("predictions").Count());
        var (name, found, turns) = FindText(data, annotations);
        reading.CountImported("data", data, new HashSet<string>([name ?? "", "meta", "metadata"], StringComparer.Ordinal));
        foreach (var annotation in annotations)
        {
            reading.CountUnread("annotations", annotation, OfAnnotation);
            foreach (var result in annotation.Items("result"))
                reading.CountUnread("annotations[].result", result, OfResult);
        }

        if (found is not { } text)
        {
            reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "article", "its data has no text"));
            yield break;
        }

        var metadata = reading.ReadMetadata(record.Root, record.Place, "id").Or(reading.ReadMetadata(data, record.Place));
        var draft = reading.CreateDraft(record, text, metadata);
        var offsets = TextOffsets.Choose(text,
            [.. annotations
                .SelectMany(ListRegions)
                .Select(region => LabelStudioRegion.ReadSpan(region.Get("value"), turns))
                .OfType<RecordedSpan>()]);
        foreach (var annotation in annotations)
            Read(annotation, annotations.Count > 1 ? GetAnnotator(annotation) : null, turns, offsets, draft);
        yield return draft.ToArticle();
    }

    private static IEnumerable<JsonElement> ListRegions(JsonElement annotation) =>
        annotation.Items("result").Where(item => item.Get("value").IsObject());

    private static IEnumerable<JsonElement> ChooseAnnotations(JsonElement record, string? annotator, ReadingLog log)
    {
        var all = record.Items("annotations").Concat(record.Items("completions")).Where(item => item.IsObject()).ToList();
        var done = all.Where(item => !item.IsTrue("was_cancelled") && !item.IsTrue("skipped")).ToList();
        log.Count("cancelled annotations left out", all.Count - done.Count);
        if (annotator is not null)
            return done.Where(item => GetAnnotator(item) == annotator);
        var truth = done.Where(item => item.IsTrue("ground_truth")).ToList();
        if (truth.Count == 0)
            return done;
        log.Count("annotations beside the ground truth left out", done.Count - truth.Count);
        return truth;
    }

    private static string GetAnnotator(JsonElement annotation) =>
        annotation.Get("completed_by") is { ValueKind: JsonValueKind.Object } person
            ? person.TextOf("email", "username", "first_name", "id") ?? "" : annotation.Text("completed_by") ?? annotation.Text("id") ?? "";

    /// <summary>
    /// The text that the regions are on: the field that they name, else the one in which their words stand, else the longest.
    /// </summary>
    private static (string? Name, string? Text, ImmutableArray<int> Turns) FindText(JsonElement data, List<JsonElement> annotations)
    {
        var texts = data.EnumerateObject().Select(property => (property.Name, Text: GetText(property.Value)))
            .Where(candidate => candidate.Text is not null).ToList();
        var regions = annotations.SelectMany(ListRegions).ToList();
        var name = regions
            .Select(region => region.Text("to_name"))
            .FirstOrDefault(found => texts.Exists(candidate => candidate.Name == found))
            ?? (texts.Exists(candidate => candidate.Name == "text") ? "text" : null);
        var spans = regions
            .Select(region => LabelStudioRegion.ReadSpan(region.Get("value")))
            .OfType<RecordedSpan>()
            .Where(span => span.Surface is not null)
            .Take(3)
            .ToList();
        return texts
            .OrderByDescending(candidate => spans.Count > 0
                && spans.TrueForAll(span => candidate.Text!.Contains(span.Surface!.Trim(), StringComparison.Ordinal)))
            .ThenByDescending(candidate => candidate.Name == name).ThenByDescending(candidate => candidate.Text!.Length)
            .Select(candidate => (candidate.Name, candidate.Text, GetTurns(data.Get(candidate.Name)))).FirstOrDefault((null!, null, []));
    }

    /// <summary>Where each turn of a dialogue begins; offsets of its regions count in their turn.</summary>
    private static ImmutableArray<int> GetTurns(JsonElement value)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        var next = 0;
        foreach (var turn in value.Items())
        {
            starts.Add(next);
            next += (turn.Text("text") ?? "").Length + 1;
        }

        return starts.ToImmutable();
    }

    /// <summary>A string, or the turns of a dialogue.</summary>
    private static string? GetText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => LabelStudioRegion.ToPlainText(JsonText.Get(value)),
        JsonValueKind.Array when value.GetArrayLength() > 0
            && value.EnumerateArray().All(turn => turn.Get("text").ValueKind == JsonValueKind.String)
            => string.Join('\n', value.EnumerateArray().Select(turn => turn.Text("text"))),
        _ => null,
    };

    private static void Read(
        JsonElement annotation, string? annotator, ImmutableArray<int> turns, TextOffsets offsets, JsonArticleDraft draft)
    {
        var items = annotation.Items("result").ToList();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var region in items
            .Where(item => item.Get("value").IsObject() && item.Text("type") != "relation")
            .DistinctBy(region => (region.Text("id") ?? region.GetRawText(), region.Text("type"))))
        {
            if (AddRegion(region, annotator, turns, offsets, draft) is { } index)
                ids.TryAdd(region.Text("id") ?? "", index);
        }

        foreach (var relation in items.Where(item => item.Text("type") == "relation"))
            AddRelation(relation, ids, draft);
    }

    private static int? AddRegion(
        JsonElement region, string? annotator, ImmutableArray<int> turns, TextOffsets offsets, JsonArticleDraft draft)
    {
        var value = region.Get("value");
        if (LabelStudioRegion.ReadSpan(value, turns) is not { } recorded
            || LabelStudioRegion.GetLabels(value, region.Text("type")) is not { IsEmpty: false } labels)
        {
            draft.Log.CountLoss($"Label Studio '{region.Text("type") ?? "result"}' results not read");
            return null;
        }

        if (draft.FindSpan(offsets, recorded) is not { } span)
            return null;

        var index = draft.AddMention(null, labels, span, recorded.Surface);
        Properties properties = [.. value.Others(OfValue), .. region.Get("meta").Others(OfValue)];
        draft.Complete(
            index,
            mention => mention with
            {
                Properties = annotator is null ? properties : properties.Add(new("annotator", Value.FromString(annotator)))
            });
        return index;
    }

    private static void AddRelation(JsonElement relation, Dictionary<string, int> ids, JsonArticleDraft draft)
    {
        var from = ids.TryGetValue(relation.Text("from_id") ?? "", out var first) ? first : (int?)null;
        var to = ids.TryGetValue(relation.Text("to_id") ?? "", out var second) ? second : (int?)null;
        var direction = relation.Text("direction") ?? "right";
        var labels = relation.Get("labels").Texts();
        var properties = direction == "bi"
            ? [new KeyValuePair<string, Value>("direction", Value.FromString("both"))]
            : ImmutableArray<KeyValuePair<string, Value>>.Empty;
        foreach (var label in labels.IsEmpty ? ["relation"] : labels)
        {
            draft.AddRelation(null, label, direction == "left" ? to : from, direction == "left" ? from : to,
                made => made with { Properties = [.. properties] });
        }
    }
}
