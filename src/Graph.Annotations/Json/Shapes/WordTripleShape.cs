using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Relations by the words of their ends alone: <c>spo_list</c> of DuIE, <c>triple_list</c> of NYT and WebNLG as relation extraction is
/// trained with them, and objects such as <c>{"sub": "Mira", "rel": "born in", "obj": "Oslo"}</c>, whose ends may be objects that have the
/// words. The ends are where the text has these words first.
/// </summary>
internal sealed class WordTripleShape() : JsonShape("triples of words")
{
    private const string Objects = "spo_list";
    private const string MainValue = "@value";
    private static readonly string[] Arrays =
        ["triple_list", "triples", "triplets", "relation_list", "relations", "facts", "relationships"];

    private static readonly HashSet<string> OfTriple = ["subject", "predicate", "object", "subject_type", "object_type"];

    public override bool Fits(JsonElement record) => JsonTexts.FindName(record) is not null && FindList(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = JsonTexts.FindName(root)!;
        var list = FindList(root)!;
        reading.CountUnread(root, [JsonTexts.FirstStep(name), list]);
        var draft = reading.CreateDraft(record, JsonTexts.Get(root, name)!);
        foreach (var item in root.Items(list))
        {
            if (list != Objects && FindFields(item) is { } fields)
                AddNamed(list, item, fields, draft, reading);
            else if (item.IsArray())
                Add(item.At(0).Text(), "", item.At(1).Text(), item.At(2).Text(), "", draft);
            else
                AddObject(list, item, draft, reading);
        }

        yield return draft.ToArticle();
    }

    private static string? FindList(JsonElement record) =>
        record.Items(Objects).Any(item => item.Text("subject") is not null && item.Text("predicate") is not null) ? Objects
        : Array.Find(Arrays, name => record.Items(name).Any()
            && (record.Items(name).All(IsTriple) || HasWords(record, record.Items(name).ToList())));

    /// <summary>Whether all items are such, and most of their ends words of the text; else they name something else.</summary>
    private static bool HasWords(JsonElement record, List<JsonElement> items)
    {
        if (!items.TrueForAll(item => FindFields(item) is not null) || JsonTexts.FindName(record) is not { } name)
            return false;
        var text = JsonTexts.Get(record, name)!;
        return items.Count(item => FindFields(item) is var (source, _, target)
            && WordFinder.Find(text, GetWords(item.Get(source))!) >= 0
            && WordFinder.Find(text, GetWords(item.Get(target))!) >= 0) > items.Count / 2;
    }

    private static void AddNamed(
        string list, JsonElement item, (string Source, string Type, string Target) fields, JsonArticleDraft draft, JsonReading reading)
    {
        var (sourceType, targetType) = (FindType(item, fields.Source), FindType(item, fields.Target));
        reading.CountUnread(list, item, [fields.Source, fields.Type, fields.Target, sourceType, targetType]);
        var source = Find(item.Get(fields.Source), sourceType is null ? null : item.Text(sourceType), draft);
        var target = Find(item.Get(fields.Target), targetType is null ? null : item.Text(targetType), draft);
        Add(source, GetWords(item.Get(fields.Type)), target, draft);
    }

    /// <summary>The mention of an end with what an object says of it.</summary>
    private static int? Find(JsonElement end, string? type, JsonArticleDraft draft)
    {
        if (!end.IsObject())
            return Find(end.Text(), type, draft);
        var words = FindWords(end)!;
        var typed = SpanNames.FindTypes(end).FirstOrDefault(name => name != words && end.Text(name) is not null);
        var found = Find(end.Text(words), typed is null ? type : end.Text(typed), draft);
        draft.Complete(found, mention => JsonLinks.Take(mention with
        {
            Properties = end.Others(new HashSet<string>([words, typed ?? words], StringComparer.Ordinal)),
        }));
        return found;
    }

    /// <summary>What an end says itself, or in an object.</summary>
    private static string? GetWords(JsonElement end) =>
        end.ValueKind == JsonValueKind.String ? JsonText.Get(end) : FindWords(end) is { } name ? end.Text(name) : null;

    private static string? FindWords(JsonElement end) => SpanNames.FindAll(end, SpanNames.AllSurfaces).Append("id")
        .FirstOrDefault(name => end.Get(name).ValueKind == JsonValueKind.String);

    /// <summary>The fields of both ends and of what holds between them, all texts.</summary>
    private static (string Source, string Type, string Target)? FindFields(JsonElement item)
    {
        if (!item.IsObject())
            return null;
        var (source, target) = RelationListLayout.ListEnds(item)
            .FirstOrDefault(
                ends => GetWords(item.Get(ends.Source)) is not null && GetWords(item.Get(ends.Target)) is not null);
        return source is not null
            && item.EnumerateObject().Where(field => GetWords(field.Value) is not null).Select(JsonText.GetName)
            .FirstOrDefault(name => name != source && name != target && RelationListLayout.IsType(name)) is { } type
                ? (source, type, target)
                : null;
    }

    private static string? FindType(JsonElement item, string end) =>
        item.EnumerateObject()
            .Select(JsonText.GetName)
            .FirstOrDefault(name => SpanNames.Normalize(name) == $"{SpanNames.Normalize(end)}type");

    private static bool IsTriple(JsonElement item) => item.IsTexts() && item.GetArrayLength() == 3;

    /// <summary>The object of a triple may have further values beside its main one, such as when and where.</summary>
    private static void AddObject(string list, JsonElement item, JsonArticleDraft draft, JsonReading reading)
    {
        reading.CountUnread(list, item, OfTriple);
        var (subject, predicate) = (item.Text("subject"), item.Text("predicate"));
        var (value, type) = (item.Get("object"), item.Get("object_type"));
        if (!value.IsObject())
        {
            Add(subject, item.Text("subject_type"), predicate, value.Text(), type.Text(), draft);
            return;
        }

        foreach (var part in value.EnumerateObject().Where(part => part.Value.Text() is { Length: > 0 }))
        {
            var name = JsonText.GetName(part);
            var relation = name == MainValue ? predicate : $"{predicate}.{name}";
            Add(subject, item.Text("subject_type"), relation, part.Value.Text(), type.Text(name), draft);
        }
    }

    private static void Add(
        string? subject, string? subjectType, string? predicate, string? value, string? valueType, JsonArticleDraft draft) =>
        Add(Find(subject, subjectType, draft), predicate, Find(value, valueType, draft), draft);

    private static void Add(int? source, string? predicate, int? target, JsonArticleDraft draft)
    {
        if (source is not null && target is not null)
            draft.AddRelation(null, predicate, source, target);
        else
            draft.Log.CountLoss("relations whose ends are not words of the text", 1, draft.Place);
    }

    private static int? Find(string? words, string? type, JsonArticleDraft draft) =>
        !string.IsNullOrWhiteSpace(words) && WordFinder.Find(draft.Text, words) is >= 0 and var start
            ? draft.FindOrAddMention(new TextSpan(start, words.Length), null, type ?? "")
            : null;
}
