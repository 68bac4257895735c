using System.Text;

namespace Graph.Annotations;

/// <summary>A line: two names in a sentence, with their places in the document.</summary>
internal sealed record AdePair(string Document, string Sentence, AdeName First, AdeName Second, string Relation, SourcePlace Place)
{
    /// <summary>Null where a line is no pair.</summary>
    public static AdePair? Read(string line, string relation, string firstType, string secondType, SourcePlace place)
    {
        var fields = line.Split('|');
        return fields.Length == 8
            && AdeName.Read(fields.AsSpan(2, 3), firstType) is { } first
            && AdeName.Read(fields.AsSpan(5, 3), secondType) is { } second
            ? new AdePair(fields[0], fields[1], first, second, relation, place)
            : null;
    }
}

internal sealed record AdeName(string Words, string Type, long Start)
{
    public static AdeName? Read(ReadOnlySpan<string> fields, string type) =>
        WholeNumber.Read(fields[1]) is { } start && WholeNumber.Read(fields[2]) is not null
            ? new AdeName(fields[0], type, start)
            : null;
}

/// <summary>The pairs of one document: each sentence stands once in its text, however many pairs it has.</summary>
internal sealed class AdeDocument
{
    private readonly AnnotationFile file;
    private readonly List<AdePair> pairs;

    public AdeDocument(AnnotationFile file, AdePair first) => (this.file, pairs) = (file, [first]);

    public void Add(AdePair pair) => pairs.Add(pair);

    public AnnotatedArticle ToArticle(ReadingLog log)
    {
        var text = new StringBuilder();
        var sentences = new List<TextSpan>();
        var mentions = new List<Mention>();
        var relations = new List<RelationAnnotation>();
        foreach (var group in pairs.GroupBy(pair => pair.Sentence, StringComparer.Ordinal))
        {
            if (text.Length > 0)
                text.Append('\n');
            var sentence = new AdeSentence(group.Key, text.Length, [.. group], mentions, log);
            sentences.Add(new TextSpan(text.Length, group.Key.Length));
            text.Append(group.Key);
            foreach (var pair in group)
            {
                if (sentence.Find(pair.Second, pair.Place) is { } source && sentence.Find(pair.First, pair.Place) is { } target)
                    relations.Add(new RelationAnnotation(
                        $"r{relations.Count + 1}", pair.Relation, new MentionArgument(source), new MentionArgument(target), pair.Place));
            }
        }

        return new AnnotatedArticle(new ArticleMetadata(pairs[0].Document), text.ToString())
        {
            File = file,
            Place = FilePlace.From(pairs[0].Place),
            Mentions = [.. mentions],
            Relations = [.. relations],
            Sentences = [.. sentences],
        };
    }
}

/// <summary>A sentence whose place in its document nobody recorded: it is what puts most names at their words.</summary>
/// <param name="start">In the text of the article.</param>
internal sealed class AdeSentence(string text, int start, ImmutableArray<AdePair> pairs, List<Mention> mentions, ReadingLog log)
{
    private readonly Dictionary<(string Type, long Start, string Words), int> found = [];
    private readonly long begin = FindBegin(text, [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()]);

    /// <summary>The mention of a name; null, and a diagnostic, where the sentence has not its words.</summary>
    public int? Find(AdeName name, SourcePlace place)
    {
        if (found.TryGetValue((name.Type, name.Start, name.Words), out var known))
            return known;
        var at = IsAt(text, name, begin) ? (int)(name.Start - begin) : WordFinder.Find(text, name.Words);
        if (at < 0)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "name", $"'{name.Words}' is not in its sentence"));
            return null;
        }

        found.Add((name.Type, name.Start, name.Words), mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [name.Type], [new TextSpan(start + at, name.Words.Length)], place));
        return mentions.Count - 1;
    }

    private static long FindBegin(string text, ImmutableArray<AdeName> names)
    {
        var (best, most) = (0L, 0);
        foreach (var begin in names.SelectMany(name => ListPlaces(text, name.Words).Select(place => name.Start - place)).Distinct())
        {
            if (names.Count(name => IsAt(text, name, begin)) is var fits && fits > most)
                (best, most) = (begin, fits);
        }

        return best;
    }

    private static bool IsAt(string text, AdeName name, long begin) =>
        name.Words.Length > 0 && name.Start - begin is >= 0 and var place && place + name.Words.Length <= text.Length
        && text.AsSpan((int)place).StartsWith(name.Words, StringComparison.Ordinal);

    private static IEnumerable<int> ListPlaces(string text, string words)
    {
        for (var place = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
            place >= 0;
            place = text.IndexOf(words, place + 1, StringComparison.Ordinal))
            yield return place;
    }
}
