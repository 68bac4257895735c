using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// PubAnnotation: <c>denotations</c> with a <c>span</c> or several and what they are, <c>relations</c> between them by id, attributes and
/// modifications of either; what several projects said of one text is in <c>tracks</c>.
/// </summary>
internal sealed class PubAnnotationShape() : JsonShape("PubAnnotation")
{
    private static readonly HashSet<string> Taken =
    [
        "text", "denotations", "relations", "attributes", "modifications", "tracks", "target", "sourcedb", "sourceid", "divid", "project",
        "namespaces", "section",
    ];

    public override bool Fits(JsonElement record) =>
        record.Get("text").ValueKind == JsonValueKind.String
        && (IsLayer(record) || record.Items("tracks").Any(IsLayer));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("text")!;
        reading.CountUnread(root, Taken);
        var metadata = reading.ReadMetadata(root, record.Place) with { Url = root.Text("target"), Id = GetId(root) };
        var draft = reading.CreateDraft(record, text, metadata);
        var layers = root.Items("tracks").Prepend(root).ToList();
        var offsets = TextOffsets.Choose(text, [.. layers.SelectMany(layer => layer.Items("denotations")).SelectMany(ListSpans)]);
        // What stands beside the text counts, else the first project.
        var main = root.HasArray("denotations") ? 0 : 1;
        foreach (var (number, layer) in layers.Index())
            AddLayer(layer, number <= main ? "" : $"{layer.Text("project") ?? $"{number}"}:", offsets, draft);
        yield return draft.ToArticle();
    }

    private static bool IsLayer(JsonElement layer) =>
        layer.Items("denotations").Any(item => ListSpans(item).Any() && item.TryGetProperty("obj", out _));

    private static string? GetId(JsonElement root) =>
        string.Join('-', new[] { root.Text("sourcedb"), root.Text("sourceid"), root.Text("divid") }.OfType<string>()) is { Length: > 0 } id
            ? id
            : root.Text("id");

    private static IEnumerable<RecordedSpan> ListSpans(JsonElement item) =>
        (item.HasArray("span") ? item.Items("span") : [item.Get("span")])
            .Where(span => span.Integer("begin") is not null && span.Integer("end") is not null)
            .Select(span => new RecordedSpan(span.Integer("begin")!.Value, span.Integer("end")!.Value, null));

    private static void AddLayer(JsonElement layer, string prefix, TextOffsets offsets, JsonArticleDraft draft)
    {
        var said = layer.Items("attributes").Concat(layer.Items("modifications")).ToLookup(item => item.TextOf("subj", "obj") ?? "");
        foreach (var item in layer.Items("denotations"))
        {
            var id = item.Text("id");
            var fragments = ReadSpans(item, offsets, draft);
            if (fragments.IsEmpty)
                continue;
            var index = draft.AddMention(id is null ? null : prefix + id, item.Get("obj").Texts(), fragments, null);
            draft.Complete(index, mention => mention with
            {
                Properties = [.. ListProperties(said[id ?? ""])],
                Layer = prefix.Length > 0 ? prefix[..^1] : null,
            });
        }

        foreach (var item in layer.Items("relations"))
        {
            draft.AddRelation(
                item.Text("id"),
                item.Text("pred"),
                draft.FindMention(prefix + item.Text("subj")),
                draft.FindMention(prefix + item.Text("obj")),
                relation => relation with { Properties = [.. ListProperties(said[item.Text("id") ?? ""])] });
        }
    }

    private static ImmutableArray<TextSpan> ReadSpans(JsonElement item, TextOffsets offsets, JsonArticleDraft draft)
    {
        var fragments = new List<TextSpan>();
        foreach (var recorded in ListSpans(item))
        {
            if (draft.FindSpan(offsets, recorded) is { } span)
                fragments.Add(span);
        }

        return [.. fragments.OrderBy(span => span.Start)];
    }

    /// <summary>An attribute is a name and a value; a modification, such as <c>Negation</c>, a name that is true.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> ListProperties(IEnumerable<JsonElement> items) =>
        items.Where(item => item.Text("pred") is not null).DistinctBy(item => item.Text("pred"))
            .Select(item => KeyValuePair.Create(
                item.Text("pred")!, item.Text("subj") is null ? Value.True : JsonText.ToValue(item.Get("obj"))));
}
