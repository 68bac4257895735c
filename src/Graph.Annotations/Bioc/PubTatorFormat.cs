namespace Graph.Annotations;

/// <summary>
/// PubTator: <c>ID|t|title</c>, <c>ID|a|abstract</c>, then a line for each mention with its characters in both joined by a blank, its
/// words, type and identifier; a line with two identifiers is a relation between all that has them. An empty line ends a document.
/// </summary>
internal sealed class PubTatorFormat() : SingleFileFormat("pubtator")
{
    protected override bool Fits(AnnotationFile file) => file.Extension is ".pubtator" or ".txt" or ".tsv" or "" && IsPubTator(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        new PubTatorFileReader(file, file.ReadText(log), log).Read();

    private static bool IsPubTator(string head) =>
        head.TrimStart('\r', '\n').Split('\n')[0].Split('|', 3) is [var id, "t", _]
        && id.All(char.IsLetterOrDigit)
        && head.Contains($"{id}|a|", StringComparison.Ordinal);
}

internal sealed class PubTatorFileReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private readonly List<(string[] Fields, int Line)> rows = [];
    private string? id;
    private string title = "";
    private string body = "";

    public IEnumerable<AnnotatedArticle> Read()
    {
        foreach (var (number, line, place) in source.ReadLines())
        {
            if (line.Split('|', 3) is [var document, "t" or "a", var words] && !document.Contains('\t'))
            {
                if (id is not null && id != document)
                    yield return Finish();
                id = document;
                if (line[document.Length + 1] == 't')
                    title = words;
                else
                    body = words;
            }
            else if (line.Split('\t') is { Length: > 1 } fields)
            {
                rows.Add((fields, number));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                log.ReportMalformed(
                    ReadingDiagnostics.Malformed(place, "line of PubTator", "it is neither a title, a text, nor fields between tabs"));
            }
        }

        if (id is not null)
            yield return Finish();
    }

    private AnnotatedArticle Finish()
    {
        var text = body.Length == 0 ? title : $"{title} {body}";
        var mentionRows = rows.Where(row => row.Fields.Length >= 5 && WholeNumber.Read(row.Fields[1]) is not null).ToList();
        var offsets = TextOffsets.Choose(text,
            [.. mentionRows.Select(row =>
                new RecordedSpan(WholeNumber.Read(row.Fields[1])!.Value, WholeNumber.Read(row.Fields[2]) ?? -1, row.Fields[3]))]);
        var mentions = mentionRows
            .Select((row, index) => ReadMention(row.Fields, SourcePlace.Line(source, row.Line), $"m{index + 1}", text, offsets))
            .OfType<Mention>()
            .ToList();
        var relations = rows.Except(mentionRows)
            .Select((row, index) => ReadRelation(row.Fields, SourcePlace.Line(source, row.Line), $"r{index + 1}", mentions))
            .OfType<RelationAnnotation>()
            .ToImmutableArray();
        var article = new AnnotatedArticle(new ArticleMetadata(id, title.Length == 0 ? null : title), text)
        {
            File = file,
            Mentions = [.. mentions],
            Relations = relations
        };
        rows.Clear();
        (id, title, body) = (null, "", "");
        return article;
    }

    private Mention? ReadMention(string[] fields, SourcePlace place, string mentionId, string text, TextOffsets offsets)
    {
        var (start, end) = (WholeNumber.Read(fields[1])!.Value, WholeNumber.Read(fields[2]) ?? -1);
        if (!offsets.TryGetSpan(start, end, out var span))
        {
            log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, start, end, offsets.Length));
            return null;
        }

        log.CountLoss("columns of mentions behind the identifier", fields.Length - 6, place);
        return new Mention(mentionId, [fields[4]], [span], place)
        {
            RecordedSurface = log.CheckSurface(place, fields[3], text.Substring(span.Start, span.Length)),
            Links = fields.Length > 5 && !EntityLink.IsNothing(fields[5]) ? [new EntityLink("identifier", fields[5].Trim())] : [],
        };
    }

    /// <summary>Between the first mentions of both identifiers.</summary>
    private RelationAnnotation? ReadRelation(string[] fields, SourcePlace place, string relationId, List<Mention> mentions)
    {
        // BioRED says whether a relation is new.
        log.CountLoss("columns of relations behind the identifiers", fields.Length - 4, place);
        if (fields.Length >= 4 && ConceptMentions.Find(mentions, fields[2]) is { } from
            && ConceptMentions.Find(mentions, fields[3]) is { } to)
            return new RelationAnnotation(relationId, fields[1], new MentionArgument(from), new MentionArgument(to), place);
        log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "it is written with a type and two identifiers of mentions"));
        return null;
    }
}
