namespace Graph.Annotations;

/// <summary>
/// Reads a tagged file; a <c># file:</c> comment or a <c>-DOCSTART-</c> line begins an article, without them the file is one.
/// </summary>
/// <param name="configured">Which columns hold token and tag; null for the first and the last.</param>
internal sealed class IobFileReader(AnnotationFile file, SourceText source, TokenColumns? configured, ReadingLog log)
{
    private readonly int columns = CountColumns(source);
    private TokenizedText text = new();
    private TagSequence tags = new();
    private List<int> lines = [];
    private string? id;

    public IEnumerable<AnnotatedArticle> Read()
    {
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.GetText(source.GetLine(number));
            var begins = IobLine.ReadComment(line, out var key, out var value)
                ? key == "file" || key.EndsWith("document_id", StringComparison.Ordinal) : IsDocumentStart(line);
            if (begins)
            {
                if (text.Tokens.Count > 0)
                    yield return Finish();
                id = value.Length > 0 ? value : null;
            }
            else if (key.Length == 0)
            {
                ReadLine(line, number);
            }
        }

        if (text.Tokens.Count > 0 || id is not null)
            yield return Finish();
    }

    private static bool IsDocumentStart(string line) => line.StartsWith("-DOCSTART-", StringComparison.Ordinal);

    private void ReadLine(string line, int number)
    {
        var fields = IobLine.Split(line);
        if (fields.Length == 0)
        {
            tags.Break();
            text.EndSentence();
            return;
        }

        if (fields.Length != columns)
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, number), "tagged token",
                $"it has {fields.Length} fields, not {columns}"));
        if (fields.Length == 1)
            return;

        var tag = Get(fields, configured?.Tag ?? -1);
        if (!TagSequence.IsTag(tag))
        {
            log.Count("broken tags");
            log.Report(ConllDiagnostics.BrokenTag(SourcePlace.Line(source, number), tag));
        }

        // In a file of two columns, a token that holds blanks is what stands before the tag.
        text.Add(configured is null && columns == 2 ? string.Join(' ', fields[..^1]) : Get(fields, configured?.Token ?? 0));
        tags.Add(text.Tokens.Count - 1, tag);
        lines.Add(number);
    }

    /// <summary>A column, counted from the end where it is negative; the nearest one where the line is too short.</summary>
    private static string Get(string[] fields, int column) =>
        fields[Math.Clamp(column < 0 ? fields.Length + column : column, 0, fields.Length - 1)];

    private AnnotatedArticle Finish()
    {
        tags.Break();
        var hasSentences = text.HasSentences;
        text.EndSentence();
        var mentions = tags.Runs.Select((run, index) => new Mention(
            $"t{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], SourcePlace.Line(source, lines[run.First])));
        var article = new AnnotatedArticle(new ArticleMetadata(id), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Sentences = hasSentences ? text.GetSentences() : default,
        };
        (text, tags, lines, id) = (new TokenizedText(), new TagSequence(), [], null);
        return article;
    }

    /// <summary>The number of fields that most lines have.</summary>
    private static int CountColumns(SourceText source)
    {
        const int Sample = 500;
        return Enumerable.Range(1, Math.Min(Sample, source.LineCount))
            .Select(number => source.GetText(source.GetLine(number)))
            .Where(line => line.Length > 0 && !IobLine.IsComment(line))
            .Select(line => IobLine.Split(line).Length)
            .GroupBy(count => count)
            .MaxBy(group => group.Count())?.Key ?? 2;
    }
}
