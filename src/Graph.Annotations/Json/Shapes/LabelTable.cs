using System.Globalization;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Graph.Annotations;

/// <summary>
/// The labels of numbered tags: a table in <c>label2id.json</c> and files of such names, or the names of a class label that a data set
/// declares of itself, in <c>dataset_info.json</c> or at the head of its <c>README.md</c>.
/// </summary>
internal static class LabelTable
{
    private static readonly string[] Tables =
    [
        "label2id.json", "label.json", "labels.json", "id2label.json", "tag_to_id.json", "ner_label2id.json", "label_map.json"
    ];
    private static readonly string[] Holders = ["sequence", "list", "dtype"];
    private static readonly string[] Lists = ["labels.txt", "label.txt", "label_list.txt", "tags.txt", "classes.txt"];
    // Data sets come with the script that loads them.
    private const string Script = ".py";
    private static readonly string[] Declarations = ["dataset_info.json", "dataset_infos.json", "README.md"];

    /// <summary>The files beside records that only say what their numbers mean.</summary>
    public static bool IsTable(string name) =>
        Tables.Contains(name)
        || name is "dataset_info.json" or "dataset_infos.json" or "dataset_dict.json"
        || name.EndsWith("2id.json", StringComparison.Ordinal)
            || (name.StartsWith("id2", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal));

    /// <summary>Whether a file beside records has nothing but labels, one a line.</summary>
    public static bool IsList(AnnotationFile file) => Lists.Contains(file.Name) && ReadLines(file.Head) is not null;

    /// <summary>In the folder of the file or the one above, where splits have folders of their own.</summary>
    /// <param name="field">The field of the tags.</param>
    public static IReadOnlyDictionary<long, string>? Find(AnnotationFile file, string field, ReadingLog log)
    {
        var folders = new[] { file.Folder, file.RelativePath.Contains('/') ? Path.GetDirectoryName(file.Folder) : null }.OfType<string>();
        return folders
            .SelectMany(folder => Tables.Concat(Declarations).Concat(Lists).Select(name => Path.Combine(folder, name))
                .Concat(ListScripts(folder)))
            .Where(File.Exists).Select(path => Read(path, field, log)).FirstOrDefault(table => table is { Count: > 0 });
    }

    private static IEnumerable<string> ListScripts(string folder) =>
        Directory.EnumerateFiles(folder, $"*{Script}").Order(StringComparer.Ordinal);

    /// <summary>
    /// The tables in an object that holds records: of a field, where <c>features</c> describes it, else of any, which have no name here.
    /// </summary>
    public static ILookup<string, IReadOnlyDictionary<long, string>> ReadAll(JsonElement holder)
    {
        var described = holder.Items("features")
            .Select(feature => (Name: feature.Text("name") ?? "", Table: ReadNames(feature.Get("type"))));
        var others = holder
            .EnumerateObject()
            .Select(property => (Name: "", Table: Read(property.Value)))
            .Where(other => other.Table is { Count: > 1 } table && table.Values.All(TagSequence.IsTag));
        return described.Concat(others)
            .Where(pair => pair.Table is not null)
            .ToLookup(pair => pair.Name, pair => pair.Table!, StringComparer.Ordinal);
    }

    /// <summary><c>{"feature": {"names": ["O", "B-PER"]}}</c>.</summary>
    private static IReadOnlyDictionary<long, string>? ReadNames(JsonElement feature) =>
        Read(feature.Get("feature").Get("names") is { ValueKind: JsonValueKind.Array } names ? names : feature.Get("names"));

    /// <summary>A list of labels, a map from numbers to labels, or one from labels to numbers; null for anything else.</summary>
    public static IReadOnlyDictionary<long, string>? Read(JsonElement element)
    {
        if (element.IsArray())
            return element.IsTexts()
                ? element.EnumerateArray().Index().ToDictionary(pair => (long)pair.Index, pair => pair.Item.Text() ?? "")
                : null;

        var result = new Dictionary<long, string>();
        foreach (var property in element.Fields())
        {
            if (property.Value.ValueKind == JsonValueKind.Number && property.Value.Integer() is { } id)
                result[id] = property.Name;
            else if (long.TryParse(property.Name, out var number) && property.Value.Text() is { } label)
                result[number] = label;
        }

        return result.Count == 0 ? null : result;
    }

