using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// MPQA: who holds which opinion of what. A folder for each text has its annotations, <c>man_anns/D/T/gateman.mpqa.lre.2.0</c>, and its
/// sentences; the text stands in a tree of the same folders, <c>docs/D/T</c>, under a name without extension.
/// </summary>
internal sealed class MpqaFormat : IAnnotationFormat
{
    private const string Annotations = "man_anns";
    private const string Texts = "docs";
    private const string Sentences = "gatesentences";

    public string Name => "mpqa";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => IsOf(file.Name) && IsList(file)))
        {
            folder.Take(file);
            if (file.Name.StartsWith(Sentences, StringComparison.Ordinal))
                continue;
            var files = new List<AnnotationFile> { file };
            if (FindBeside(file.Folder, Annotations, Texts) is { } text && IsInCorpus(file, text) && File.Exists(text))
                files.Add(file.Relate(text));
            files.AddRange(
                Directory.EnumerateFiles(file.Folder, $"{Sentences}*").Order(StringComparer.Ordinal).Take(1).Select(file.Relate));
            yield return new FileSet([.. files]);
        }

        foreach (var text in folder.Remaining.Where(file => file.Name != folder.Only && HasAnnotations(file)))
            folder.Take(text);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var others = files.Files.Skip(1).ToLookup(file => file.Name.StartsWith(Sentences, StringComparison.Ordinal));
        if (others[false].FirstOrDefault() is { } text)
            yield return new MpqaArticleReader(files.Main, text, others[true].FirstOrDefault(), log).Read();
        else
            log.ReportMalformed(ReadingDiagnostics.NoText(
                SourcePlace.StartOf(files.Main.ReadText(log)),
                $"{Texts}/{Path.GetFileName(Path.GetDirectoryName(files.Main.Folder))}/{Path.GetFileName(files.Main.Folder)}"));
    }

    private static bool IsOf(string name) =>
        name.StartsWith("gate", StringComparison.Ordinal) && name.Contains(".mpqa.", StringComparison.Ordinal);

    private static bool IsList(AnnotationFile file) =>
        Regex.IsMatch(file.Head, @"^\d+\t\d+,\d+\t(string\t)?GATE_", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private static bool HasAnnotations(AnnotationFile text) =>
        text.RelativePath.Contains($"{Texts}/", StringComparison.Ordinal)
        && FindBeside(text.FullPath, Texts, Annotations) is { } folder
        && IsInCorpus(text, folder)
        && Directory.Exists(folder)
        && Directory.EnumerateFiles(folder).Any(path => IsOf(Path.GetFileName(path)));

    /// <summary>The same path in another tree: the last folder of one name has the other name.</summary>
    private static string? FindBeside(string path, string tree, string other)
    {
        var (from, to) = ($"{Path.DirectorySeparatorChar}{tree}{Path.DirectorySeparatorChar}",
            $"{Path.DirectorySeparatorChar}{other}{Path.DirectorySeparatorChar}");
        return path.LastIndexOf(from, StringComparison.Ordinal) is >= 0 and var start
            ? path[..start] + to + path[(start + from.Length)..]
            : null;
    }

    /// <summary>Whether a path lies in the folder that the user named.</summary>
    private static bool IsInCorpus(AnnotationFile file, string path) =>
        path.StartsWith(file.FullPath[..^file.RelativePath.Length], StringComparison.Ordinal);
}
