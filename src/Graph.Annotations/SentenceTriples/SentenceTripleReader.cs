using System.Globalization;

namespace Graph.Annotations;

/// <summary>One sentence with its triples.</summary>
internal sealed class SentenceTripleReader
{
    private readonly AnnotationFile file;
    private readonly string id;
    private readonly SourcePlace place;
    private readonly ReadingLog log;
    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<TextSpan, int> bySpan = [];
    private readonly List<RelationAnnotation> relations = [];

    public SentenceTripleReader(AnnotationFile file, string id, string sentence, SourcePlace place, ReadingLog log)
    {
        (this.file, this.id, this.place, this.log) = (file, id, place, log);
        foreach (var token in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            text.Add(token);
        text.EndSentence();
    }

    /// <summary>First and last token of the first name, the same of the second, and the relation.</summary>
    /// <param name="words">The same triples in words, which the tokens must be; may be empty.</param>
    public void AddPointers(string line, string words, SourcePlace where)
    {
        var recorded = Split(words).Select(SplitWords).ToList();
        foreach (var (index, triple) in Split(line).Index())
        {
            var fields = triple.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var numbers = fields.Take(4).Select(ReadNumber).OfType<int>().ToList();
            if (fields.Length != 5
                || numbers.Count != 4
                || !TryCover(numbers[0], numbers[1], out var source)
                || !TryCover(numbers[2], numbers[3], out var target))
            {
                log.ReportMalformed(
                    ReadingDiagnostics.Malformed(where, "triple", $"'{triple}' is not two spans of the sentence and a relation"));
                continue;
            }

            var own = recorded.ElementAtOrDefault(index);
            Relate(
                AddMention(source, own?.ElementAtOrDefault(0), where), AddMention(target, own?.ElementAtOrDefault(1), where), fields[4],
                where);
        }
    }

    /// <summary>Names are where the sentence has their words first.</summary>
    public void AddWords(string line, SourcePlace where)
    {
        foreach (var triple in Split(line))
        {
            if (SplitWords(triple) is [var first, var second, var relation] && Find(first) is { } source && Find(second) is { } target)
                Relate(AddMention(source, null, where), AddMention(target, null, where), relation, where);
            else
                log.ReportMalformed(
                    ReadingDiagnostics.Malformed(where, "triple", $"'{triple}' is not two names of the sentence and a relation"));
        }
    }

    public AnnotatedArticle ToArticle() => new(new ArticleMetadata(id), text.ToString())
    {
        File = file,
        Place = FilePlace.From(place),
        Mentions = [.. mentions],
        Relations = [.. relations],
        Sentences = text.GetSentences(),
    };

    private static string[] Split(string line) => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string[] SplitWords(string triple) => triple.Split(" ; ", StringSplitOptions.TrimEntries);

    private static int? ReadNumber(string field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool TryCover(int first, int last, out TextSpan span)
    {
        var isInside = first <= last && last < text.Tokens.Count;
        span = isInside ? text.Cover(first, last) : default;
        return isInside;
    }

    private TextSpan? Find(string words) =>
        WordFinder.Find(text.ToString(), words) is >= 0 and var start ? new TextSpan(start, words.Length) : null;

    private int AddMention(TextSpan span, string? recorded, SourcePlace where)
    {
        if (bySpan.TryGetValue(span, out var known))
            return known;
        var surface = text.ToString().Substring(span.Start, span.Length);
        // Some list only the last word of a name, which its span ends with.
        var isSame = recorded is null || surface == recorded || surface.EndsWith($" {recorded}", StringComparison.Ordinal);
        if (!isSame)
            log.ReportSurfaceMismatch(where, recorded!, surface);
        bySpan.Add(span, mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [""], [span], where) { RecordedSurface = isSame ? null : recorded });
        return mentions.Count - 1;
    }

    private void Relate(int source, int target, string type, SourcePlace where) =>
        relations.Add(
            new RelationAnnotation($"r{relations.Count + 1}", type, new MentionArgument(source), new MentionArgument(target), where));
}
