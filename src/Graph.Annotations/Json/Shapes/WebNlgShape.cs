using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// WebNLG: an entry has triples and <c>lexicalisations</c>, each a text that says them and an article of its own. An entry stands under its
/// number; in data sets as tables its texts are one object of lists.
/// </summary>
internal sealed class WebNlgShape() : JsonShape("WebNLG")
{
    private const string Texts = "lexicalisations";
    private const string Tables = "lex";
    private static readonly string[] Triples = ["modifiedtripleset", "modified_triple_sets", "originaltriplesets", "original_triple_sets"];
    private static readonly HashSet<string> Taken = new(
        [
            Texts, Tables, .. Triples, "category", "shape", "shape_type", "size", "xml_id", "eid", "2017_test_category", "test_category",
            "dbpedialinks", "links",
        ],
        StringComparer.Ordinal);

    public override bool Fits(JsonElement record) => FindEntry(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var entry = FindEntry(record.Root)!.Value;
        reading.CountUnread(entry, Taken);
        var list = Array.Find(Triples, name => entry.Get(name).IsSaying())!;
        var triples = ReadTriples(entry.Get(list)).ToList();
        var id = entry.TextOf("xml_id", "eid");
        var category = entry.Text("category");
        foreach (var (number, (text, own)) in ListTexts(entry).Index())
        {
            var name = id is null ? null : $"{category}/{id}/{own ?? $"{number + 1}"}";
            yield return TripleArticle.Create(reading.File, new ArticleMetadata(name), text, triples, record.Place);
        }
    }

    private static JsonElement? FindEntry(JsonElement record)
    {
        if (IsEntry(record))
            return record;
        // {"1": {...}}
        return record.IsObject() && record.EnumerateObject().Take(2).ToList() is [var only] && IsEntry(only.Value) ? only.Value : null;
    }

    private static bool IsEntry(JsonElement record) =>
        Array.Exists(Triples, name => ReadTriples(record.Get(name)).Any())
        && (record.HasArray(Texts) || record.Get(Tables).HasArray("text"));

    private static IEnumerable<(string Text, string? Id)> ListTexts(JsonElement entry) => entry.HasArray(Texts)
        ? entry.Items(Texts)
            .Select(item => (item.TextOf("lex", "text") ?? "", item.TextOf("xml_id", "lid")))
            .Where(item => item.Item1.Length > 0)
        : entry.Get(Tables).Items("text").Select((item, index) => (item.Text() ?? "", entry.Get(Tables).Get("lid").At(index).Text()));

    /// <summary>Objects, or texts with bars, at any depth of lists.</summary>
    private static IEnumerable<(string Subject, string Property, string Object)> ReadTriples(JsonElement value)
    {
        if (value.Text("subject") is { } subject
            && value.TextOf("property", "predicate") is { } predicate
            && value.Text("object") is { } target)
            return [(subject, predicate, target)];
        if (value.ValueKind == JsonValueKind.String)
            return JsonText.Get(value).Split(" | ") is [var first, var second, var third] ? [(first, second, third)] : [];
        var inner = value.IsArray()
            ? value.Items()
            : value.IsObject() ? value.EnumerateObject().Select(property => property.Value).Take(1) : [];
        return inner.SelectMany(ReadTriples);
    }
}
