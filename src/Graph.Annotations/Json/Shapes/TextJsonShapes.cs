using System.Text.Json;

namespace Graph.Annotations;

/// <summary>GATE's JSON, after the manner of Twitter: <c>entities</c> is a map from type to annotations with <c>indices</c>.</summary>
internal sealed class GateJsonShape() : JsonShape("GATE JSON")
{
    private static readonly HashSet<string> Taken = ["text", "full_text", "entities"];
    private static readonly HashSet<string> Own = ["indices", "id", "text"];

    public override bool Fits(JsonElement record) =>
        record.TextOf("text", "full_text") is not null && record.Get("entities") is { ValueKind: JsonValueKind.Object } types
        && types.EnumerateObject().All(type => type.Value.IsArray())
        && types.EnumerateObject().Any(type => type.Value.At(0).Get("indices").At(0).Integer() is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var text = record.Root.TextOf("full_text", "text")!;
        reading.CountUnread(record.Root, Taken);
        var draft = reading.CreateDraft(record, text);
        var items = record.Root
            .Get("entities")
            .EnumerateObject()
            .SelectMany(type => type.Value.Items().Select(item => (Type: type.Name, Item: item)))
            .ToList();
        var offsets = TextOffsets.Choose(text, [.. items.Select(item => ReadSpan(item.Item))]);
        foreach (var (type, item) in items)
        {
            var recorded = ReadSpan(item);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;

            draft.Complete(draft.AddMention(null, [type], span), mention => mention with
            {
                Properties =
                [
                    .. item
                        .EnumerateObject()
                        .Where(property => !Own.Contains(property.Name))
                        .Select(property => KeyValuePair.Create(property.Name, JsonText.ToValue(property.Value)))
                ],
            });
        }

        yield return draft.ToArticle();
    }

    private static RecordedSpan ReadSpan(JsonElement item) =>
        new(item.Get("indices").At(0).Integer() ?? -1, item.Get("indices").At(1).Integer() ?? -1, null);
}

/// <summary>Dataturks: <c>content</c> and <c>annotation</c> with labels and points, whose last character is included.</summary>
internal sealed class DataturksShape() : JsonShape("Dataturks")
{
    private static readonly HashSet<string> Taken = ["content", "annotation", "extras"];

    public override bool Fits(JsonElement record) =>
        record.Get("content").ValueKind == JsonValueKind.String && record.TryGetProperty("annotation", out var items)
        && (items.ValueKind == JsonValueKind.Null
            ? record.TryGetProperty("extras", out _)
            : items.Items().All(item => item.HasArray("points")));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var text = record.Root.Text("content")!;
        reading.CountUnread(record.Root, Taken);
        var draft = reading.CreateDraft(record, text);
        var points = record.Root
            .Items("annotation")
            .SelectMany(item => item.Items("points").Select(point => (Labels: item.Get("label").Texts(), Span: ReadSpan(point))))
            .ToList();
        var offsets = TextOffsets.Choose(text, [.. points.Select(point => point.Span)]);
        foreach (var (labels, recorded) in points)
        {
            if (draft.FindSpan(offsets, recorded) is { } span)
                draft.AddMention(null, labels, span, recorded.Surface);
        }

        yield return draft.ToArticle();
    }

    private static RecordedSpan ReadSpan(JsonElement point) =>
        new(point.Integer("start") ?? -1, (point.Integer("end") ?? -2) + 1, point.Text("text"));
}
