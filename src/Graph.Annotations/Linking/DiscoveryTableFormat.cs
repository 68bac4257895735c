using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The gold tables of TAC's entity discovery and linking: a line a mention, with its run, id, words, <c>document:first-last</c>, entry in
/// the knowledge base or <c>NIL0001</c>, type, <c>NAM</c> or <c>NOM</c>, and confidence. Offsets count every character of the document.
/// </summary>
internal sealed class DiscoveryTableFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions =
        new([".tab", ".tsv"], [".xml", ".txt", ".sgm", ".nw.xml", ".df.xml", ".mpdf.xml", ".cmp.txt", ""], IsTable);

    public string Name => "entity-discovery";

    public IEnumerable<FileSet> Claim(FolderListing folder) => companions.Claim(folder, file => ReadRows(file.ReadText(new ReadingLog())).Select(row => row.Document));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var source = files.Main.ReadText(log);
        var rows = ReadRows(source).ToList();
        var read = rows.Select(row => row.Line).ToHashSet();
        for (var number = 1; number <= source.LineCount; number++)
        {
            if (!string.IsNullOrWhiteSpace(source.GetText(source.GetLine(number))) && !read.Contains(number))
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    SourcePlace.Line(source, number), "mention", "it has not the place 'document:first-last' in its fourth column"));
        }

        foreach (var document in rows.GroupBy(row => row.Document, StringComparer.Ordinal))
        {
            if (companions.GetText(files.Main, document.Key) is { } text)
                yield return ReadDocument(files.Main, document.Key, [.. document], new MarkedText(text.ReadText(log).Text), source, log);
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(SourcePlace.Line(source, document.First().Line), $"{document.Key}.xml"));
        }
    }

    private static bool IsTable(AnnotationFile file) =>
        file.Extension is ".tab" or ".tsv" or ".txt" or "" && Row.Read(file.Head.TrimStart('\uFEFF').Split('\n')[0], 1) is not null;

    private static IEnumerable<Row> ReadRows(SourceText source) =>
        Enumerable.Range(1, source.LineCount).Select(line => Row.Read(source.GetText(source.GetLine(line)), line)).OfType<Row>();

    private static AnnotatedArticle ReadDocument(
        AnnotationFile file, string id, List<Row> rows, MarkedText marked, SourceText source, ReadingLog log)
    {
        var spans = MarkedSpans.Choose(marked, MarkupCounting.WithTags, rows.ConvertAll(row => row.Place), MarkedMetadata.Header);
        var mentions = new List<Mention>();
        foreach (var row in rows)
        {
            var place = SourcePlace.Line(source, row.Line);
            if (!spans.TryGetSpan(row.Place.Start, row.Place.End, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, row.Place.Start, row.Place.End, spans.Length));
                continue;
            }

            var surface = spans.Text.Substring(span.Start, span.Length);
            var isSame = TextOffsets.IsSame(surface, row.Place.Surface);
            if (!isSame)
                log.ReportSurfaceMismatch(place, row.Place.Surface!, surface);
            mentions.Add(row.ToMention(span, place) with { RecordedSurface = isSame ? null : row.Place.Surface });
        }

        return new AnnotatedArticle(MarkedMetadata.Read(marked) with { Id = id }, spans.Text)
        {
            File = file,
            Place = FilePlace.From(SourcePlace.Line(source, rows[0].Line)),
            Mentions = [.. mentions],
            Sentences = MarkedSentences.Split(spans.Text, spans.Breaks),
        };
    }

    /// <summary>A line of the table.</summary>
    private sealed record Row(int Line, string[] Fields, string Document, RecordedSpan Place)
    {
        private const int Columns = 6;

        public static Row? Read(string line, int number)
        {
            var fields = line.TrimEnd('\r').Split('\t');
            if (fields.Length < Columns
                || Regex.Match(fields[3], @"^(\S+):(\d{1,9})-(\d{1,9})$", RegexOptions.CultureInvariant) is not { Success: true } place)
                return null;
            var start = long.Parse(place.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
            var end = long.Parse(place.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture) + 1;
            return new Row(number, fields, place.Groups[1].Value, new RecordedSpan(start, end, fields[2]));
        }

        /// <summary>What has no entry is numbered for the whole collection.</summary>
        public Mention ToMention(TextSpan span, SourcePlace place)
        {
            var entry = Fields[4].Trim();
            var isNumbered = entry.StartsWith("NIL", StringComparison.Ordinal) && entry.Length > 3;
            return new Mention($"{Fields[1]}@{Line}", [Fields[5]], [span], place)
            {
                EntityId = isNumbered ? entry : null,
                Links = isNumbered || EntityLink.IsNothing(entry) ? [] : [new EntityLink("tac", entry)],
                Properties = Fields.Length > Columns && Fields[6].Length > 0 ? [new("mentionType", Value.FromString(Fields[6]))] : [],
            };
        }
    }
}
