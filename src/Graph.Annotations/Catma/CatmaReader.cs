using System.Text.Json;

namespace Graph.Annotations;

/// <summary>One text with the annotations of all collections on it.</summary>
/// <param name="files">The text, what is known of it, and the annotations.</param>
internal sealed class CatmaReader(FileSet files, IReadOnlyDictionary<string, CatmaTag> tags, ReadingLog log)
{
    public AnnotatedArticle Read()
    {
        var text = files.Main.ReadText(log).Text;
        var recorded = files.Files.Skip(2).SelectMany(ReadFile).ToList();
        return new AnnotatedArticle(ReadMetadata(), text)
        {
            File = files.Main,
            Mentions = RecordedMentions.PlaceAll(text, OffsetUnit.Utf16, recorded, log),
        };
    }

    /// <summary>A page of annotations, or one alone.</summary>
    private List<RecordedMention> ReadFile(AnnotationFile file)
    {
        using var document = CatmaJson.Parse(file, log);
        if (document is null)
            return [];
        var place = SourcePlace.StartOf(file);
        var items = document.RootElement.ValueKind == JsonValueKind.Array ? CatmaJson.List(document.RootElement) : [document.RootElement];
        return [.. items.Select(item => ReadAnnotation(item, place)).OfType<RecordedMention>()];
    }

    private RecordedMention? ReadAnnotation(JsonElement item, SourcePlace place)
    {
        var parts = CatmaJson.List(CatmaJson.Get(CatmaJson.Get(item, "target"), "items"))
            .Select(target => ReadSpan(CatmaJson.Get(target, "selector")))
            .OfType<RecordedSpan>()
            .ToImmutableArray();
        var body = CatmaJson.Get(item, "body");
        var id = (CatmaJson.GetText(body, "tag") ?? "").Split('/')[^1];
        if (parts.IsEmpty || !tags.TryGetValue(id, out var tag))
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                place, "annotation", parts.IsEmpty ? "it has no place in a text" : $"the project has no tag '{id}'"));
            return null;
        }

        var properties = CatmaJson.Get(body, "properties");
        log.CountPassed("properties of CATMA itself, such as who annotated", Enumerate(CatmaJson.Get(properties, "system")).Count());
        return new RecordedMention((CatmaJson.GetText(item, "id") ?? "").Split('/')[^1], [tag.Name], parts, null, place)
        {
            Properties =
            [
                .. Enumerate(CatmaJson.Get(properties, "user"))
                    .Where(property => CatmaJson.List(property.Value).Any())
                    .Select(property => KeyValuePair.Create(
                        tag.Properties.GetValueOrDefault(JsonText.GetName(property)) ?? JsonText.GetName(property),
                        ToValue(property.Value))),
            ],
        };
    }

    private static IEnumerable<JsonProperty> Enumerate(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static Value ToValue(JsonElement values) =>
        CatmaJson.List(values).ToList() is [var only] ? JsonText.ToValue(only) : JsonText.ToValue(values);

    private static RecordedSpan? ReadSpan(JsonElement selector) =>
        CatmaJson.Get(selector, "start") is { ValueKind: JsonValueKind.Number } start && start.TryGetInt64(out var from)
        && CatmaJson.Get(selector, "end") is { ValueKind: JsonValueKind.Number } end && end.TryGetInt64(out var to)
            ? new RecordedSpan(from, to, null)
            : null;

    private ArticleMetadata ReadMetadata()
    {
        using var document = CatmaJson.Parse(files.Files[1], log);
        var content = document is null ? default : CatmaJson.Get(document.RootElement, "gitContentInfoSet");
        log.CountPassed("authors of texts", CatmaJson.GetText(content, "author") is null ? 0 : 1);
        return new ArticleMetadata(
            CatmaJson.GetText(content, "title") ?? Path.GetFileName(files.Main.Folder),
            CatmaJson.GetText(content, "title"),
            Source: CatmaJson.GetText(content, "publisher"),
            Language: document is null ? null : CatmaJson.GetText(CatmaJson.Get(document.RootElement, "gitIndexInfoSet"), "locale"));
    }
}
