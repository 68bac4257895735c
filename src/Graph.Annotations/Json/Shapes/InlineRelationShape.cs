using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A text with a list of relations and none of mentions: both ends of each are objects with a place and perhaps a type,
/// <c>{"type": "LEFT", "subject": {"start": 0, "end": 4, "type": "PER"}, "object": {...}}</c>. Ends with one span are one mention.
/// </summary>
internal sealed class InlineRelationShape() : JsonShape("relations with their ends")
{
    public override bool Fits(JsonElement record) => Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var (list, source, target, type) = Find(root)!.Value;
        var name = JsonTexts.FindName(root)!;
        var text = JsonTexts.Get(root, name)!;
        var taken = new HashSet<string>([source, target, type, "id", "score", "confidence"], StringComparer.Ordinal);
        reading.CountUnread(root, [JsonTexts.FirstStep(name), list]);
        var draft = reading.CreateDraft(record, text);
        var items = root.Items(list).ToList();
        var offsets = TextOffsets.Choose(
            text,
            [.. items.SelectMany(item => new[] { item.Get(source), item.Get(target) })
                .Select(end => SpanFields.Find(end)!.Value.ReadSpan(end))]);
        foreach (var item in items)
        {
            reading.CountUnread(list, item, taken);
            draft.AddRelation(
                item.Text("id"), item.Text(type), AddEnd(item.Get(source), offsets, draft), AddEnd(item.Get(target), offsets, draft),
                relation => relation with
                {
                    Status = relation.Status with
                    {
                        Confidence = item.Number("confidence")
                    ?? item.Number("score")
                    }
                });
        }

        yield return draft.ToArticle();
    }

    private static int? AddEnd(JsonElement end, TextOffsets offsets, JsonArticleDraft draft)
    {
        var fields = SpanFields.Find(end)!.Value;
        var recorded = fields.ReadSpan(end);
        if (draft.FindSpan(offsets, recorded) is not { } span)
            return null;

        return draft.FindMention(span) ?? draft.AddMention(null, fields.ReadTypes(end), span, recorded.Surface);
    }

    /// <summary>The list, and the names of the ends and of the type; null where another list has mentions.</summary>
    private static (string List, string Source, string Target, string Type)? Find(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindName(record) is null)
            return null;

        (string, string, string, string)? found = null;
        foreach (var property in record.EnumerateObject().Where(property => property.Value.At(0).IsObject()))
        {
            var first = property.Value.At(0);
            var ends = RelationListLayout.ListEnds(first)
                .FirstOrDefault(ends => property.Value.Items().All(item => IsEnd(item.Get(ends.Source)) && IsEnd(item.Get(ends.Target))));
            var type = first.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String).Select(JsonText.GetName)
                .FirstOrDefault(RelationListLayout.IsType);
            if (ends.Source is null && SpanFields.Find(first) is not null)
                return null;
            if (ends.Source is not null && type is not null)
                found ??= (JsonText.GetName(property), ends.Source, ends.Target, type);
        }

        return found;
    }

    private static bool IsEnd(JsonElement end) =>
        end.IsObject()
        && SpanFields.Find(end) is { } fields
        && fields.ReadSpan(end) is var span
        && span.Start >= 0
        && span.Start < span.End;
}
