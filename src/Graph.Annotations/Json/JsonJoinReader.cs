namespace Graph.Annotations;

/// <summary>
/// Reads documents with the mentions and relations that stand in other files. Those wait as text until their document comes, as
/// nothing says that the files have the same order.
/// </summary>
internal sealed class JsonJoinReader(FileSet files, JsonMap map, ReadingLog log)
{
    public IEnumerable<AnnotationRecord> Read()
    {
        var reading = new JsonReading(files, log);
        var mentions = Group(files.Files[1]);
        var relations = files.Files.Length > 2 ? Group(files.Files[2]) : [];
        foreach (var document in JsonRecordStream.Read(files.Main, log))
        {
            if (JsonArticleReader.Start(document, map, reading) is not { } reader)
                continue;

            var id = map.Id.GetText(document.Root) ?? "";
            yield return reader.Read(Take(mentions, id), Take(relations, id), []);
        }

        reading.Finish();
        foreach (var orphan in mentions.Values.Concat(relations.Values).SelectMany(records => records))
            log.ReportMalformed(ReadingDiagnostics.Malformed(orphan.Place, "annotation",
                $"there is no document '{map.Files!.Key.GetText(orphan.Root)}'"));
    }

    private Dictionary<string, List<JsonRecord>> Group(AnnotationFile file)
    {
        var result = new Dictionary<string, List<JsonRecord>>(StringComparer.Ordinal);
        foreach (var record in JsonRecordStream.Read(file, log))
        {
            if (map.Files!.Key.GetText(record.Root) is not { } id)
                log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "annotation", $"the field {map.Files.Key} is missing"));
            else if (result.TryGetValue(id, out var records))
                records.Add(record);
            else
                result.Add(id, [record]);
        }

        return result;
    }

    private static List<JsonRecord> Take(Dictionary<string, List<JsonRecord>> groups, string id) =>
        groups.Remove(id, out var records) ? records : [];
}
