using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Where the texts of tables of spans are: a table calls an article <c>111</c> that stands in <c>article111.txt</c>.</summary>
internal sealed class SpanTableTexts
{
    private const string Article = "article";

    private readonly Dictionary<(string Table, string Document), AnnotationFile> texts = [];
    private readonly Dictionary<string, ImmutableArray<string>> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ILookup<string, string>> tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AnnotationFile>> others = new(StringComparer.Ordinal);
    private readonly HashSet<string> found = new(StringComparer.Ordinal);

    /// <summary>The text of a document in a table that was found before.</summary>
    public AnnotationFile? Get(AnnotationFile table, string document) => texts.GetValueOrDefault((table.FullPath, document));

    public AnnotationFile? Find(FolderListing folder, AnnotationFile table, string document)
    {
        // Corpora have the same spans as standoff too, which says more.
        if (ListPlaces(folder, table).Any(place => File.Exists(Path.Combine(place, $"{document}.ann"))))
            return null;
        string[] names = [document, $"{document}.txt", $"{Article}{document}.txt"];
        var path = ListPlaces(folder, table).SelectMany(place => names.Select(name => Path.Combine(place, name)))
            .FirstOrDefault(path => path != table.FullPath && File.Exists(path));
        if (path is null)
            return null;
        found.Add(path);
        if (Path.GetDirectoryName(path) == folder.Folder)
            folder.TakeIfPresent(Path.GetFileName(path));
        return texts[(table.FullPath, document)] = table.Relate(path);
    }

    /// <summary>The other texts in the folders of these, if no table before has them: what no table names may have no spans.</summary>
    public List<AnnotationFile> ListOthers(AnnotationFile table, IReadOnlyCollection<AnnotationFile> named)
    {
        var names = named.Select(text => text.FullPath).ToHashSet(StringComparer.Ordinal);
        var folders = named.Select(text => text.Folder).Distinct(StringComparer.Ordinal).Where(owners.Add).ToList();
        return others[table.FullPath] =
        [
            .. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt")).Where(path => !names.Contains(path))
                .Order(StringComparer.Ordinal).Select(table.Relate),
        ];
    }

    /// <summary>Those of them that no table at all names, where most texts of their folder are named.</summary>
    public IEnumerable<AnnotationFile> ListUnmarked(AnnotationFile table) => others.GetValueOrDefault(table.FullPath, [])
        .Where(text => !found.Contains(text.FullPath) && UnmarkedFiles.IsProse(text))
        .GroupBy(text => text.Folder, StringComparer.Ordinal)
        .Where(group => UnmarkedFiles.AreFew(group.Count(), found.Count(path => Path.GetDirectoryName(path) == group.Key)))
        .SelectMany(group => group);

    /// <summary>Further tables of the same text, in folders beside that of a table and in its own.</summary>
    public IEnumerable<AnnotationFile> ListNear(FolderListing folder, AnnotationFile table) =>
        ListPlaces(folder, table).SelectMany(place => ListTables(place)[GetText(table.Name)])
            .Where(path => path != table.FullPath).Select(table.Relate);

    /// <summary>Takes texts of which the tables stand in a folder near: that gives the articles.</summary>
    public void TakeTexts(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => file.Name != folder.Only))
        {
            if (found.Contains(file.FullPath) || (file.Extension == ".txt" && IsNamedByTable(folder, file)))
                folder.Take(file);
        }
    }

    /// <summary><c>article111</c> of <c>article111.task2-TC.labels</c> and <c>article111-labels-subtask-3.txt</c>; else the name.</summary>
    private static string GetText(string table)
    {
        var end = Regex.Match(table, @"[.\-_](task|labels|subtask)[^/]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        return end.Success ? table[..end.Index] : table;
    }

    private bool IsNamedByTable(FolderListing folder, AnnotationFile text) =>
        ListPlaces(folder, text).SelectMany(place => ListTables(place)[text.Stem]).Any(path =>
            path != text.FullPath
            && SpanTableRow.IsAnyIn(text.Relate(path).Head));

    /// <summary>The files of a folder that may be tables of one text by their names, by that of the text.</summary>
    private ILookup<string, string> ListTables(string folder)
    {
        if (!tables.TryGetValue(folder, out var known))
        {
            var names = Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>();
            tables[folder] = known = names.Where(path => GetText(Path.GetFileName(path)) != Path.GetFileName(path))
                .ToLookup(path => GetText(Path.GetFileName(path)), StringComparer.Ordinal);
        }

        return known;
    }

    /// <summary>The folder of a file, those in it, and where the user named more than that, the one above and those beside.</summary>
    private ImmutableArray<string> ListPlaces(FolderListing folder, AnnotationFile file)
    {
        if (folder.Settings.Texts is { } given)
            return [Path.GetFullPath(Path.Combine(folder.Settings.TextsFolder ?? folder.Folder, given))];
        if (places.TryGetValue(file.Folder, out var known))
            return known;
        var parent = file.RelativePath.Contains('/') || folder.Only is not null ? Path.GetDirectoryName(file.Folder) : null;
        return places[file.Folder] =
        [
            file.Folder,
            .. NearFolders.ListBelow(file.Folder),
            .. parent is null ? [] : NearFolders.List(parent).Where(path => path != file.Folder).Prepend(parent),
        ];
    }
}
