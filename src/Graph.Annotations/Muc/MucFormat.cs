using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// MUC-3 and MUC-4 as they were distributed: files of texts, each below a line with its name, <c>DEV-MUC3-0001 (NOSC)</c>, and files of
/// keys in the same folder, with a template for each event that a text tells of.
/// </summary>
internal sealed class MucFormat : IAnnotationFormat
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Multiline;

    /// <summary>A line that begins a text; the site that sent it stands behind the name.</summary>
    public const string Document = @"^(?<id>(DEV|TST)\d?-MUC\d-\d{4})\b[^\n]*$";

    /// <summary>The first line of a template.</summary>
    public const string Key = @"^0\.\s+MESSAGE(: ID| ID)\s+(?<id>[A-Z0-9-]+)";

    // Files are looked at when they are claimed, so that texts and keys meet, and each file of keys is read once.
    private readonly Dictionary<string, ILookup<string, MucTemplate>> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);

    public string Name => "muc4";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var texts = folder.Remaining.Where(file => IsOf(file, Document) && !IsOf(file, Key)).ToList();
        if (texts.Count == 0)
            yield break;
        var found = folder.Remaining.Where(file => IsOf(file, Key))
            .SelectMany(file => ListIds(file, Key).Select(id => (Id: id, File: file)))
            .ToLookup(pair => pair.Id, pair => pair.File, StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var ids = ListIds(text, Document);
            documents.UnionWith(ids);
            var own = ids.SelectMany(id => found[id])
                .DistinctBy(file => file.FullPath)
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .ToList();
            folder.Take(text);
            own.ForEach(folder.Take);
            yield return new FileSet([text, .. own]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var templates = files.Files.Skip(1).Select(file => GetTemplates(file, log)).ToList();
        var source = files.Main.ReadText(log);
        var begins = Regex.Matches(source.Text, Document, Options);
        for (var i = 0; i < begins.Count; i++)
        {
            var end = i + 1 < begins.Count ? begins[i + 1].Index : source.Text.Length;
            var id = begins[i].Groups["id"].Value;
            yield return new MucArticleReader(files.Main, source, TextSpan.FromBounds(begins[i].Index + begins[i].Length, end), log)
                .Read(id, [.. templates.SelectMany(key => key[id])]);
        }
    }

    private ILookup<string, MucTemplate> GetTemplates(AnnotationFile file, ReadingLog log)
    {
        if (keys.TryGetValue(file.FullPath, out var known))
            return known;
        var read = MucTemplate.ReadAll(file.ReadText(log), log).ToList();
        foreach (var lost in read.Where(template => !documents.Contains(template.Document)))
            log.CountLoss("templates whose text is not in the folder", 1, lost.Place);
        return keys[file.FullPath] = read.ToLookup(template => template.Document, StringComparer.Ordinal);
    }

    private static bool IsOf(AnnotationFile file, string pattern) =>
        !FileKinds.NotTagged.Contains(file.Extension) && Regex.IsMatch(file.Head, pattern, Options);

    private static HashSet<string> ListIds(AnnotationFile file, string pattern) =>
        Regex.Matches(file.ReadText(new ReadingLog()).Text, pattern, Options)
            .Select(match => match.Groups["id"].Value)
            .ToHashSet(StringComparer.Ordinal);
}
