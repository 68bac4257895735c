using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// Reads a tagged file; a <c># file:</c> comment or a <c>-DOCSTART-</c> line begins an article, without them the file is one.
/// </summary>
/// <param name="configured">Which columns hold token and tag; null for the first and the last.</param>
internal sealed class IobFileReader(AnnotationFile file, SourceText source, TokenColumns? configured, ReadingLog log)
{
    private const string Nested = "nested";
    private const int OuterColumn = 2;
    private readonly int columns = CountColumns(source);
    private readonly bool hasNumbers = IsNumbered(source);
    private readonly bool hasNested = configured is null && HasNested(source);
    private readonly bool hasHeader = HasHeader(source);
    private TokenizedText text = new();
    private TagSequence tags = new();
    private TagSequence nestedTags = new();
    private List<int> lines = [];
    private string? id;

    public IEnumerable<AnnotatedArticle> Read()
    {
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.GetText(source.GetLine(number));
            if (IobLine.BeginsDocument(line, out var name))
            {
                if (text.Tokens.Count > 0)
                    yield return Finish();
                id = name.Length > 0 ? name : null;
            }
            else if (!IobLine.IsComment(line) && !(hasHeader && number == 1))
            {
                ReadLine(line, number);
            }
        }

        if (text.Tokens.Count > 0 || id is not null)
            yield return Finish();
    }

    private void ReadLine(string line, int number)
    {
        var fields = IobLine.Split(line);
        if (fields.Length == 0)
        {
            tags.Break();
            nestedTags.Break();
            text.EndSentence();
            return;
        }

        if (fields.Length != columns)
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, number), "tagged token",
                $"it has {fields.Length} fields, not {columns}"));
        if (fields.Length == 1)
            return;

        // In a file of two columns, a token that holds blanks is what stands before the tag.
        text.Add(configured is null && columns == 2 ? string.Join(' ', fields[..^1]) : Get(fields, configured?.Token ?? (hasNumbers ? 1 : 0)));
        AddTag(tags, Get(fields, configured?.Tag ?? (hasNested ? OuterColumn : -1)), number);
        if (hasNested)
            AddTag(nestedTags, Get(fields, -1), number);
        lines.Add(number);
    }

    private void AddTag(TagSequence sequence, string tag, int number)
    {
        if (!TagSequence.IsTag(tag))
        {
            log.Count("broken tags");
            log.Report(ConllDiagnostics.BrokenTag(SourcePlace.Line(source, number), tag));
        }

        sequence.Add(text.Tokens.Count - 1, tag);
    }

    /// <summary>A column, counted from the end where it is negative; the nearest one where the line is too short.</summary>
    private static string Get(string[] fields, int column) =>
        fields[Math.Clamp(column < 0 ? fields.Length + column : column, 0, fields.Length - 1)];

    private AnnotatedArticle Finish()
    {
        tags.Break();
        nestedTags.Break();
        var hasSentences = text.HasSentences;
        text.EndSentence();
        var mentions = CreateMentions(tags, "t", layer: null).Concat(CreateMentions(nestedTags, "n", Nested)).ToImmutableArray();
        var article = new AnnotatedArticle(new ArticleMetadata(id), text.ToString())
        {
            File = file,
            Mentions = mentions,
            Sentences = hasSentences ? text.GetSentences() : default,
        };
        (text, tags, nestedTags, lines, id) = (new TokenizedText(), new TagSequence(), new TagSequence(), [], null);
        return article;
    }

    private IEnumerable<Mention> CreateMentions(TagSequence sequence, string prefix, string? layer) =>
        sequence.Runs.Select((run, index) => new Mention(
            $"{prefix}{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], SourcePlace.Line(source, lines[run.First])) { Layer = layer });

    /// <summary>The number of fields that most lines have.</summary>
    private static int CountColumns(SourceText source) => SampleLines(source)
        .Where(fields => fields.Length > 0)
        .GroupBy(fields => fields.Length)
        .MaxBy(group => group.Count())?.Key ?? 2;

    /// <summary>Whether the first of three or more columns counts 1, 2, 3 in each sentence.</summary>
    private static bool IsNumbered(SourceText source)
    {
        var expected = 1;
        var longest = 0;
        foreach (var fields in SampleLines(source))
        {
            if (fields.Length == 0)
            {
                expected = 1;
                continue;
            }

            if (fields.Length < 3 || fields[0] != expected.ToString(CultureInfo.InvariantCulture))
                return false;
            longest = Math.Max(longest, expected++);
        }

        return longest > 1;
    }

    /// <summary>Whether number and token are followed by two tags, the outer one and the one inside it.</summary>
    private static bool HasNested(SourceText source) => IsNumbered(source)
        && SampleLines(source).All(fields => fields.Length == 0
            || (fields.Length == OuterColumn + 2 && TagSequence.IsTag(fields[OuterColumn]) && TagSequence.IsTag(fields[^1])));

    /// <summary>Whether the first line names the columns.</summary>
    private static bool HasHeader(SourceText source) => SampleLines(source).FirstOrDefault() is [var first, .., var last]
        && first.ToUpperInvariant() is "TOKEN" or "TOKENS" or "WORD" or "WORDS" or "FORM" && !TagSequence.IsTag(last);

    /// <summary>The fields of the first lines that are no comments.</summary>
    private static IEnumerable<string[]> SampleLines(SourceText source)
    {
        const int Sample = 500;
        return Enumerable.Range(1, Math.Min(Sample, source.LineCount))
            .Select(number => source.GetText(source.GetLine(number)))
            .Where(line => !IobLine.IsComment(line) && !IobLine.IsDocumentStart(line))
            .Select(IobLine.Split);
    }
}
