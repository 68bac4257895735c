namespace Graph.Annotations;

/// <summary>
/// RuCor: texts in folders below, <c>Documents.txt</c> with their numbers and paths, and <c>Groups.txt</c> with mentions by place and
/// length and the chain of each. Offsets are code points, or as the recorded words show. The tokens beside these say nothing more.
/// </summary>
internal sealed class RuCorFormat : IAnnotationFormat
{
    private const int MostFolders = 50;
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Groups, string Document), AnnotationFile> textsByDocument = [];

    public string Name => "rucor";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var groups in folder.Remaining.Where(file => RuCorTable.Has(file, RuCorTable.OfGroups)))
        {
            if (folder.Remaining.FirstOrDefault(file => RuCorTable.Has(file, RuCorTable.OfDocuments)) is not { } documents)
                continue;
            folder.Take(groups);
            folder.Take(documents);
            foreach (var tokens in folder.Remaining.Where(file => RuCorTable.Has(file, RuCorTable.OfTokens)))
                folder.Take(tokens);
            yield return new FileSet([groups, .. FindTexts(groups, documents)]);
        }

        foreach (var text in folder.Remaining.Where(file => texts.Contains(file.FullPath)))
            folder.Take(text);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        foreach (var document in RuCorTable.Read(files.Main.ReadText(log)).GroupBy(row => row[RuCorTable.Document], StringComparer.Ordinal))
        {
            if (textsByDocument.TryGetValue((files.Main.FullPath, document.Key), out var text))
                yield return new RuCorReader(text, log).Read([.. document]);
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(document.First().Place, document.Key));
        }
    }

    /// <summary>Paths are from the folder of the tables, or from one in it.</summary>
    private List<AnnotationFile> FindTexts(AnnotationFile groups, AnnotationFile documents)
    {
        var found = new List<AnnotationFile>();
        var places = Directory.EnumerateDirectories(groups.Folder)
            .Order(StringComparer.Ordinal)
            .Take(MostFolders)
            .Prepend(groups.Folder)
            .ToList();
        foreach (var row in RuCorTable.Read(documents.ReadText(new ReadingLog())))
        {
            var path = places.Select(place => Path.GetFullPath(Path.Combine(place, row[RuCorTable.Path])))
                .FirstOrDefault(
                    path => path.StartsWith(groups.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path));
            if (path is null)
                continue;
            texts.Add(path);
            found.Add(textsByDocument[(groups.FullPath, row[RuCorTable.Document])] = groups.Relate(path));
        }

        return found;
    }
}

internal static class RuCorTable
{
    public const string Document = "doc_id";
    public const string Path = "path";
    public const string Group = "group_id";
    public const string Chain = "chain_id";
    public const string Start = "shift";
    public const string Length = "length";
    public const string Words = "content";
    public const string Attributes = "attributes";

    public static readonly string[] OfGroups = [Document, Group, Chain, Start, Length];
    public static readonly string[] OfDocuments = [Document, Path];
    public static readonly string[] OfTokens = [Document, Start, Length, "token"];

    public static bool Has(AnnotationFile file, string[] columns) =>
        file.Extension is ".txt" or ".tsv" or ".csv"
        && file.FirstLine.Split('\t') is var header
        && columns.All(header.Contains);

    public static IEnumerable<TabRow> Read(SourceText source) => TabTable.ReadRows(source, source.GetLineText(1).Split('\t'));
}
