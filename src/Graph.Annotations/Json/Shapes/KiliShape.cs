using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Kili: assets with their <c>content</c> and the labels of annotators; a label answers jobs, some of which name entities and relate them
/// by their <c>mid</c>. Of each annotator the latest label counts, but a review counts alone; what models say is left out.
/// </summary>
internal sealed class KiliShape() : JsonShape("Kili")
{
    private const string Response = "jsonResponse";
    private static readonly HashSet<string> Taken =
        ["id", "externalId", "content", "jsonContent", "jsonMetadata", "labels", "latestLabel", "status"];
    private static readonly HashSet<string> OfMention =
        ["beginId", "beginOffset", "categories", "content", "endId", "endOffset", "mid", "annotationId", "type"];

    public override bool Fits(JsonElement record) => IsAsset(record) && ListLabels(record).Any();

    public override bool FitsEmpty(JsonElement record) => IsAsset(record);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var metadata = reading.ReadMetadata(root, record.Place, "externalId", "id");
        var draft = reading.CreateDraft(record, root.Text("content")!, metadata);
        var labels = Choose([.. ListLabels(root)], reading);
        var spans = labels.SelectMany(label => ListAnnotations(label, "beginOffset")).Select(ReadSpan).ToList();
        var offsets = TextOffsets.Choose(draft.Text, new OffsetCounting(OffsetUnit.Utf16), spans);
        foreach (var label in labels)
            ReadLabel(label, labels.Count > 1 ? GetAuthor(label) : null, offsets, draft, reading);
        yield return draft.ToArticle();
    }

    private static bool IsAsset(JsonElement record) =>
        record.Get("content").ValueKind == JsonValueKind.String && (record.HasArray("labels") || record.Get("latestLabel").IsObject())
        && (record.Text("externalId") is not null || record.Get("jsonMetadata").IsObject());

    private static string? GetAuthor(JsonElement label) => label.Get("author").TextOf("email", "id");

    private static List<JsonElement> Choose(List<JsonElement> labels, JsonReading reading)
    {
        if (reading.Files.Settings.Annotator is { } annotator)
            return labels.FindAll(label => GetAuthor(label) == annotator);
        var made = labels.FindAll(label => label.Text("labelType") is not ("PREDICTION" or "INFERENCE" or "AUTOSAVE"));
        var reviewed = made.FindAll(label => label.Text("labelType") == "REVIEW");
        var chosen = reviewed.Count > 0 ? reviewed : made;
        if (chosen.Count < labels.Count)
            reading.Log.Count("labels beside those that count left out", labels.Count - chosen.Count);
        return chosen;
    }

    /// <summary>The latest of each annotator, or the only one.</summary>
    private static IEnumerable<JsonElement> ListLabels(JsonElement record) => record.Items("labels").Append(record.Get("latestLabel"))
        .Where(label => label.Get(Response).IsObject() && label.Get("isLatestLabelForUser").ValueKind != JsonValueKind.False);

    /// <summary>What jobs say, as far as it has a field.</summary>
    private static IEnumerable<JsonElement> ListAnnotations(JsonElement label, string field) => label.Get(Response).EnumerateObject()
        .SelectMany(job => job.Value.Items("annotations").Where(item => item.Get(field).ValueKind != JsonValueKind.Undefined));

    private static void ReadLabel(JsonElement label, string? annotator, TextOffsets offsets, JsonArticleDraft draft, JsonReading reading)
    {
        foreach (var item in ListAnnotations(label, "beginOffset"))
        {
            var recorded = ReadSpan(item);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;
            Properties others = annotator is null
                ? item.Others(OfMention)
                : [new("annotator", Value.FromString(annotator)), .. item.Others(OfMention)];
            draft.Complete(
                draft.AddMention(item.Text("mid"), ReadCategories(item), span, recorded.Surface),
                mention => mention with { Properties = others });
        }

        foreach (var item in ListAnnotations(label, "startEntities"))
        {
            foreach (var start in item.Items("startEntities"))
            {
                foreach (var end in item.Items("endEntities"))
                    draft.AddRelation(
                        null, ReadCategories(item).FirstOrDefault(), draft.FindMention(start.Text("mid")),
                        draft.FindMention(end.Text("mid")));
            }
        }

        var jobs = label.Get(Response);
        reading.CountInside(
            Response, jobs,
            jobs.EnumerateObject().Where(job => IsRead(job.Value)).Select(JsonText.GetName).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether all that a job says is read; what classifies the text is not.</summary>
    private static bool IsRead(JsonElement job) =>
        job.Items("annotations").All(item => item.Integer("beginOffset") is not null || item.HasArray("startEntities"))
        && !job.Items("categories").Any();

    private static ImmutableArray<string> ReadCategories(JsonElement item) =>
        [.. item.Items("categories").Select(category => category.Text("name")).OfType<string>()];

    private static RecordedSpan ReadSpan(JsonElement item)
    {
        var (start, words) = (item.Integer("beginOffset") ?? -1, item.Text("content"));
        return new RecordedSpan(start, item.Integer("endOffset") ?? start + (words?.Length ?? 0), words);
    }
}
