using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// UIMA CAS as JSON, format 0.4: <c>%FEATURE_STRUCTURES</c> as a list or by id, <c>%VIEWS</c>. A feature whose name starts with
/// <c>@</c> is a reference, with <c>#</c> a number that JSON cannot write.
/// </summary>
internal static class CasJsonReader
{
    public static IEnumerable<Cas> Read(AnnotationFile file, ReadingLog log) =>
        CasJson.Read(file, (root, start) => Read(root, start, log), log);

    private static IEnumerable<Cas> Read(JsonElement root, SourcePlace start, ReadingLog log)
    {
        var builder = new CasBuilder(start, log);
        if (root.ValueKind != JsonValueKind.Object)
            return [];

        if (root.TryGetProperty("%FEATURE_STRUCTURES", out var structures))
        {
            foreach (var (id, structure) in Enumerate(structures))
                Add(id, structure, builder, start);
        }

        if (root.TryGetProperty("%VIEWS", out var views) && views.ValueKind == JsonValueKind.Object)
        {
            foreach (var view in views.EnumerateObject())
                AddView(view.Value, builder, log);
        }

        return builder.Build();
    }

    private static IEnumerable<(string Id, JsonElement Structure)> Enumerate(JsonElement structures) => structures.ValueKind switch
    {
        JsonValueKind.Array =>
            structures.EnumerateArray().Where(item => item.IsObject()).Select(item => (CasJson.GetText(item, "%ID") ?? "", item)),
        JsonValueKind.Object =>
            structures.EnumerateObject().Where(entry => entry.Value.IsObject()).Select(entry => (JsonText.GetName(entry), entry.Value)),
        _ => [],
    };

    private static void Add(string id, JsonElement structure, CasBuilder builder, SourcePlace place)
    {
        var type = CasJson.GetText(structure, "%TYPE") ?? "";
        if (type == "uima.cas.Sofa")
            builder.AddSofa(id, CasJson.GetText(structure, "sofaID") ?? "", CasJson.GetText(structure, "sofaString"));
        else
            builder.Add(
                id,
                type,
                [.. structure.EnumerateObject().Select(ReadFeature).Where(feature => feature.Key.Length > 0 && feature.Value.Length > 0)],
                place);
    }

    private static KeyValuePair<string, ImmutableArray<string>> ReadFeature(JsonProperty property)
    {
        var written = JsonText.GetName(property);
        var name = written switch
        {
            "%ELEMENTS" => "elements",
            ['%', ..] => "",
            ['@' or '#' or '^', .. var rest] => rest,
            _ => written,
        };
        return KeyValuePair.Create(name, CasJson.ReadTexts(property.Value));
    }

    private static void AddView(JsonElement view, CasBuilder builder, ReadingLog log)
    {
        if (!view.IsObject() || CasJson.GetText(view, "%SOFA") is not { } sofa)
        {
            log.CountLoss("views without a text");
            return;
        }

        var members = CasJson.ReadTexts(view.Get("%MEMBERS"));
        builder.AddView(sofa, members);
    }
}
