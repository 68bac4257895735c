using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Graph.Annotations;

/// <summary>
/// Recogito's download of annotations as CSV: a row a mention, with the words, <c>char-offset:5</c>, type, entry in a gazetteer and
/// coordinates; the text is the <c>FILE</c> of the row.
/// </summary>
internal sealed class RecogitoTableFormat : IAnnotationFormat
{
    private const string Offset = "char-offset:";
    private static readonly string[] Own = ["UUID", "FILE", "QUOTE_TRANSCRIPTION", "ANCHOR"];

    private readonly CompanionTexts companions = new([".csv"], [".txt"], IsRecogito);

    public string Name => "recogito";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        companions.Claim(folder, file => ReadRows(file.ReadText(new ReadingLog())).Select(row => row.Text));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var source = files.Main.ReadText(log);
        foreach (var group in ReadRows(source).GroupBy(row => row.Text, StringComparer.Ordinal))
        {
            if (companions.GetText(files.Main, group.Key) is { } text)
                yield return ReadText(files.Main, group.Key, text.ReadText(log).Text, [.. group], log);
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(group.First().Place, group.Key));
        }
    }

    private static bool IsRecogito(AnnotationFile file) =>
        file.Extension == ".csv" && file.FirstLine.Split(',').Select(name => name.Trim('"')).ToList() is var header
        && Own.All(header.Contains);

    private static IEnumerable<Row> ReadRows(SourceText source)
    {
        using var parser = new CsvParser(
            new StringReader(source.Text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        if (!parser.Read())
            yield break;
        var header = parser.Record!;
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            var cells = header.Zip(parser.Record!)
                .Where(cell => cell.Second.Length > 0)
                .DistinctBy(cell => cell.First)
                .ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
            yield return new Row(cells, SourcePlace.Line(source, Math.Min(line, source.LineCount)));
        }
    }

    private static AnnotatedArticle ReadText(AnnotationFile file, string name, string text, List<Row> rows, ReadingLog log)
    {
        var offsets = TextOffsets.Choose(
            text, new OffsetCounting(OffsetUnit.Utf16), [.. rows.Select(row => row.Span).OfType<RecordedSpan>()]);
        var mentions = new List<Mention>();
        foreach (var row in rows)
        {
            if (row.Span is not { } recorded)
                log.CountLoss("annotations on images", 1, row.Place);
            else if (offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
                mentions.Add(row.ToMention(span, text.Substring(span.Start, span.Length), log));
            else
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(row.Place, recorded.Start, recorded.End, offsets.Length));
        }

        return new AnnotatedArticle(new ArticleMetadata(Path.GetFileNameWithoutExtension(name)), text)
        {
            File = file,
            Mentions = [.. mentions],
            Place = FilePlace.From(rows[0].Place),
        };
    }

    private sealed record Row(Dictionary<string, string> Cells, SourcePlace Place)
    {
        private static readonly string[] Taken = [.. Own, "TYPE", "URI", "VOCAB_LABEL"];

        public string Text => Cells.GetValueOrDefault("FILE", "");

        public RecordedSpan? Span
        {
            get
            {
                var words = Cells.GetValueOrDefault("QUOTE_TRANSCRIPTION", "");
                return Cells.GetValueOrDefault("ANCHOR", "") is var anchor
                    && anchor.StartsWith(Offset, StringComparison.Ordinal)
                    && WholeNumber.Read(anchor.AsSpan(Offset.Length)) is { } start
                    ? new RecordedSpan(start, start + words.Length, words)
                    : null;
            }
        }

        public Mention ToMention(TextSpan span, string surface, ReadingLog log) =>
            new(Cells.GetValueOrDefault("UUID", $"{Place.Span.Start}"), [Cells.GetValueOrDefault("TYPE", "")], [span], Place)
            {
                RecordedSurface = log.CheckSurface(Place, Span!.Value.Surface, surface),
                EntityLabel = Cells.GetValueOrDefault("VOCAB_LABEL"),
                Links = EntityLink.FromAddress(Cells.GetValueOrDefault("URI", "")) is { } link ? [link] : [],
                Properties = [.. Cells.Where(cell => !Taken.Contains(cell.Key)).OrderBy(cell => cell.Key, StringComparer.Ordinal)
                    .Select(cell => KeyValuePair.Create(cell.Key.ToLowerInvariant(), Value.FromString(cell.Value)))],
            };
    }
}
