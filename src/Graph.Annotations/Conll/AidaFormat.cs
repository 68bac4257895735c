namespace Graph.Annotations;

/// <summary>
/// AIDA CoNLL-YAGO: a token a line; those of a mention go on with B or I, the whole mention, its YAGO entity or <c>--NME--</c>, and its
/// Wikipedia address, number and Freebase id. Documents begin with <c>-DOCSTART- (1 EU)</c>. The text is the tokens joined by blanks.
/// </summary>
internal sealed class AidaFormat() : SingleFileFormat("aida")
{
    /// <summary>
    /// Lines of one field, and lines of four or more of which the second is a position and the third begins with the token.
    /// </summary>
    protected override bool Fits(AnnotationFile file) =>
        file.Extension is ".tsv" or ".txt" or ".conll" or ".yago" or ".aida" or ""
        && file.Head.StartsWith("-DOCSTART-", StringComparison.Ordinal)
        && file.Head
            .Split('\n')
            .Any(line => line.TrimEnd('\r').Split('\t') is [var token, "B", var mention, _, ..]
                && mention.StartsWith(token, StringComparison.Ordinal));

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        new AidaFileReader(file, file.ReadText(log), log).Read();
}

internal sealed class AidaFileReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private const int Fields = 7;
    private TokenizedText text = new();
    private List<(int First, int Last, string[] Fields, int Line)> mentions = [];
    private string? id;

    public IEnumerable<AnnotatedArticle> Read()
    {
        foreach (var (number, line, _) in source.ReadLines())
        {
            if (IobLine.BeginsDocument(line, out var name))
            {
                if (text.Tokens.Count > 0 || id is not null)
                    yield return Finish();
                id = name.Length > 0 ? name : null;
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                text.EndSentence();
            }
            else
            {
                Add(line.Split('\t'), number);
            }
        }

        if (text.Tokens.Count > 0 || id is not null)
            yield return Finish();
    }

    private void Add(string[] fields, int number)
    {
        text.Add(fields[0]);
        var token = text.Tokens.Count - 1;
        if (fields is [_, "I", ..] && mentions.Count > 0 && mentions[^1].Last == token - 1)
            mentions[^1] = mentions[^1] with { Last = token };
        else if (fields is [_, "B" or "I", _, _, ..])
            mentions.Add((token, token, fields, number));
        else if (fields.Length > 1 && fields[1].Length > 0)
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, number), "tagged token", "after the token stand B or I, the mention and its entity"));
        log.CountPassed("Freebase ids", fields.Length >= Fields && fields[1] == "B" ? 1 : 0);
    }

    private AnnotatedArticle Finish()
    {
        text.EndSentence();
        var article = new AnnotatedArticle(new ArticleMetadata(id), text.ToString())
        {
            File = file,
            Mentions =
            [
                .. mentions.Select((mention, index) =>
                    new Mention($"m{index + 1}", [""], [text.Cover(mention.First, mention.Last)], SourcePlace.Line(source, mention.Line))
                    {
                        Links = ReadLink(mention.Fields)
                    })
            ],
            Sentences = text.GetSentences(),
        };
        (text, mentions, id) = (new TokenizedText(), [], null);
        return article;
    }

    /// <summary>The page of Wikipedia; else the name that YAGO has from there, with its letters as codes.</summary>
    private static ImmutableArray<EntityLink> ReadLink(string[] fields)
    {
        if (fields[3] is "--NME--" or "")
            return [];
        return fields.Length > 4 && EntityLink.FromAddress(fields[4]) is { } link
            ? [link]
            : [new EntityLink(EntityLink.Wikipedia, fields[3])];
    }
}
