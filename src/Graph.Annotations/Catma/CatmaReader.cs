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
        using var document = JsonText.Parse(file.ReadText(log), log);
        if (document is null)
            return [];
        var place = SourcePlace.StartOf(file);
        var items = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.Items() : [document.RootElement];
        return [.. items.Select(item => ReadAnnotation(item, place)).OfType<RecordedMention>()];
    }

    private RecordedMention? ReadAnnotation(JsonElement item, SourcePlace place)
    {
        var parts = item.Get("target").Get("items").Items()
            .Select(target => ReadSpan(target.Get("selector")))
            .OfType<RecordedSpan>()
            .ToImmutableArray();
        var body = item.Get("body");
        var id = (body.TextOf("tag") ?? "").Split('/')[^1];
        if (parts.IsEmpty || !tags.TryGetValue(id, out var tag))
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                place, "annotation", parts.IsEmpty ? "it has no place in a text" : $"the project has no tag '{id}'"));
            return null;
        }

        var properties = body.Get("properties");
        log.CountPassed("properties of CATMA itself, such as who annotated", properties.Get("system").Fields().Count());
        return new RecordedMention((item.TextOf("id") ?? "").Split('/')[^1], [tag.Name], parts, null, place)
        {
            Properties =
            [
                .. properties.Get("user").Fields()
                    .Where(property => property.Value.Items().Any())
                    .Select(property => KeyValuePair.Create(
                        tag.Properties.GetValueOrDefault(JsonText.GetName(property)) ?? JsonText.GetName(property),
                        ToValue(property.Value))),
            ],
        };
    }

    private static Value ToValue(JsonElement values) =>
        values.Items().ToList() is [var only] ? JsonText.ToValue(only) : JsonText.ToValue(values);

    private static RecordedSpan? ReadSpan(JsonElement selector) =>
        selector.Get("start") is { ValueKind: JsonValueKind.Number } start && start.TryGetInt64(out var from)
        && selector.Get("end") is { ValueKind: JsonValueKind.Number } end && end.TryGetInt64(out var to)
            ? new RecordedSpan(from, to, null)
            : null;

    private ArticleMetadata ReadMetadata()
    {
        using var document = JsonText.Parse(files.Files[1].ReadText(log), log);
        var content = document is null ? default : document.RootElement.Get("gitContentInfoSet");
        log.CountPassed("authors of texts", content.TextOf("author") is null ? 0 : 1);
        return new ArticleMetadata(
            content.TextOf("title") ?? Path.GetFileName(files.Main.Folder),
            content.TextOf("title"),
            Source: content.TextOf("publisher"),
            Language: document is null ? null : document.RootElement.Get("gitIndexInfoSet").TextOf("locale"));
    }
}
