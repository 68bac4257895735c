using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Articles as JSON or JSON Lines: the shapes that annotation tools and data sets write, or by a field map; one record an article, or
/// documents, mentions and relations in files of their own.
/// </summary>
internal sealed class JsonFormat : IAnnotationFormat
{
    private static readonly string[] Extensions = [".json", ".jsonl", ".ndjson", ".jsonlines", ".jsonld", ".jl"];

    // Tools leave out the field of mentions where nothing was annotated, so the first records may not show the shape.
    private const int RecordsToRecognise = 200;

    private readonly Dictionary<string, JsonShape> shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonMap> separate = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlSection, JsonMap> given = [];

    public string Name => "json";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var own = folder.Settings.Json is { } section ? ReadMap(section) : null;
        if (own is { Files: null } complete)
        {
            foreach (var file in folder.Remaining.Where(file => Extensions.Contains(file.Extension)))
                yield return Take(folder, file, new MappedShape(complete, _ => true));
            yield break;
        }

        if (ClaimSeparate(folder, own ?? JsonMaps.Re3d) is { } joined)
            yield return joined;

        foreach (var file in folder.Remaining.Where(file => Extensions.Contains(file.Extension) || IsJsonUnderAnotherName(file)))
        {
            if (Recognise(file) is { } shape)
                yield return Take(folder, file, shape);
            else if (LabelTable.IsTable(file.Name))
                folder.Take(file);
        }
    }

    /// <summary>Data sets give records a line each also as texts.</summary>
    private static bool IsJsonUnderAnotherName(AnnotationFile file) =>
        file.Extension is ".txt" or ".data" or "" && file.Head.StartsWith("{\"", StringComparison.Ordinal);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (separate.TryGetValue(files.Main.FullPath, out var map))
            return new JsonJoinReader(files, map, log).Read();
        return ReadRecords(files, shapes[files.Main.FullPath], log);
    }

    private static IEnumerable<AnnotationRecord> ReadRecords(FileSet files, JsonShape shape, ReadingLog log)
    {
        var reading = new JsonReading(files, log);
        var records = OneByOne(JsonEnvelope.Open(JsonRecordStream.Read(files.Main, log), shape, reading));
        foreach (var article in shape.IsWholeFile
            ? shape.ReadFile(records, reading)
            : records.SelectMany(record => ReadOne(record, shape, reading)))
            yield return article;
        reading.Finish();
    }

    /// <summary>Each record by its own shape, as those without mentions do not show how mentions are written.</summary>
    private static IEnumerable<AnnotatedArticle> ReadOne(JsonRecord record, JsonShape shape, JsonReading reading)
    {
        if (record.Root.ValueKind == JsonValueKind.Null)
            return [];
        if (!shape.Fits(record.Root) && JsonShapes.Recognise(record.Root) is { } own)
            return own.Read(record, reading);
        if (shape.Fits(record.Root) || record.Root.TextOf("text", "data") is not null)
            return shape is MappedShape || shape.Fits(record.Root) ? shape.Read(record, reading) : PlainRecord.Read(record, reading);

        reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(
            record.Place, "article", $"it has not the fields of the records before it ({shape.Name})"));
        return [];
    }

    private static IEnumerable<JsonRecord> OneByOne(IEnumerable<JsonRecord> records)
    {
        foreach (var record in records)
        {
            using var whole = record;
            yield return record;
        }
    }

    private static JsonShape? Recognise(AnnotationFile file)
    {
        foreach (var record in OneByOne(JsonRecordStream.PeekAll(file)).Take(RecordsToRecognise))
        {
            if ((JsonShapes.Recognise(record.Root) ?? JsonEnvelope.Recognise(record.Root)) is { } shape)
                return shape;
        }

        return null;
    }

    /// <summary>The settings of a folder hold for those below it too, and are read once.</summary>
    private JsonMap ReadMap(YamlSection section)
    {
        if (!given.TryGetValue(section, out var map))
            given.Add(section, map = JsonMapSection.Read(section));
        return map;
    }

    private FileSet Take(FolderListing folder, AnnotationFile file, JsonShape shape)
    {
        folder.Take(file);
        shapes[file.FullPath] = shape;
        return new FileSet([file]);
    }

    private FileSet? ClaimSeparate(FolderListing folder, JsonMap map)
    {
        var names = map.Files!;
        if (folder.Find(names.Documents) is not { } documents || folder.Find(names.Mentions) is not { } mentions)
            return null;

        using var document = JsonRecordStream.Peek(documents);
        using var mention = JsonRecordStream.Peek(mentions);
        if (document is null || mention is null || !JsonMaps.IsSeparate(document.Root, mention.Root, map))
            return null;

        folder.Take(documents);
        folder.Take(mentions);
        separate[documents.FullPath] = map;
        var relations = folder.TakeIfPresent(names.Relations);
        return new FileSet(relations is null ? [documents, mentions] : [documents, mentions, relations]);
    }
}

/// <summary>A record with a text and nothing annotated, among others that have annotations.</summary>
internal static class PlainRecord
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "text", "data" };

    public static IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        reading.CountUnread(record.Root, Taken);
        yield return new AnnotatedArticle(reading.ReadMetadata(record.Root, record.Place), record.Root.TextOf("text", "data")!)
        {
            File = reading.File
        };
    }
}

/// <summary>Records in a list of an object that says something about all of them, such as <c>{"documents": [...]}</c>.</summary>
internal static class JsonEnvelope
{
    /// <summary>The shape of the records in a list of this object; null where there are none.</summary>
    public static JsonShape? Recognise(JsonElement root) => Find(root, JsonShapes.Recognise).Shape;

    /// <summary>The records themselves, and those inside the ones that are envelopes.</summary>
    public static IEnumerable<JsonRecord> Open(IEnumerable<JsonRecord> records, JsonShape shape, JsonReading reading)
    {
        foreach (var record in records)
        {
            if (shape.Fits(record.Root)
                || Find(record.Root, item => shape.Fits(item) ? shape : null) is not { List: { } list, Name: { } name })
            {
                yield return record;
                continue;
            }

            using var whole = record;
            reading.Labels = record.Root
                .EnumerateObject()
                .Select(property => LabelTable.Read(property.Value))
                .FirstOrDefault(table => table is { Count: > 1 } && table.Values.All(TagSequence.IsTag));
            reading.CountUnread(record.Root, new HashSet<string>(Described, StringComparer.Ordinal) { name });
            foreach (var item in list)
                yield return record with { Root = item, Document = null };
        }
    }

    // What tells of the file as a whole.
    private static readonly string[] Described =
    [
        "version", "key", "date", "source", "infons", "classes", "license", "description", "info", "split", "tag_names", "label_names",
        "label2id", "id2label"
    ];

    private static (JsonShape? Shape, IEnumerable<JsonElement>? List, string? Name) Find(
        JsonElement root, Func<JsonElement, JsonShape?> recognise)
    {
        const int Sample = 50;
        foreach (var property in root.IsObject() ? root.EnumerateObject() : default)
        {
            var items = property.Value.IsArray()
                ? property.Value.Items()
                : property.Value.IsObject() && IsById(property.Value) ? property.Value.EnumerateObject().Select(pair => pair.Value)
                : [];
            if (items.Take(Sample).Select(recognise).FirstOrDefault(shape => shape is not null) is { } shape)
                return (shape, items, JsonText.GetName(property));
        }

        return default;
    }

    /// <summary>Whether all values of an object are objects: records by their ids.</summary>
    private static bool IsById(JsonElement value) => value.EnumerateObject().All(property => property.Value.IsObject());
}
