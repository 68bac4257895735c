using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Where the documents of a table of segments are: files near, or rows of a table beside.</summary>
/// <param name="column">The column that names the documents; negative where the table is of the one that is called like it.</param>
internal sealed class CodedSegmentTexts(int column)
{
    private readonly OrderedDictionary<string, AnnotationFile> texts = new(StringComparer.Ordinal);

    public int Column => column;

    /// <summary>Null where the documents are files.</summary>
    public CodedTextTable? Table { get; init; }

    /// <summary>Texts beside them that no row names.</summary>
    public List<AnnotationFile> Unmarked { get; } = [];

    public IEnumerable<AnnotationFile> Files => Table is null ? texts.Values.DistinctBy(text => text.FullPath) : [Table.File];

    public void Add(string document, AnnotationFile text) => texts.TryAdd(document, text);

    public AnnotationFile? Get(string document) => texts.GetValueOrDefault(document);

    /// <summary>
    /// How a text may be called that a table names so: without the group before it, the number that ATLAS.ti gives documents, and the
    /// ending of what was imported.
    /// </summary>
    public static IEnumerable<string> ListNames(string document)
    {
        var name = document.Split('/', '\\')[^1].Trim();
        var bare = Regex.Replace(name, "^(?:[DP] ?)?[0-9]+(?: ?: ?| )", "", RegexOptions.CultureInvariant);
        return new[] { name, Path.GetFileNameWithoutExtension(name), bare, Path.GetFileNameWithoutExtension(bare) }
            .Where(other => other.Length > 0).Distinct(StringComparer.Ordinal);
    }

    public static bool IsCalled(AnnotationFile text, string document) => ListNames(document)
        .Any(name => text.Name == name || text.Stem == name);
}
