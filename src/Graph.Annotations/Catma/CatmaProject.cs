using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The folders of a project, and its tags.</summary>
internal sealed class CatmaProject(string root)
{
    private const string Documents = "documents";
    private const string Collections = "collections";
    private const string Tagsets = "tagsets";
    private const string Pattern = "*.json";

    private Dictionary<string, CatmaTag>? tags;
    private bool isCounted;
    private ILookup<string, string>? annotations;

    public static bool IsRoot(string folder) =>
        new[] { Documents, Collections, Tagsets }.All(name => Directory.Exists(Path.Combine(folder, name)))
        && Directory.EnumerateDirectories(Path.Combine(folder, Documents)).Any();

    public bool IsDocument(string folder) => Path.GetDirectoryName(folder) == Path.Combine(root, Documents);

    /// <summary>Whether a folder holds tags or annotations.</summary>
    public bool IsPart(string folder) =>
        new[] { Collections, Tagsets }.Any(
            name => folder.StartsWith(Path.Combine(root, name) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>The files with annotations on a document, in the order of their paths.</summary>
    public IEnumerable<string> ListAnnotations(string document)
    {
        annotations ??= Directory.EnumerateDirectories(Path.Combine(root, Collections)).Order(StringComparer.Ordinal)
            .SelectMany(
                collection => Directory.EnumerateFiles(collection, Pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Where(path => Path.GetFileName(path) != "header.json")
                .Select(path => (Document: GetDocument(collection), Path: path)))
            .ToLookup(pair => pair.Document, pair => pair.Path, StringComparer.Ordinal);
        return annotations[document];
    }

    /// <summary>Counts the collections of which the text is not there, once.</summary>
    public void CountLost(ReadingLog log)
    {
        if (!isCounted)
            log.CountLoss("collections of texts that are not here", Directory.EnumerateDirectories(Path.Combine(root, Collections))
                .Count(collection => GetDocument(collection) is var id
                    && (id.Length == 0 || !Directory.Exists(Path.Combine(root, Documents, id)))));
        isCounted = true;
    }

    /// <summary>The tags of the project by their ids, with the names of their properties.</summary>
    public IReadOnlyDictionary<string, CatmaTag> ReadTags(ReadingLog log)
    {
        if (tags is not null)
            return tags;
        tags = new Dictionary<string, CatmaTag>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, Tagsets), "propertydefs.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            using var document = CatmaJson.Parse(
                new AnnotationFile(path, Path.GetRelativePath(root, path), Path.GetRelativePath(root, path)), log);
            if (document is not null && CatmaJson.GetText(document.RootElement, "uuid") is { } id)
                tags.TryAdd(id, CatmaTag.Read(document.RootElement));
        }

        return tags;
    }

    private static string GetDocument(string collection)
    {
        var header = Path.Combine(collection, "header.json");
        if (!File.Exists(header))
            return "";
        using var document = CatmaJson.Parse(new AnnotationFile(header, header, header), new ReadingLog());
        return document is null ? "" : CatmaJson.GetText(document.RootElement, "sourceDocumentId") ?? "";
    }
}

/// <param name="Properties">The names of its properties by their ids.</param>
internal sealed record CatmaTag(string Name, IReadOnlyDictionary<string, string> Properties)
{
    public static CatmaTag Read(JsonElement tag) => new(
        CatmaJson.GetText(tag, "name") ?? "",
        CatmaJson.Get(tag, "userDefinedPropertyDefinitions") is { ValueKind: JsonValueKind.Object } properties
            ? properties.EnumerateObject().ToDictionary(
                JsonText.GetName, property => CatmaJson.GetText(property.Value, "name") ?? JsonText.GetName(property),
                StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal));
}

/// <summary>Asks the JSON of a project for what may be there.</summary>
internal static class CatmaJson
{
    /// <summary>Null, and a diagnostic, where a file is no JSON.</summary>
    public static JsonDocument? Parse(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        try
        {
            return JsonDocument.Parse(source.Text);
        }
        catch (JsonException exception)
        {
            var line = (int)Math.Clamp((exception.LineNumber ?? 0) + 1, 1, Math.Max(1, source.LineCount));
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, line), "JSON file", $"it breaks off or has a mistake in line {line}"));
            return null;
        }
    }

    public static JsonElement Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static string? GetText(JsonElement element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.String } text && JsonText.Get(text) is { Length: > 0 } value ? value : null;

    public static IEnumerable<JsonElement> List(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();
}
