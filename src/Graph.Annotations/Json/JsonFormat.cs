using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Articles as JSON or JSON Lines: the shapes that annotation tools and data sets write, or by a field map; one record an article, or
/// documents, mentions and relations in files of their own.
/// </summary>
internal sealed class JsonFormat : IAnnotationFormat
{
    // Tools leave out the field of mentions where nothing was annotated, so the first records may not show the shape.
    private const int RecordsToRecognise = 200;

    private readonly Dictionary<string, JsonShape> shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonMap> separate = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlSection, JsonMap> given = [];
    private readonly RelationNames relationNames = new();

    // Of records in other folders.
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    public string Name => "json";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var own = folder.Settings.Json is { } section ? ReadMap(section) : null;
        if (own is { Files: null } complete)
        {
            foreach (var file in folder.Remaining.Where(file => FileKinds.Json.Contains(file.Extension)))
                yield return Take(folder, file, new MappedShape(complete, _ => true));
            yield break;
        }

        if ((ClaimSeparate(folder, own ?? JsonMaps.Re3d) ?? (own is null ? ClaimPair(folder) : null)) is { } joined)
            yield return joined;

        foreach (var file in folder.Remaining.Where(file => FileKinds.Json.Contains(file.Extension) || IsUnderAnotherName(file)))
        {
            if ((Recognise(file) ?? RecogniseBeside(folder, file)) is { } shape)
                yield return Take(folder, file, shape);
            else if (LabelTable.IsTable(file.Name) || RelationNames.IsTable(file.Name))
                folder.Take(file);
        }

        foreach (var file in folder.Remaining.Where(file => texts.Contains(file.FullPath) || (shapes.Count > 0 && LabelTable.IsList(file))))
            folder.Take(file);
    }

    /// <summary>Data sets give records any name, such as <c>train.txt</c>, <c>all.json1</c> or <c>output.manifest</c>.</summary>
    private static bool IsUnderAnotherName(AnnotationFile file)
    {
        var head = file.Head.AsSpan().TrimStart();
        return head is ['{' or '[', .. var inner] && inner.TrimStart() is ['"' or '{' or '[' or '\'', ..];
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (separate.TryGetValue(files.Main.FullPath, out var map))
            return new JsonJoinReader(files, map, log).Read();
        return ReadRecords(files, shapes[files.Main.FullPath], log);
    }

    private IEnumerable<AnnotationRecord> ReadRecords(FileSet files, JsonShape shape, ReadingLog log)
    {
        var reading = new JsonReading(files, log);
        var records = OneByOne(JsonEnvelope.Open(JsonRecordStream.Read(files.Main, log), shape, reading));
        if (shape is FlatSpanShape mentions)
            records = OneByOne(mentions.Group(records));
        foreach (var article in shape.IsWholeFile
            ? shape.ReadFile(records, reading)
            : records.SelectMany(record => ReadOne(record, shape, reading)))
            yield return relationNames.Complete(article);
        reading.Finish();
    }

    /// <summary>Each record by its own shape, as those without mentions do not show how mentions are written.</summary>
    public static IEnumerable<AnnotatedArticle> ReadOne(JsonRecord record, JsonShape shape, JsonReading reading)
    {
        if (record.Root.ValueKind == JsonValueKind.Null)
            return [];
        var own = shape.Fits(record.Root) || shape.FitsEmpty(record.Root) ? shape : JsonShapes.Recognise(record.Root);
        if (own is null && shape is MappedShape && record.Root.TextOf("text", "data") is not null)
            own = shape;
        else if (own is null && JsonTexts.FindAny(record.Root) is not null)
            own = JsonShapes.Plain;
        if (own is not null)
            return own.Read(record, reading).Select(article => Complete(article, record));

        reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(
            record.Place, "article", $"it has not the fields of the records before it ({shape.Name})"));
        return [];
    }

    private static AnnotatedArticle Complete(AnnotatedArticle article, JsonRecord record) =>
        article with
        {
            Place = FilePlace.From(record.Place),
            Metadata = article.Metadata.Id is null && record.Key is { } key ? article.Metadata with { Id = key } : article.Metadata,
        };

    private static IEnumerable<JsonRecord> OneByOne(IEnumerable<JsonRecord> records)
    {
        foreach (var record in records)
        {
            using var whole = record;
            yield return record;
        }
    }

    private static JsonShape? Recognise(AnnotationFile file) => JsonEnvelope.Recognise(
        OneByOne(JsonRecordStream.PeekAll(file)).Take(RecordsToRecognise).Select(record => record.Root));

    /// <summary>Spans alone, of a text that is called like their file.</summary>
    private static TextBesideShape? RecogniseBeside(FolderListing folder, AnnotationFile file)
    {
        if (folder.Find($"{file.Stem}.txt") is not { } text || text == file)
            return null;
        using var record = JsonRecordStream.Peek(file);
        return record is not null && JsonShapes.Beside.Fits(record.Root) ? JsonShapes.Beside : null;
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
        if (shape.HasTextBeside)
            folder.TakeIfPresent($"{file.Stem}.txt");
        folder.Take(file);
        shapes[file.FullPath] = shape;
        foreach (var text in shape.ListTexts(OneByOne(JsonRecordStream.PeekAll(file)).Select(record => record.Root)))
        {
            if (folder.TakeIfPresent(text) is null && JsonTextFiles.Find(file, text) is { } path)
                texts.Add(path);
        }

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

    /// <summary>Files of documents and of mentions that are called otherwise.</summary>
    private FileSet? ClaimPair(FolderListing folder)
    {
        if (JsonFilePair.Find(folder) is not { } pair)
            return null;
        folder.Take(pair.Documents);
        folder.Take(pair.Mentions);
        separate[pair.Documents.FullPath] = pair.Map;
        if (pair.Relations is not { } relations)
            return new FileSet([pair.Documents, pair.Mentions]);
        folder.Take(relations);
        return new FileSet([pair.Documents, pair.Mentions, relations]);
    }
}
