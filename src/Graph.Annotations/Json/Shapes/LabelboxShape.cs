using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Labelbox: a data row with its text, or with the address of a file that is beside, and for each project the labels of annotators, whose
/// objects are <c>TextEntity</c> with a location that includes its last character, and relationships between these.
/// </summary>
internal sealed class LabelboxShape() : JsonShape("Labelbox")
{
    private const string DataRow = "data_row";
    private static readonly HashSet<string> Taken = [DataRow, "projects", "media_attributes", "attachments", "metadata_fields"];
    private static readonly HashSet<string> OfAnnotations = ["objects", "relationships"];
    private static readonly HashSet<string> OfObject =
        ["feature_id", "feature_schema_id", "name", "value", "annotation_kind", "location", "text"];

    public override bool Fits(JsonElement record) => record.Get(DataRow).Text("row_data") is not null && ListObjects(record).Any();

    public override bool FitsEmpty(JsonElement record) =>
        record.Get(DataRow).Text("row_data") is not null && record.Get("projects").IsObject();

    public override IEnumerable<string> ListTexts(IEnumerable<JsonElement> records) =>
        records.Select(record => record.Get(DataRow).Text("row_data"))
            .OfType<string>()
            .Where(IsAddress)
            .Select(GetFileName)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var data = root.Get(DataRow).Text("row_data")!;
        if ((IsAddress(data) ? JsonTextFiles.Read(GetFileName(data) ?? data, record.Place, reading) : data) is not { } text)
            yield break;
        var metadata = new ArticleMetadata(root.Get(DataRow).TextOf("global_key", "external_id", "id"), Url: IsAddress(data) ? data : null);
        var draft = reading.CreateDraft(record, text, metadata);
        var labels = ListLabels(root).ToList();
        if (reading.Files.Settings.Annotator is { } only)
            labels.RemoveAll(label => label.Get("label_details").Text("created_by") != only);
        var offsets = TextOffsets.Choose(
            text, new OffsetCounting(OffsetUnit.CodePoints, IncludesLast: true), [.. ListObjects(root).Select(ReadSpan)]);
        foreach (var label in labels)
            ReadLabel(label, labels.Count > 1 ? label.Get("label_details").Text("created_by") : null, offsets, draft, reading);
        yield return draft.ToArticle();
    }

    private static bool IsAddress(string data) =>
        !data.Contains(' ')
        && !data.Contains('\n')
        && (data.StartsWith("http", StringComparison.Ordinal)
            || data.StartsWith("gs://", StringComparison.Ordinal)
            || data.StartsWith("s3://", StringComparison.Ordinal));

    private static string? GetFileName(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && Path.GetFileName(Uri.UnescapeDataString(uri.AbsolutePath)) is { Length: > 0 } name ? name : null;

    private static IEnumerable<JsonElement> ListLabels(JsonElement record) =>
        record.Get("projects").Fields()
            .SelectMany(project => project.Value.Items("labels"))
            .Where(label => label.Get("annotations").IsObject());

    private static IEnumerable<JsonElement> ListObjects(JsonElement record) =>
        ListLabels(record).SelectMany(label => label.Get("annotations").Items("objects")).Where(IsSpan);

    private static bool IsSpan(JsonElement item) =>
        item.Get("location").Integer("start") is not null && item.Get("location").Integer("end") is not null;

    private static void ReadLabel(JsonElement label, string? annotator, TextOffsets offsets, JsonArticleDraft draft, JsonReading reading)
    {
        var annotations = label.Get("annotations");
        reading.CountInside("annotations", annotations, OfAnnotations);
        foreach (var item in annotations.Items("objects"))
        {
            if (!IsSpan(item))
                reading.Log.CountLoss("objects that are no spans of a text");
            else if (draft.FindSpan(offsets, ReadSpan(item)) is { } span)
                AddMention(item, span, annotator, draft);
        }

        foreach (var item in annotations.Items("relationships"))
        {
            var ends = item.Get("unidirectional_relationship") is { ValueKind: JsonValueKind.Object } one ? one
                : item.Get("bidirectional_relationship") is { ValueKind: JsonValueKind.Object } two ? two
                : item;
            draft.AddRelation(
                item.Text("feature_id"), item.TextOf("value", "name"), draft.FindMention(ends.Text("source")),
                draft.FindMention(ends.Text("target")));
        }
    }

    private static void AddMention(JsonElement item, TextSpan span, string? annotator, JsonArticleDraft draft)
    {
        Properties others = annotator is null
            ? item.Others(OfObject)
            : [new("annotator", Value.FromString(annotator)), .. item.Others(OfObject)];
        draft.Complete(
            draft.AddMention(item.Text("feature_id"), [item.TextOf("name", "value") ?? ""], span, item.Text("text")),
            mention => mention with { Properties = others });
    }

    private static RecordedSpan ReadSpan(JsonElement item) =>
        new(item.Get("location").Integer("start") ?? -1, item.Get("location").Integer("end") ?? -1, item.Text("text"));
}
