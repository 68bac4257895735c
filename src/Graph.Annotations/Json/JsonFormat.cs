using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Articles as JSON or JSON Lines, by a field map: one record an article, or documents, mentions and relations in files of their own.
/// </summary>
internal sealed class JsonFormat : IAnnotationFormat
{
    private static readonly string[] Extensions = [".json", ".jsonl", ".ndjson"];
    private readonly Dictionary<string, JsonMap> maps = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlSection, JsonMap> given = [];

    public string Name => "json";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var own = folder.Settings.Json is { } section ? ReadMap(section) : null;
        if (own is { Files: null } complete)
        {
            foreach (var set in ClaimGiven(folder, complete))
                yield return set;
            yield break;
        }

        if (ClaimSeparate(folder, own ?? JsonMaps.Re3d) is { } separate)
            yield return separate;

        foreach (var file in folder.Remaining.Where(file => Extensions.Contains(file.Extension)))
        {
            using var record = JsonRecordStream.Peek(file);
            if (record is null || JsonMaps.Recognise(record.Root) is not { } map)
                continue;

            folder.Take(file);
            maps[file.FullPath] = map;
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var map = maps[files.Main.FullPath];
        return map.Files is null ? ReadRecords(files.Main, map, log) : new JsonJoinReader(files, map, log).Read();
    }

    private static IEnumerable<AnnotationRecord> ReadRecords(AnnotationFile file, JsonMap map, ReadingLog log)
    {
        foreach (var record in JsonRecordStream.Read(file, log))
        {
            using var whole = record;
            var own = JsonMaps.For(record.Root, map);
            if (JsonArticleReader.Start(file, record, own, log) is { } reader)
                yield return reader.Read(Items(record, own.Mentions), Items(record, own.Relations));
        }
    }

    private static IEnumerable<JsonRecord> Items(JsonRecord record, JsonField field) =>
        field.TryGet(record.Root, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Select(item => record with { Root = item }) : [];

    /// <summary>The settings of a folder hold for those below it too, and are read once.</summary>
    private JsonMap ReadMap(YamlSection section)
    {
        if (!given.TryGetValue(section, out var map))
            given.Add(section, map = JsonMapSection.Read(section));
        return map;
    }

    private IEnumerable<FileSet> ClaimGiven(FolderListing folder, JsonMap map)
    {
        foreach (var file in folder.Remaining.Where(file => Extensions.Contains(file.Extension)))
        {
            folder.Take(file);
            maps[file.FullPath] = map;
            yield return new FileSet([file]);
        }
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
        maps[documents.FullPath] = map;
        var relations = folder.TakeIfPresent(names.Relations);
        return new FileSet(relations is null ? [documents, mentions] : [documents, mentions, relations]);
    }
}
