using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A document whose sentences, paragraphs or sections are records of their own, each with a text and what is annotated on it: one article
/// of all their texts. Offsets count in each.
/// </summary>
internal sealed class SectionedShape() : JsonShape("sections")
{
    private static readonly string[] Lists =
    [
        "sentences", "paragraphs", "sections", "segments", "chunks", "utterances", "blocks", "turns", "pages", "sentence", "sents", "body",
        "content", "lines",
    ];

    // What names a document, in the record or in a header that it has.
    private static readonly string[] Ids = ["document_id", "doc_id", "docid", "documentId", "docId", "id", "title"];

    public override bool Fits(JsonElement record) => FindList(record) is { } list && record.Items(list).Any(IsAnnotated);

    /// <summary>A document of sections in which nothing is annotated.</summary>
    public override bool FitsEmpty(JsonElement record) => FindList(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var list = FindList(root)!;
        reading.CountUnread(root, [list]);
        reading.ReadSections(list);
        var parts = new List<AnnotatedArticle>();
        foreach (var section in root.Items(list))
        {
            var shape = JsonShapes.Recognise(section) ?? JsonShapes.Plain;
            if (shape != JsonShapes.Plain || JsonTexts.FindAny(section) is not null)
                parts.AddRange(shape.Read(record with { Root = section, Document = null }, reading));
        }

        if (parts.Count > 0)
            yield return ArticleJoin.Join(parts, reading.ReadMetadata(root, record.Place));
    }

    /// <summary>
    /// A list of objects with texts. Without anything that names the document, its sentences are records of a file.
    /// </summary>
    private static string? FindList(JsonElement record)
    {
        if (!record.IsObject() || Array.Find(Lists, name => record.Get(name).At(0).IsObject()) is not { } list
            || !record.EnumerateObject().Any(property => property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                || (property.Value.IsObject() && Array.Exists(Ids, id => property.Value.TryGetProperty(id, out _)))))
            return null;
        return record.Items(list).All(
            section => section.IsObject() && (JsonTexts.FindKnown(section) ?? JsonTexts.FindTokens(section)) is not null) ? list : null;
    }

    private static bool IsAnnotated(JsonElement section) =>
        JsonShapes.Recognise(section) is { IsWholeFile: false } shape && shape != JsonShapes.Plain;
}
