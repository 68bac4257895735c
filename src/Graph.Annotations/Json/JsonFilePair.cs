using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Documents and their mentions in two JSON files of one folder, told by their fields: a mention has the id of its
/// document.</summary>
/// <param name="Relations">What holds between mentions; null where no file has it.</param>
/// <param name="Map">How the fields of both are called.</param>
internal sealed record JsonFilePair(AnnotationFile Documents, AnnotationFile Mentions, AnnotationFile? Relations, JsonMap Map)
{
    // Mentions may begin with any document.
    private const int Sample = 1000;

    private static readonly string[] Ids = ["id", "_id", "doc_id", "docid", "document_id", "article_id", "text_id"];
    private static readonly string[] Keys =
        ["doc_id", "docid", "document_id", "documentId", "article_id", "articleId", "text_id", "textId", "doc", "document", "article"];

    /// <summary>Null where no two files go together so.</summary>
    public static JsonFilePair? Find(FolderListing folder)
    {
        var files = folder.Remaining.Where(file => FileKinds.Json.Contains(file.Extension)).ToList();
        if (files.Count < 2)
            return null;
        foreach (var mentions in files)
        {
            using var record = JsonRecordStream.Peek(mentions);
            if (record is null || !IsMention(record.Root, out var fields)
                || Array.Find(Keys, name => record.Root.Text(name) is not null) is not { } key)
                continue;
            foreach (var documents in files.Where(file => file != mentions))
            {
                if (FindFields(documents, record.Root.Text(key)!) is not var (id, text))
                    continue;
                var map = ToMap(documents, mentions, id, text, key, fields);
                return new JsonFilePair(
                    documents, mentions, files.Find(file => file != documents && file != mentions && IsRelations(file, map)), map);
            }
        }

        return null;
    }

    private static JsonMap ToMap(AnnotationFile documents, AnnotationFile mentions, string id, string text, string key,
        SpanFields fields) => new("files of documents and mentions")
        {
            Files = new JsonFileSet(documents.Name, mentions.Name, "", new JsonField(key)),
            Id = new JsonField(id),
            Text = new JsonField(text),
            Mention = fields.ToMap(),
        };

    /// <summary>Whether the records of a file have the id of a document, a type and two ends.</summary>
    private static bool IsRelations(AnnotationFile file, JsonMap map)
    {
        using var record = JsonRecordStream.Peek(file);
        return record is not null && map.Files!.Key.GetText(record.Root) is not null && map.Relation.Type.GetText(record.Root) is not null
            && map.Relation.Source.GetText(record.Root) is not null && map.Relation.Target.GetText(record.Root) is not null;
    }

    /// <summary>A span with a type or its words, which are all the text that it has.</summary>
    private static bool IsMention(JsonElement record, out SpanFields fields)
    {
        fields = default;
        if (!record.IsObject() || SpanFields.Find(record) is not { HasEnd: true } found || !found.HasLabel(record))
            return false;
        fields = found;
        var span = found.ReadSpan(record);
        return span.Start >= 0 && span.Start < span.End
            && (JsonTexts.FindName(record) is not { } name || JsonTexts.Get(record, name) is not { } text
                || text.Length <= span.End - span.Start + 1);
    }

    /// <summary>The id and the text of documents, of which one is called so.</summary>
    private static (string Id, string Text)? FindFields(AnnotationFile file, string document)
    {
        foreach (var record in JsonRecordStream.PeekAll(file).Take(Sample))
        {
            using var whole = record;
            if (JsonTexts.FindKnown(record.Root) is not { } text || JsonPath.IsPath(text) || IsMention(record.Root, out _))
                return null;
            if (Array.Find(Ids, name => record.Root.Text(name) == document) is { } id)
                return (id, text);
        }

        return null;
    }
}