    private static IReadOnlyDictionary<long, string>? Read(string path, string field, ReadingLog log)
    {
        var name = Path.GetFileName(path);
        var text = new AnnotationFile(path, name, name).ReadText(log).Text;
        if (name == "README.md")
            return ReadHead(text, field) ?? LabelText.Find(text);
        if (name.EndsWith(Script, StringComparison.Ordinal))
            return LabelText.Find(text);
        if (name.EndsWith(".txt", StringComparison.Ordinal))
            return ReadLines(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            return Tables.Contains(name) ? Read(document.RootElement) : FindNames(document.RootElement, field);
        }
        catch (JsonException)
        {
            // A file of another kind under this name; the numbers stay without labels, which is told.
            return null;
        }
    }

    /// <summary>A label a line, if all are tags.</summary>
    private static Dictionary<long, string>? ReadLines(string text)
    {
        var labels = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return labels.Count > 1 && labels.TrueForAll(TagSequence.IsTag)
            ? labels.Index().ToDictionary(pair => (long)pair.Index, pair => pair.Item)
            : null;
    }

    /// <summary><c>features.ner_tags.feature.names</c>, at any depth.</summary>
    private static IReadOnlyDictionary<long, string>? FindNames(JsonElement element, string field)
    {
        if (element.Get("features").Get(field) is { ValueKind: JsonValueKind.Object } feature)
            return ReadNames(feature);
        // Of a feature that lists objects, with a list of one that describes them.
        if (element.Get(field) is { ValueKind: JsonValueKind.Object } inner && ReadNames(inner) is { } names)
            return names;
        if (element.IsArray() && element.At(0).IsObject())
            return FindNames(element.At(0), field);
        return element.IsObject()
            ? element.EnumerateObject().Select(property => FindNames(property.Value, field)).FirstOrDefault(table => table is not null)
            : null;
    }

    /// <summary>
    /// The YAML before the text of a data set's card: <c>dataset_info: features: - name: ner_tags, sequence: class_label: names</c>.
    /// </summary>
    private static Dictionary<long, string>? ReadHead(string text, string field)
    {
        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        if (!text.StartsWith("---", StringComparison.Ordinal)
            || end < 0
            || YamlText.Read(text[3..end]) is not { Root: YamlMappingNode root })
            return null;

        var infos = Find(root, "dataset_info") is YamlSequenceNode several
            ? several.Children
            : new[] { Find(root, "dataset_info") ?? root };
        var features = infos.SelectMany(info => ListFeatures(Find(info, "features")));
        var names = features.Where(feature => Find(feature, "name") is YamlScalarNode name && name.Value == field)
            .SelectMany(feature => Holders.Select(holder => Find(feature, holder)))
            .Select(holder => Find(Find(holder, "class_label"), "names"));
        return names
            .OfType<YamlMappingNode>()
            .FirstOrDefault()?.Children
            .Select(pair => (Number: (pair.Key as YamlScalarNode)?.Value, Label: (pair.Value as YamlScalarNode)?.Value ?? ""))
            .Where(pair => long.TryParse(pair.Number, out _))
            .ToDictionary(pair => long.Parse(pair.Number!, CultureInfo.InvariantCulture), pair => pair.Label);
    }

    /// <summary>The features of a list, and those of the objects that are listed in them.</summary>
    private static IEnumerable<YamlNode> ListFeatures(YamlNode? features) => features is YamlSequenceNode list
        ? list.Children.SelectMany(
            feature => new[] { "list", "sequence", "struct" }.SelectMany(holder => ListFeatures(Find(feature, holder))).Prepend(feature))
        : [];

    private static YamlNode? Find(YamlNode? node, string key) =>
        node is YamlMappingNode map
            ? map.Children.Where(pair => pair.Key is YamlScalarNode name && name.Value == key).Select(pair => pair.Value).FirstOrDefault()
            : null;
}
