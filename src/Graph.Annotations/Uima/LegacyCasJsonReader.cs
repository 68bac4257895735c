using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// UIMA CAS as JSON in the form of UIMA 2: <c>_context</c> with the full names of types, <c>_views</c> with structures by type, and
/// <c>_referenced_fss</c> with those that others refer to. Features that have their standard value, such as a begin of 0, are left out.
/// </summary>
internal static class LegacyCasJsonReader
{
    private const string Sofa = "Sofa";

    public static IEnumerable<Cas> Read(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        var start = SourcePlace.StartOf(source);
        try
        {
            using var document = JsonDocument.Parse(source.Text);
            return [.. new LegacyCas(document.RootElement, start, log).Read()];
        }
        catch (JsonException exception)
        {
            var line = (int)Math.Min((exception.LineNumber ?? 0) + 1, source.LineCount);
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, line), "JSON file", $"it breaks off or has a mistake in line {line}"));
            return [];
        }
    }

    private sealed class LegacyCas(JsonElement root, SourcePlace start, ReadingLog log)
    {
        private readonly CasBuilder builder = new(start, log);
        private readonly Dictionary<string, string> sofas = new(StringComparer.Ordinal);
        private int unnamed;

        public IEnumerable<Cas> Read()
        {
            foreach (var entry in List(Get(root, "_referenced_fss")))
                AddReferenced(entry.Name, entry.Value);
            foreach (var view in List(Get(root, "_views")))
                AddView(view.Name, view.Value);
            return builder.Build();
        }

        private void AddReferenced(string id, JsonElement structure)
        {
            var type = GetText(structure, "_type") ?? "";
            if (type == Sofa)
            {
                var name = GetText(structure, "sofaID") ?? "";
                sofas[name] = id;
                builder.AddSofa(id, name, GetText(structure, "sofaString"));
            }
            else
                Add(id, type, structure);
        }

        /// <summary>What nothing refers to stands in the view itself, the others as their numbers.</summary>
        private void AddView(string name, JsonElement view)
        {
            if (!sofas.TryGetValue(name, out var sofa))
            {
                log.CountLoss("views without a text");
                return;
            }

            var members = new List<string>();
            foreach (var (type, items) in List(view).SelectMany(pair => pair.Value.ValueKind == JsonValueKind.Array
                ? pair.Value.EnumerateArray().Select(item => (pair.Name, item))
                : []))
            {
                var id = items.ValueKind == JsonValueKind.Object ? $"_{++unnamed}" : items.GetRawText();
                if (items.ValueKind == JsonValueKind.Object)
                    Add(id, type, items);
                members.Add(id);
            }

            builder.AddView(sofa, members);
        }

        private void Add(string id, string type, JsonElement structure)
        {
            var features = List(structure)
                .Where(feature => feature.Name is not ("_type" or "_id"))
                .Select(feature => KeyValuePair.Create(feature.Name, ReadTexts(feature.Value)))
                .Where(feature => feature.Value.Length > 0)
                .ToList();
            if (features.Exists(feature => feature.Key == "end") && !features.Exists(feature => feature.Key == "begin"))
                features.Add(KeyValuePair.Create<string, ImmutableArray<string>>("begin", ["0"]));
            builder.Add(id, GetFullName(type), features, start);
        }

        private string GetFullName(string type) => GetText(Get(Get(Get(root, "_context"), "_types"), type), "_id") ?? type;
    }

    private static JsonElement Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<(string Name, JsonElement Value)> List(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().Select(property => (JsonText.GetName(property), property.Value))
            : [];

    private static string? GetText(JsonElement element, string name) => ReadTexts(Get(element, name)) is [var text, ..] ? text : null;

    private static ImmutableArray<string> ReadTexts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Object => [],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => ReadTexts(item))],
        JsonValueKind.String => JsonText.Get(value) is { Length: > 0 } text ? [text] : [],
        _ => [value.GetRawText()],
    };
}
