using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The fields that the first records of a file have, as paths, and which of them may be the text and its mentions.</summary>
/// <param name="Proposal">A <c>json</c> section on one line; null where there is no text, or no list with two numbers in its items.</param>
internal sealed record JsonDraft(ImmutableArray<string> Fields, string? Proposal)
{
    private const int Records = 20;
    private const int MostFields = 30;
    private const int MaximumDepth = 4;

    public static JsonDraft Read(AnnotationFile file)
    {
        var fields = new List<string>();
        string? proposal = null;
        foreach (var record in JsonRecordStream.PeekAll(file).Take(Records))
        {
            using var whole = record;
            List(record.Root, "", fields, 0);
            proposal ??= Propose(record.Root);
        }

        return new JsonDraft([.. fields.Distinct().Take(MostFields)], proposal);
    }

    private static void List(JsonElement element, string path, List<string> fields, int depth)
    {
        foreach (var (name, value) in Children(element, path))
        {
            var item = value.IsArray() ? value.Items().FirstOrDefault() : default;
            if (depth < MaximumDepth && value.IsObject())
                List(value, name, fields, depth + 1);
            else if (depth < MaximumDepth && item.IsObject())
                List(item, $"{name}[]", fields, depth + 1);
            else
                fields.Add(value.IsArray() ? $"{name}[]" : name);
        }
    }

    /// <summary>The longest text is the text; a list of objects with two whole numbers that fit into it are mentions.</summary>
    private static string? Propose(JsonElement root)
    {
        var leaves = ListLeaves(root, "", 0).ToList();
        var text = leaves
            .Where(leaf => leaf.Value.ValueKind == JsonValueKind.String)
            .OrderByDescending(leaf => JsonText.Get(leaf.Value).Length)
            .FirstOrDefault();
        if (text.Path is null)
            return null;

        var length = JsonText.Get(text.Value).Length;
        foreach (var (path, list) in leaves.Where(leaf => leaf.Value.IsArray()
            && leaf.Value.Items().Any()
            && leaf.Value.Items().All(item => item.IsObject())))
        {
            var numbers = list
                .At(0)
                .EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.Number)
                .Select(property => property.Name)
                .ToList();
            var pair = numbers.Zip(numbers.Skip(1))
                .FirstOrDefault(names => list.Items().All(item =>
                    item.Integer(names.First) is >= 0 and var start
                        && item.Integer(names.Second) is { } end
                        && start < end
                        && end <= length));
            if (pair.First is null)
                continue;
            var type = list.At(0).EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.String
                    && !JsonText.Get(text.Value).Contains(JsonText.Get(property.Value), StringComparison.Ordinal))
                .Select(property => property.Name)
                .FirstOrDefault();
            return $"json: {{text: {text.Path}, mentions: {{list: {path}, start: {pair.First}, end: "
                + $"{pair.Second}{(type is null ? "" : $", type: {type}")}}}}}";
        }

        return null;
    }

    private static IEnumerable<(string Path, JsonElement Value)> ListLeaves(JsonElement element, string path, int depth)
    {
        foreach (var (name, value) in Children(element, path))
        {
            if (!value.IsObject())
                yield return (name, value);
            foreach (var inner in depth < MaximumDepth && value.IsObject() ? ListLeaves(value, name, depth + 1) : [])
                yield return inner;
        }
    }

    private static IEnumerable<(string Path, JsonElement Value)> Children(JsonElement element, string path) =>
        element.IsObject()
            ? element
                .EnumerateObject()
                .Select(property => (
                    path.Length == 0 ? JsonText.GetName(property) : $"{path}.{JsonText.GetName(property)}",
                    property.Value))
            : [];
}
