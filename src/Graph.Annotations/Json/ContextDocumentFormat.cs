namespace Graph.Annotations;

/// <summary>
/// Documents in JSON files of one folder and mentions in those of another beside it, as Zeshel has them: a mention names its document, the
/// tokens between blanks, the last one included, and the document about what it stands for, which is the entity.
/// </summary>
internal sealed class ContextDocumentFormat : IAnnotationFormat
{
    private const string Context = "context_document_id";
    private const string Label = "label_document_id";
    private const string Document = "document_id";
    private static readonly HashSet<string> OfDocument = [Document, "title", "text"];
    private static readonly HashSet<string> OfMention = [Context, Label, "mention_id", "text", "start_index", "end_index"];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Name => "context-documents";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => taken.Contains(file.FullPath)))
            folder.Take(file);
        var documents = folder.Remaining.Where(IsDocuments).ToList();
        if (documents.Count == 0 || ListNear(folder, documents[0]).Where(IsMentions).ToList() is not { Count: > 0 } mentions)
            yield break;
        documents.ForEach(folder.Take);
        foreach (var file in mentions)
        {
            taken.Add(file.FullPath);
            folder.Take(file);
        }

        yield return new FileSet([.. documents, .. mentions]);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var documents = files.Files.Where(IsDocuments).ToList();
        var mentions = new Dictionary<string, List<ContextMention>>(StringComparer.Ordinal);
        foreach (var mention in files.Files.Where(IsMentions).SelectMany(file => ReadMentions(file, log)))
            mentions.AddTo(mention.Document, mention);

        var titles = ReadTitles(documents, mentions.Values.SelectMany(own => own).Select(mention => mention.Entity)
            .ToHashSet(StringComparer.Ordinal));
        foreach (var file in documents)
        {
            var reading = new JsonReading(new FileSet([file]), log);
            foreach (var record in JsonRecordStream.Read(file, log))
            {
                using var whole = record;
                if (record.Root.Text(Document) is { } id && record.Root.Text("text") is { } text)
                    yield return Create(record, id, text, mentions.Remove(id, out var own) ? own : [], titles, reading);
                else
                    log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "document", $"it has no '{Document}' or no 'text'"));
            }

            reading.Finish();
        }

        foreach (var orphan in mentions.Values.SelectMany(own => own))
            log.ReportMalformed(ReadingDiagnostics.Malformed(orphan.Place, "mention", $"there is no document '{orphan.Document}'"));
    }

    private static bool IsDocuments(AnnotationFile file) => Has(file, Document, "text", Context);

    private static bool IsMentions(AnnotationFile file) => Has(file, Context, "start_index", Document);

    private static bool Has(AnnotationFile file, string first, string second, string without)
    {
        if (!FileKinds.Json.Contains(file.Extension) || !file.Head.Contains($"\"{first}\"", StringComparison.Ordinal))
            return false;
        using var record = JsonRecordStream.Peek(file);
        return record is not null && record.Root.Text(first) is not null && record.Root.Text(second) is not null
            && record.Root.Text(without) is null;
    }

    /// <summary>The files beside, and those of the folders beside that of documents.</summary>
    private static IEnumerable<AnnotationFile> ListNear(FolderListing folder, AnnotationFile file)
    {
        IEnumerable<string> places = file.RelativePath.Contains('/') ? NearFolders.List(Path.GetDirectoryName(file.Folder)!)
            : NearFolders.List(file.Folder);
        return folder.Remaining.Concat(places.Where(place => place != file.Folder)
            .SelectMany(place => Directory.EnumerateFiles(place).Order(StringComparer.Ordinal)).Select(file.Relate));
    }

    private static IEnumerable<ContextMention> ReadMentions(AnnotationFile file, ReadingLog log)
    {
        foreach (var record in JsonRecordStream.Read(file, log))
        {
            using var whole = record;
            var root = record.Root;
            if (root.Text(Context) is { } document && root.Text(Label) is { } entity && root.Integer("start_index") is { } start
                && root.Integer("end_index") is { } end)
                yield return new ContextMention(document, entity, root.Text("mention_id"), start, end, root.Text("text"),
                    root.Others(OfMention), record.Place);
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "mention",
                    $"it has not '{Context}', '{Label}', 'start_index' and 'end_index'"));
        }
    }

    /// <summary>What the documents about entities are called.</summary>
    private static Dictionary<string, string> ReadTitles(IEnumerable<AnnotationFile> documents, HashSet<string> entities)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in documents.SelectMany(JsonRecordStream.PeekAll))
        {
            using var whole = record;
            if (record.Root.Text(Document) is { } id && entities.Contains(id) && record.Root.Text("title") is { } title)
                titles.TryAdd(id, title);
        }

        return titles;
    }

    private static AnnotatedArticle Create(
        JsonRecord record, string id, string text, List<ContextMention> mentions, Dictionary<string, string> titles, JsonReading reading)
    {
        reading.CountUnread(record.Root, OfDocument);
        var metadata = reading.ReadMetadata(record.Root, record.Place) with { Id = id };
        var draft = reading.CreateDraft(record, text, metadata);
        var tokens = mentions.Count == 0 ? [] : FindTokens(text);
        foreach (var mention in mentions)
        {
            if (mention.Start < 0 || mention.End < mention.Start || mention.End >= tokens.Count)
                draft.ReportSpan(mention.Start, mention.End, tokens.Count);
            else
                draft.Complete(
                    draft.AddMention(mention.Id, [""], tokens[(int)mention.Start].Cover(tokens[(int)mention.End]), mention.Words),
                    found => found with
                    {
                        EntityId = mention.Entity,
                        EntityLabel = titles.GetValueOrDefault(mention.Entity),
                        Properties =
                        mention.Others
                    });
        }

        return draft.ToArticle();
    }

    private static List<TextSpan> FindTokens(string text)
    {
        var tokens = new List<TextSpan>();
        for (var start = 0; start < text.Length; start++)
        {
            if (char.IsWhiteSpace(text[start]))
                continue;
            var end = start;
            for (; end < text.Length && !char.IsWhiteSpace(text[end]); end++)
            {
            }

            tokens.Add(TextSpan.FromBounds(start, end));
            start = end;
        }

        return tokens;
    }

    /// <param name="Start">The first token.</param>
    /// <param name="End">The last one.</param>
    private sealed record ContextMention(
        string Document, string Entity, string? Id, long Start, long End, string? Words, Properties Others, SourcePlace Place);
}
