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
            var file = new AnnotationFile(path, Path.GetRelativePath(root, path), Path.GetRelativePath(root, path));
            using var document = JsonText.Parse(file.ReadText(log), log);
            if (document is not null && document.RootElement.TextOf("uuid") is { } id)
                tags.TryAdd(id, CatmaTag.Read(document.RootElement));
        }

        return tags;
    }

    private static string GetDocument(string collection)
    {
        var header = Path.Combine(collection, "header.json");
        if (!File.Exists(header))
            return "";
        var log = new ReadingLog();
        using var document = JsonText.Parse(new AnnotationFile(header, header, header).ReadText(log), log);
        return document is null ? "" : document.RootElement.TextOf("sourceDocumentId") ?? "";
    }
}

/// <param name="Properties">The names of its properties by their ids.</param>
internal sealed record CatmaTag(string Name, IReadOnlyDictionary<string, string> Properties)
{
    public static CatmaTag Read(JsonElement tag) => new(
        tag.TextOf("name") ?? "",
        tag.Get("userDefinedPropertyDefinitions").Fields().ToDictionary(
            JsonText.GetName, property => property.Value.TextOf("name") ?? JsonText.GetName(property), StringComparer.Ordinal));
}
