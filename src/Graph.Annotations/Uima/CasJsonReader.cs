using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// UIMA CAS as JSON, format 0.4: <c>%FEATURE_STRUCTURES</c> as a list or by id, <c>%VIEWS</c>. A feature whose name starts with
/// <c>@</c> is a reference, with <c>#</c> a number that JSON cannot write.
/// </summary>
internal static class CasJsonReader
{
    public static IEnumerable<Cas> Read(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        var start = SourcePlace.StartOf(source);
        try
        {
            using var document = JsonDocument.Parse(source.Text);
            return [.. Read(document.RootElement, start, log)];
        }
        catch (JsonException exception)
        {
            var line = (int)Math.Min((exception.LineNumber ?? 0) + 1, source.LineCount);
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, line), "JSON file", $"it breaks off or has a mistake in line {line}"));
            return [];
        }
    }

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
            structures.EnumerateArray().Where(IsObject).Select(structure => (GetText(structure, "%ID") ?? "", structure)),
        JsonValueKind.Object =>
            structures.EnumerateObject().Where(entry => IsObject(entry.Value)).Select(entry => (JsonText.GetName(entry), entry.Value)),
        _ => [],
    };

    private static void Add(string id, JsonElement structure, CasBuilder builder, SourcePlace place)
    {
        var type = GetText(structure, "%TYPE") ?? "";
        if (type == "uima.cas.Sofa")
            builder.AddSofa(id, GetText(structure, "sofaID") ?? "", GetText(structure, "sofaString"));
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
        return KeyValuePair.Create(name, ReadTexts(property.Value));
    }

    private static void AddView(JsonElement view, CasBuilder builder, ReadingLog log)
    {
        if (!IsObject(view) || GetText(view, "%SOFA") is not { } sofa)
        {
            log.CountLoss("views without a text");
            return;
        }

        var members = view.TryGetProperty("%MEMBERS", out var ids) ? ReadTexts(ids) : [];
        builder.AddView(sofa, members);
    }

    private static ImmutableArray<string> ReadTexts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Object => [],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => ReadTexts(item))],
        JsonValueKind.String => JsonText.Get(value) is { Length: > 0 } text ? [text] : [],
        _ => [value.GetRawText()],
    };

    private static string? GetText(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && ReadTexts(value) is [var text, ..] ? text : null;

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;
}
