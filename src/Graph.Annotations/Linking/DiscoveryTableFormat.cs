using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The gold tables of TAC's entity discovery and linking: a line a mention, with its run, id, words, <c>document:first-last</c>, entry in
/// the knowledge base or <c>NIL0001</c>, type, <c>NAM</c> or <c>NOM</c>, and confidence. Offsets count every character of the document.
/// </summary>
internal sealed class DiscoveryTableFormat : IAnnotationFormat
{
    private const int Columns = 6;

    private readonly CompanionTexts companions =
        new([".tab", ".tsv"], [".xml", ".txt", ".sgm", ".nw.xml", ".df.xml", ".mpdf.xml", ".cmp.txt", ""], IsTable);

    public string Name => "entity-discovery";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        companions.Claim(folder, file => ReadRows(file.ReadText(new ReadingLog()), new ReadingLog()).Select(row => row.Document));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var rows = ReadRows(files.Main.ReadText(log), log);
        foreach (var document in rows.GroupBy(row => row.Document, StringComparer.Ordinal))
        {
            if (companions.GetText(files.Main, document.Key) is { } text)
                yield return LinkedDocument.Read(files.Main, document.Key, [.. document], new MarkedText(text.ReadText(log).Text), log);
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(document.First().Place, $"{document.Key}.xml"));
        }
    }

    private static bool IsTable(AnnotationFile file) =>
        file.Extension is ".tab" or ".tsv" or ".txt" or "" && ReadRow(file.FirstLine, 1, default) is not null;

    private static List<LinkedMention> ReadRows(SourceText source, ReadingLog log)
    {
        var rows = new List<LinkedMention>();
        foreach (var (number, line, place) in source.ReadLines())
        {
            if (ReadRow(line, number, place) is { } row)
                rows.Add(row);
            else if (!string.IsNullOrWhiteSpace(line))
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    place, "mention", "it has not the place 'document:first-last' in its fourth column"));
        }

        return rows;
    }

    private static LinkedMention? ReadRow(string line, int number, SourcePlace place)
    {
        var fields = line.Split('\t');
        if (fields.Length < Columns
            || Regex.Match(fields[3], @"^(\S+):(\d{1,9})-(\d{1,9})$", RegexOptions.CultureInvariant) is not { Success: true } match)
            return null;
        var start = long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        var end = long.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) + 1;
        return new LinkedMention(
            $"{fields[1]}@{number}", match.Groups[1].Value, new RecordedSpan(start, end, fields[2]), fields[4].Trim(), fields[5],
            fields.Length > Columns ? fields[6] : "", place);
    }
}
