using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The shared tasks of BSNLP on names in Slavic news: <c>annotated/TOPIC/LANGUAGE/a.out</c> lists the names of a text without their places,
/// and <c>raw/TOPIC/LANGUAGE/a.txt</c> has it, behind lines with its id, language, date and address.
/// </summary>
internal sealed class BsnlpFormat : IAnnotationFormat
{
    private readonly CompanionTexts texts = new([".txt.out", ".out"], [".txt", ""], IsList);

    public string Name => "bsnlp";

    public IEnumerable<FileSet> Claim(FolderListing folder) => texts.Claim(folder, _ => [""]);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (texts.GetText(files.Main, "") is { } text)
            yield return new BsnlpReader(files.Main, text, log).Read();
        else
            log.ReportMalformed(
                ReadingDiagnostics.NoText(SourcePlace.StartOf(files.Main.ReadText(log)), $"{texts.GetStem(files.Main.Name)}.txt"));
    }

    /// <summary>The id of the text alone, then a name, its base form, its type and mostly the id of who or what it is.</summary>
    private static bool IsList(AnnotationFile file) => file.Extension == ".out"
        && Regex.IsMatch(
            file.Head, @"^[^\t\n]+\r?\n[^\t\n]+\t[^\t\n]*\t[A-Z]{2,4}(\t[^\t\n]*)?\r?(\n|$)", RegexOptions.CultureInvariant);
}
