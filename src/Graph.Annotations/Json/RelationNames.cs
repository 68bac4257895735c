using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// What data sets call the properties of Wikidata that their relations are: <c>rel_info.json</c> of DocRED, <c>pid2name.json</c> of FewRel,
/// beside the records or in a folder near. The property stays with the relation.
/// </summary>
internal sealed class RelationNames
{
    private static readonly string[] Tables = ["rel_info.json", "pid2name.json", "relation_info.json"];

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>?> tables = new(StringComparer.Ordinal);

    public static bool IsTable(string name) => Tables.Contains(name);

    public AnnotatedArticle Complete(AnnotatedArticle article) =>
        article.Relations.Any(relation => IsProperty(relation.Type)) && Find(article.File) is { } names
            ? article with { Relations = [.. article.Relations.Select(relation => Complete(relation, names))] }
            : article;

    private static RelationAnnotation Complete(RelationAnnotation relation, IReadOnlyDictionary<string, string> names) =>
        names.TryGetValue(relation.Type, out var name) && name.Length > 0
            ? relation with { Type = name, Properties = relation.Properties.Add(new("wikidata", Value.FromString(relation.Type))) }
            : relation;

    private static bool IsProperty(string type) => type is ['P', .. { Length: > 0 } digits] && digits.All(char.IsAsciiDigit);

    private IReadOnlyDictionary<string, string>? Find(AnnotationFile file)
    {
        if (tables.TryGetValue(file.Folder, out var known))
            return known;
        var parent = file.RelativePath.Contains('/') ? Path.GetDirectoryName(file.Folder) : null;
        var folders = parent is null ? [file.Folder] : NearFolders.List(parent).Prepend(parent).Prepend(file.Folder);
        return tables[file.Folder] = folders.SelectMany(folder => Tables.Select(name => Path.Combine(folder, name)))
            .Where(File.Exists).Select(Read).FirstOrDefault(table => table is { Count: > 0 });
    }

    /// <summary>A name for each property, or a list of a name and what it means.</summary>
    private static Dictionary<string, string>? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(TextDecoder.Decode(File.ReadAllBytes(path), out _));
            return document.RootElement.Fields()
                .Where(property => IsProperty(JsonText.GetName(property)))
                .DistinctBy(JsonText.GetName)
                .ToDictionary(
                    JsonText.GetName, property => property.Value.Text() ?? property.Value.At(0).Text() ?? "", StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            // A file of another kind under this name; the properties stay as they are.
            return null;
        }
    }
}
