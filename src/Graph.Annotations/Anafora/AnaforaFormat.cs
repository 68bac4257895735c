using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Anafora: for a text without extension, in a folder of its own, files such as <c>wsj_0006.TimeNorm.gold.completed.xml</c> with entities
/// by offsets and relations between these; several schemas of a text are one article. Offsets are code points, or as words show.
/// </summary>
internal sealed class AnaforaFormat : IAnnotationFormat
{
    public string Name => "anafora";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var group in folder.Remaining.Where(IsAnnotations).GroupBy(GetStem, StringComparer.Ordinal))
        {
            foreach (var file in group)
                folder.Take(file);
            var text = folder.TakeIfPresent(group.Key) ?? folder.TakeIfPresent($"{group.Key}.txt");
            yield return new FileSet(text is null ? [.. Choose(group)] : [text, .. Choose(group)]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (IsAnnotations(files.Main))
            log.ReportMalformed(
                ReadingDiagnostics.NoText(SourcePlace.StartOf(files.Main), GetStem(files.Main)));
        else
            yield return new AnaforaReader(files, log).Read();
    }

    private static bool IsAnnotations(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "data")
        && file.Head.Contains("<annotations>", StringComparison.Ordinal)
        && (file.Head.Contains("<parentsType>", StringComparison.Ordinal) || file.Head.Contains("<schema ", StringComparison.Ordinal));

    /// <summary>The name of the text: what stands before schema, annotator and state.</summary>
    private static string GetStem(AnnotationFile file) =>
        Regex.Match(
            file.Name, @"^(?<stem>.+?)(\.[\w-]+){1,3}\.xml$",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase) is { Success: true } match
            ? match.Groups["stem"].Value
            : file.Stem;

    /// <summary>What annotators agreed on counts before what each of them has.</summary>
    private static IEnumerable<AnnotationFile> Choose(IEnumerable<AnnotationFile> files)
    {
        var gold = files.Where(file => file.Name.Contains(".gold.", StringComparison.OrdinalIgnoreCase)).ToList();
        return gold.Count > 0 ? gold : files;
    }
}
