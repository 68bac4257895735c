namespace Graph.Annotations;

/// <summary>The rows of one text to its article.</summary>
internal sealed class TokenTableReader(AnnotationFile file, ReadingLog log)
{
    private const string Type = "event";

    private readonly TokenizedText text = new();
    private readonly Dictionary<(long Sentence, long Index), int> places = [];
    private readonly List<Mention> mentions = [];
    private readonly OrderedDictionary<string, List<int>> events = new(StringComparer.Ordinal);

    /// <param name="document">What is said of the text as a whole; null where nothing is.</param>
    public AnnotatedArticle Read(IGrouping<string, DelimitedRow> tokens, IEnumerable<DelimitedRow> spans, DelimitedRow? document)
    {
        foreach (var sentence in tokens.GroupBy(row => GetNumber(row, TokenTableColumns.Sentence)))
        {
            foreach (var row in sentence)
                AddToken(row);
            text.EndSentence();
        }

        foreach (var row in spans)
            AddMention(row);
        return new AnnotatedArticle(ReadMetadata(tokens.Key, document), text.ToString())
        {
            File = file,
            Place = FilePlace.From(tokens.First().Place),
            Mentions = [.. mentions],
            Events = [.. events.Select(happening => CreateEvent(happening.Key, happening.Value))],
            Sentences = text.GetSentences(),
        };
    }

    private static long? GetNumber(DelimitedRow row, string column) => WholeNumber.Read(row[column]);

    private void AddToken(DelimitedRow row)
    {
        if (GetNumber(row, TokenTableColumns.Sentence) is not { } sentence || GetNumber(row, TokenTableColumns.Index) is not { } index
            || !places.TryAdd((sentence, index), text.Tokens.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "word", "it has not a sentence and a place there of its own"));
            return;
        }

        text.Add(row[TokenTableColumns.Token] ?? "");
    }

    private void AddMention(DelimitedRow row)
    {
        if (GetNumber(row, TokenTableColumns.Sentence) is not { } sentence || GetNumber(row, TokenTableColumns.First) is not { } first
            || GetNumber(row, TokenTableColumns.End) is not { } end
            || !places.TryGetValue((sentence, first), out var from) || !places.TryGetValue((sentence, end - 1), out var to) || to < from)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "mention", "its sentence and words are not those of the text"));
            return;
        }

        var name = row[TokenTableColumns.Event];
        if (name is not null)
            events.AddTo(name, mentions.Count);
        mentions.Add(new Mention(
            row[TokenTableColumns.Mention] ?? $"m{mentions.Count + 1}", [name is null ? "" : Type], [text.Cover(from, to)], row.Place)
        {
            Kind = name is null ? MentionKind.Entity : MentionKind.Trigger,
        });
    }

    /// <summary>What texts tell of under one name is one event, which its name shows.</summary>
    private EventAnnotation CreateEvent(string name, List<int> told) => new(name, Type, told[0], [], mentions[told[0]].Place)
    {
        Fragments = mentions[told[0]].Fragments,
        Repeated = [.. told.Skip(1).Select(mention => mentions[mention].Span)],
        Properties = [new("event", Value.FromString(name))],
    };

    private ArticleMetadata ReadMetadata(string id, DelimitedRow? document) => document is null ? new ArticleMetadata(id)
        : new ArticleMetadata(
            id,
            document[TokenTableColumns.Title],
            document[TokenTableColumns.Date] is { } day ? MetadataDate.Parse(day, document.Place, log) : null,
            Url: document[TokenTableColumns.Url]);
}
