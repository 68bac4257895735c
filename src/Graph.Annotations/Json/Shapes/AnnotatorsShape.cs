using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Lists of spans by who has marked them: <c>{"annotator1": {"entity_mentions": [...]}, "annotator2": {...}}</c>, or with the lists
/// themselves in place of the objects. The record is read as one with a list of all, each with its annotator.
/// </summary>
internal sealed class AnnotatorsShape() : JsonShape("spans by annotator")
{
    private const string Annotator = "annotator";
    private static readonly string[] Roles = [Annotator, "coder", "rater", "expert", "worker", "user", "student", "judge"];

    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record)
    {
        if (Find(record) is not { } name)
            return false;
        using var turned = Turn(record, name);
        return list.Fits(turned.RootElement);
    }

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) => Find(record.Root) is { } name
        ? ReadTurnedOrPlain(Turn(record.Root, name), list, record, reading)
        : JsonShapes.Plain.Read(record, reading);

    private static string? Find(JsonElement record) => !record.IsObject() || JsonTexts.FindKnown(record) is null ? null
        : record.EnumerateObject().Where(property => AreByAnnotator(property.Value)).Select(JsonText.GetName).FirstOrDefault();

    /// <summary>What several have marked, all in lists that are called alike or, where annotators are named, in lists alone.</summary>
    private static bool AreByAnnotator(JsonElement value)
    {
        if (!value.IsObject() || !value.EnumerateObject().Any())
            return false;
        var areNamed = value.EnumerateObject().All(own => Array.Exists(
            Roles, role => JsonText.GetName(own).StartsWith(role, StringComparison.OrdinalIgnoreCase)));
        var lists = value.EnumerateObject().Select(own => (Name: FindList(own.Value), Items: ListSpans(own.Value))).ToList();
        return (areNamed || (lists.Count > 1 && lists[0].Name is { Length: > 0 }))
            && lists.TrueForAll(own => own.Name is not null && own.Name == lists[0].Name)
            && lists.Exists(own => own.Items.Any())
            && lists.TrueForAll(own => own.Items.All(item => item.IsObject() && SpanFields.Find(item) is { Type: not null }));
    }

    /// <summary>The name of the one list of an object; empty for a list itself, null for anything else.</summary>
    private static string? FindList(JsonElement own) => own.IsArray() ? ""
        : own.Fields().Where(field => field.Value.IsArray()).Select(JsonText.GetName).ToList() is [var name] ? name
        : null;

    private static IEnumerable<JsonElement> ListSpans(JsonElement own) =>
        own.IsArray() ? own.Items() : FindList(own) is { } name ? own.Items(name) : [];

    private static JsonDocument Turn(JsonElement record, string name) => WrittenJson.WriteObject(json =>
    {
        foreach (var property in record.EnumerateObject())
        {
            if (JsonText.GetName(property) != name)
            {
                property.WriteTo(json);
                continue;
            }

            json.WriteStartArray(name);
            foreach (var own in property.Value.EnumerateObject())
            {
                foreach (var item in ListSpans(own.Value))
                    WriteItem(json, item, JsonText.GetName(own));
            }

            json.WriteEndArray();
        }
    });

    private static void WriteItem(Utf8JsonWriter json, JsonElement item, string annotator)
    {
        json.WriteStartObject();
        foreach (var field in item.EnumerateObject())
            field.WriteTo(json);
        if (item.Get(Annotator).ValueKind == JsonValueKind.Undefined)
            json.WriteString(Annotator, annotator);
        json.WriteEndObject();
    }
}
