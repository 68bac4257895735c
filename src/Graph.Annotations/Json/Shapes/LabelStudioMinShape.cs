using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Label Studio, JSON_MIN: the regions of each control in a list under its name, the fields of the task beside them. Relations are not
/// exported.
/// </summary>
internal sealed class LabelStudioMinShape() : JsonShape("Label Studio JSON_MIN")
{
    private static readonly HashSet<string> Own =
        ["annotator", "annotation_id", "created_at", "updated_at", "lead_time", "completed_by", "agreement", "history"];

    public override bool Fits(JsonElement record) =>
        record.IsObject() && FindText(record) is var (name, text) && (name == "text" || JsonTexts.FindTokens(record) is null)
        && ((ListControls(record).Any() && ListRegions(record).All(region => LabelStudioRegion.ReadSpan(region)!.Value.End <= text.Length))
            || (record.Get("annotation_id").ValueKind == JsonValueKind.Number && record.TryGetProperty("lead_time", out _)));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = FindText(root)!.Value.Text;
        var controls = ListControls(root).ToList();
        reading.CountUnread(
            root,
            Own.Concat(controls.Select(control => control.Name)).Append(FindText(root)!.Value.Name).ToHashSet(StringComparer.Ordinal));
        var draft = reading.CreateDraft(record, text, reading.ReadMetadata(root, record.Place, "id"));
        var regions = ListRegions(root).ToList();
        var offsets = TextOffsets.Choose(text, [.. regions.Select(region => LabelStudioRegion.ReadSpan(region)!.Value)]);
        foreach (var region in regions)
        {
            var recorded = LabelStudioRegion.ReadSpan(region)!.Value;
            if (draft.FindSpan(offsets, recorded) is { } span)
            {
                var index = draft.AddMention(null, LabelStudioRegion.GetLabels(region, null), span, recorded.Surface);
                draft.Complete(index, mention => mention with { Properties = region.Others(LabelStudioShape.OfValue) });
            }
        }

        yield return draft.ToArticle();
    }

    private static IEnumerable<JsonProperty> ListControls(JsonElement record) =>
        record.EnumerateObject().Where(property => property.Value.Items().Any(IsRegion));

    private static IEnumerable<JsonElement> ListRegions(JsonElement record) =>
        ListControls(record).SelectMany(control => control.Value.Items()).Where(IsRegion);

    private static bool IsRegion(JsonElement item) =>
        item.IsObject() && LabelStudioRegion.ReadSpan(item) is not null && !LabelStudioRegion.GetLabels(item, null).IsEmpty;

    private static (string Name, string Text)? FindText(JsonElement record)
    {
        if (record.Get("text").ValueKind == JsonValueKind.String)
            return ("text", LabelStudioRegion.ToPlainText(record.Text("text")!));
        var longest = record
            .EnumerateObject()
            .Where(property => property.Value.ValueKind == JsonValueKind.String && !Own.Contains(property.Name))
            .OrderByDescending(property => property.Value.GetRawText().Length).FirstOrDefault();
        return longest.Value.ValueKind == JsonValueKind.String
            ? (longest.Name, LabelStudioRegion.ToPlainText(JsonText.Get(longest.Value)))
            : null;
    }
}
