using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// A table of the texts that a table of spans is about, as ChemProt and DrugProt have them: a line has the name of a text and the text, or
/// its title and the rest, and a third table says what holds between spans of one text, <c>Arg1:T1</c> and <c>Arg2:T2</c>. Offsets count
/// the title, one character and the rest; where <c>T</c> or <c>A</c> stands behind the name, that part alone.
/// </summary>
/// <param name="Texts">The table of the texts.</param>
/// <param name="Relations">The tables of relations.</param>
internal sealed record TextTable(AnnotationFile Texts, ImmutableArray<AnnotationFile> Relations)
{
    private const int MostFields = 3;
    private const int Sample = 100;
    private static readonly string[] Extensions = [".tsv", ".txt", ".tab", ""];

    /// <summary>The tables beside one of spans; null where no text of it is in any.</summary>
    /// <param name="names">Of the texts.</param>
    public static TextTable? Find(FolderListing folder, AnnotationFile table, IReadOnlyCollection<string> names)
    {
        var beside = folder.Remaining.Where(file => file != table && Extensions.Contains(file.Extension)).ToList();
        return beside.Find(file => IsTexts(file) && SplitHead(file).Any(fields => names.Contains(fields[0]))) is { } texts
            ? new TextTable(texts, [.. beside.Where(file => file != texts && IsRelations(file))])
            : null;
    }

    /// <summary>An article for each text; spans and relations of others are reported.</summary>
    /// <param name="file">The table of spans.</param>
    public IEnumerable<AnnotatedArticle> Read(AnnotationFile file, IEnumerable<SpanTableRow> rows, ReadingLog log)
    {
        var all = rows.ToList();
        var spans = all.ToLookup(row => row.Document, StringComparer.Ordinal);
        var areBySection = all.TrueForAll(row => row.IsOfSection);
        var relations = Relations.SelectMany(table => ReadRelations(table.ReadText(log), log))
            .ToLookup(relation => relation.Document, StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);
        var texts = ListRows(Texts.ReadText(log)).Select(row => row.Fields).Where(fields => fields.Length > 1).ToList();
        if (texts is [var first, ..] && IsHeader(first) && !spans.Contains(first[0]))
            texts.RemoveAt(0);
        var isLastOnly = IsLastOnly(texts, spans);
        foreach (var fields in texts.Where(fields => read.Add(fields[0])))
        {
            if (isLastOnly && fields.Length == MostFields)
                log.CountPassed("columns beside texts");
            var reader = new SpanTableReader(file, fields[0], isLastOnly ? fields[^1] : string.Join('\n', fields[1..]), log);
            var own = spans[fields[0]].Select(row => areBySection ? row.MoveFromSection(fields[1]) : row);
            yield return Add(reader.Read([.. own]), relations[fields[0]], log);
        }

        foreach (var row in spans.Where(group => !read.Contains(group.Key)).SelectMany(group => group))
            log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "span", $"'{Texts.Name}' has no text '{row.Document}'"));
        foreach (var relation in relations.Where(group => !read.Contains(group.Key)).SelectMany(group => group))
            log.ReportMalformed(ReadingDiagnostics.Malformed(relation.Place, "relation",
                $"'{Texts.Name}' has no text '{relation.Document}'"));
    }

    /// <summary>What names columns is one word in each.</summary>
    private static bool IsHeader(string[] fields) => fields.All(field => field.Length > 0 && !field.Trim().Contains(' '));

    /// <summary>Whether offsets count in the last field alone, as words of the table show that stand there.</summary>
    private static bool IsLastOnly(List<string[]> texts, ILookup<string, SpanTableRow> spans)
    {
        var sample = texts.Where(fields => fields.Length == MostFields).Take(Sample).ToList();
        int Count(Func<string[], string> get) => sample.Sum(fields =>
        {
            var text = get(fields);
            var offsets = new TextOffsets(text);
            return spans[fields[0]].Count(row => row.Fields.Any(
                words => offsets.CountFits(text, [new RecordedSpan(row.Start, row.End, words)]) > 0));
        });
        return Count(fields => fields[^1]) > Count(fields => string.Join('\n', fields[1..]));
    }

    private static AnnotatedArticle Add(AnnotatedArticle article, IEnumerable<RelationRow> rows, ReadingLog log)
    {
        var mentions = RecordedMentions.IndexById(article.Mentions);
        var relations = ImmutableArray.CreateBuilder<RelationAnnotation>();
        var known = new HashSet<(string, string, string)>();
        foreach (var row in rows)
        {
            // The pairs that are evaluated may stand in a table of their own once more.
            if (!known.Add((row.Type, row.Source, row.Target)))
                log.CountPassed("relations that another table has too");
            else if (mentions.TryGetValue(row.Source, out var source) && mentions.TryGetValue(row.Target, out var target))
                relations.Add(new RelationAnnotation($"r{relations.Count + 1}", row.Type, new MentionArgument(source),
                    new MentionArgument(target), row.Place)
                {
                    Fragments = [article.Mentions[source].Span.Cover(article.Mentions[target].Span)],
                    Properties = row.Others.IsEmpty ? [] : [new("values", Value.FromList([.. row.Others.Select(Value.FromString)]))],
                });
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(row.Place, mentions.ContainsKey(row.Source) ? row.Target
                    : row.Source));
        }

        return article with { Relations = relations.ToImmutable() };
    }

    private static IEnumerable<RelationRow> ReadRelations(SourceText source, ReadingLog log)
    {
        foreach (var (fields, place) in ListRows(source))
        {
            if (ReadEnd(fields[^1]) is { } target && fields.Length > MostFields && ReadEnd(fields[^2]) is { } first)
                yield return new RelationRow(fields[0], fields[1].Trim(), first, target,
                    [.. fields[2..^2].Select(field => field.Trim()).Where(field => field.Length > 0)], place);
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "it has not the name of a text, a type and two spans"));
        }
    }

    private static bool IsTexts(AnnotationFile file) => SplitHead(file) is { Count: > 0 } rows
        && rows.TrueForAll(fields => fields.Length is 2 or MostFields && fields[0].Length > 0 && !fields[0].Contains(' '))
        && rows.Count(fields => fields[^1].Contains(' ')) * 2 > rows.Count;

    private static bool IsRelations(AnnotationFile file) => SplitHead(file) is { Count: > 0 } rows
        && rows.TrueForAll(fields => fields.Length > MostFields && ReadEnd(fields[^1]) is not null && ReadEnd(fields[^2]) is not null);

    /// <summary>The fields of the whole lines of the head.</summary>
    private static List<string[]> SplitHead(AnnotationFile file) =>
    [
        .. file.Head[..(file.Head.LastIndexOf('\n') + 1)].Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)
            .Select(line => line.Split('\t')),
    ];

    private static IEnumerable<(string[] Fields, SourcePlace Place)> ListRows(SourceText source) => source.ReadLines()
        .Select(line => (Fields: line.Text.Split('\t'), line.Place))
        .Where(row => row.Fields is not [""]);

    /// <summary><c>T1</c> of <c>Arg1:T1</c>.</summary>
    private static string? ReadEnd(string field) =>
        Regex.Match(field.Trim(), "^(?:[A-Za-z]+[0-9]*:)?([A-Z][0-9]+)$", RegexOptions.CultureInvariant) is { Success: true } match
            ? match.Groups[1].Value : null;

    private sealed record RelationRow(string Document, string Type, string Source, string Target, ImmutableArray<string> Others,
        SourcePlace Place);
}
