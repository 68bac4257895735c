using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// UIMA CAS as JSON in the form of UIMA 2: <c>_context</c> with the full names of types, <c>_views</c> with structures by type, and
/// <c>_referenced_fss</c> with those that others refer to. Features that have their standard value, such as a begin of 0, are left out.
/// </summary>
internal static class LegacyCasJsonReader
{
    private const string Sofa = "Sofa";

    public static IEnumerable<Cas> Read(AnnotationFile file, ReadingLog log) =>
        CasJson.Read(file, (root, start) => new LegacyCas(root, start, log).Read(), log);

    private sealed class LegacyCas(JsonElement root, SourcePlace start, ReadingLog log)
    {
        private readonly CasBuilder builder = new(start, log);
        private readonly Dictionary<string, string> sofas = new(StringComparer.Ordinal);
        private int unnamed;

        public IEnumerable<Cas> Read()
        {
            foreach (var entry in List(root.Get("_referenced_fss")))
                AddReferenced(entry.Name, entry.Value);
            foreach (var view in List(root.Get("_views")))
                AddView(view.Name, view.Value);
            return builder.Build();
        }

        private void AddReferenced(string id, JsonElement structure)
        {
            var type = CasJson.GetText(structure, "_type") ?? "";
            if (type == Sofa)
            {
                var name = CasJson.GetText(structure, "sofaID") ?? "";
                sofas[name] = id;
                builder.AddSofa(id, name, CasJson.GetText(structure, "sofaString"));
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
            foreach (var (type, items) in List(view).SelectMany(pair => pair.Value.Items().Select(item => (pair.Name, item))))
            {
                var id = items.IsObject() ? $"_{++unnamed}" : items.GetRawText();
                if (items.IsObject())
                    Add(id, type, items);
                members.Add(id);
            }

            builder.AddView(sofa, members);
        }

        private void Add(string id, string type, JsonElement structure)
        {
            var features = List(structure)
                .Where(feature => feature.Name is not ("_type" or "_id"))
                .Select(feature => KeyValuePair.Create(feature.Name, CasJson.ReadTexts(feature.Value)))
                .Where(feature => feature.Value.Length > 0)
                .ToList();
            if (features.Exists(feature => feature.Key == "end") && !features.Exists(feature => feature.Key == "begin"))
                features.Add(KeyValuePair.Create<string, ImmutableArray<string>>("begin", ["0"]));
            builder.Add(id, GetFullName(type), features, start);
        }

        private string GetFullName(string type) => CasJson.GetText(root.Get("_context").Get("_types").Get(type), "_id") ?? type;
    }

    private static IEnumerable<(string Name, JsonElement Value)> List(JsonElement element) =>
        element.Fields().Select(property => (JsonText.GetName(property), property.Value));
}
