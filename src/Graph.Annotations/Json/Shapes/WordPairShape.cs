using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// One relation a record, as tables for its extraction have it: a text, the words of both ends in two fields, and what holds between them,
/// <c>{"sentence": "...", "e1": "Mira", "e2": "Oslo", "relation": "left"}</c>. The ends are where the text has these words first; an object
/// may hold them.
/// </summary>
internal sealed class WordPairShape() : JsonShape("pairs of words")
{
    public override bool Fits(JsonElement record) => Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var fields = Find(root)!.Value;
        var types = (Source: FindType(root, fields.Source), Target: FindType(root, fields.Target));
        reading.CountUnread(
            root, [JsonTexts.FirstStep(fields.Text), fields.Source, fields.Target, fields.Type, types.Source, types.Target]);
        var draft = reading.CreateDraft(record, JsonTexts.Get(root, fields.Text)!);
        var source = AddEnd(root.Get(fields.Source), types.Source is null ? null : root.Text(types.Source), draft);
        var target = AddEnd(root.Get(fields.Target), types.Target is null ? null : root.Text(types.Target), draft);
        if (NoRelation.IsOrOther(root.Text(fields.Type)))
            reading.Log.Count("pairs without a relation");
        else
            draft.AddRelation(null, root.Text(fields.Type), source, target);
        yield return draft.ToArticle();
    }

    /// <summary>Whether columns have the names of two ends and of what holds between them.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) =>
        RelationListLayout.ListEnds(names).Any() && names.Any(RelationListLayout.IsType);

    private static (string Text, string Source, string Target, string Type)? Find(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindName(record) is not { } name)
            return null;

        var text = JsonTexts.Get(record, name)!;
        bool IsEnd(string field) => field != name && GetWords(record.Get(field)) is { Length: > 0 } words
            && words.Length < text.Length && text.Contains(words, StringComparison.Ordinal);
        var names = record.EnumerateObject().Select(JsonText.GetName).Where(field => !JsonPath.IsPath(field)).ToList();
        foreach (var (source, target) in RelationListLayout.ListEnds(names).Where(ends => IsEnd(ends.Source) && IsEnd(ends.Target)))
        {
            var type = names.Find(field => RelationListLayout.IsType(field) && field != source && field != target && field != name
                && record.Get(field).ValueKind == JsonValueKind.String);
            if (type is not null)
                return (name, source, target, type);
        }

        return null;
    }

    /// <summary>The field that says what an end is, <c>e1_type</c>.</summary>
    private static string? FindType(JsonElement record, string end) => record.EnumerateObject().Select(JsonText.GetName)
        .FirstOrDefault(name => SpanNames.Normalize(name) is var own
            && (own == $"{SpanNames.Normalize(end)}type" || own == $"typeof{SpanNames.Normalize(end)}"));

    /// <summary>An end is its words, or an object that has them: <c>{"word": "Mira", "type": "PERSON"}</c>.</summary>
    private static string? GetWords(JsonElement end) =>
        end.ValueKind == JsonValueKind.String ? end.Text()
        : SpanNames.Find(end, SpanNames.Surfaces) is { } name && end.Get(name).ValueKind == JsonValueKind.String ? end.Text(name)
        : null;

    private static int AddEnd(JsonElement end, string? type, JsonArticleDraft draft)
    {
        var words = GetWords(end)!;
        type ??= SpanNames.Find(end, SpanNames.Types) is { } name ? end.Text(name) : null;
        var index = draft.FindOrAddMention(new TextSpan(FindPlace(draft.Text, words, end), words.Length), null, type ?? "");
        if (end.IsObject())
            draft.Complete(index, mention => JsonLinks.Take(mention with { Properties = end.Others(OfEnd(end)) }));
        return index;
    }

    /// <summary>Where an object says that its words stand, if they do; else where the text has them first.</summary>
    private static int FindPlace(string text, string words, JsonElement end) =>
        SpanNames.FindNumber(end, SpanNames.Starts) is { } name
        && new TextOffsets(text).TryGetStart(end.Integer(name) ?? -1, out var start)
        && text.AsSpan(start).StartsWith(words, StringComparison.Ordinal)
            ? start
            : WordFinder.Find(text, words);

    private static HashSet<string> OfEnd(JsonElement end) =>
        new(
            new[]
            {
                SpanNames.Find(end, SpanNames.Surfaces), SpanNames.Find(end, SpanNames.Types), SpanNames.FindNumber(end, SpanNames.Starts),
                SpanNames.FindNumber(end, SpanNames.Ends),
            }.OfType<string>(),
            StringComparer.Ordinal);
}
