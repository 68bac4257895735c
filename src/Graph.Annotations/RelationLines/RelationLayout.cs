namespace Graph.Annotations;

/// <summary>Which column holds what.</summary>
/// <param name="Ids">The column with the item of the first name, before that of the second; -1 where there are none.</param>
internal sealed record RelationLayout(int Source, int Target, int Type, int Sentence, int Ids)
{
    public const int Sample = 200;
    private const int Fewest = 4;
    private const int Most = 8;
    private const int Shortest = 10;
    private const double Share = 0.9;
    private const string End = "###END###";

    public static string[] Split(string line)
    {
        var fields = line.TrimEnd('\r', '\n', '\t', ' ').Split('\t');
        // NYT10 says in a field of its own, or behind the sentence, that this ends.
        if (fields[^1] == End)
            fields = fields[..^1];
        else if (fields[^1].EndsWith(End, StringComparison.Ordinal))
            fields[^1] = fields[^1][..^End.Length].TrimEnd();
        return fields;
    }

    /// <summary>
    /// The longest column is the sentence; the two that stand in it are the names, and of the others the one with few different words is
    /// the relation. Null where lines are not made so.
    /// </summary>
    public static RelationLayout? Find(IReadOnlyList<string[]> lines)
    {
        var rows = lines.Where(fields => fields.Length > 1).ToList();
        if (rows.Count < 2 || rows[0].Length is < Fewest or > Most)
            return null;
        var count = rows[0].Length;
        rows.RemoveAll(fields => fields.Length != count);
        if (rows.Count < lines.Count(fields => fields.Length > 1) * Share)
            return null;
        var columns = Enumerable.Range(0, count).ToList();
        var sentence = columns.MaxBy(column => rows.Sum(fields => fields[column].Length));
        // Addresses repeat the names of their pages, and are no sentences.
        if (rows.TrueForAll(fields => fields[sentence].Contains("://", StringComparison.Ordinal)))
            return null;
        var names = columns.Where(column => column != sentence && IsName(rows, column, sentence)).ToList();
        var length = rows.Average(fields => fields[sentence].Length);
        if (names is not [var source, var target] || length < Shortest || length < 2 * rows.Average(fields => fields[source].Length))
            return null;
        var type = columns.Except([sentence, source, target]).Where(column => !IsId(rows, column) && IsType(rows, column))
            .Select(column => (int?)column).FirstOrDefault();
        var ids = columns.SkipLast(1).FirstOrDefault(column => column != type && IsId(rows, column) && IsId(rows, column + 1), -1);
        return type is { } found ? new RelationLayout(source, target, found, sentence, ids) : null;
    }

    private static bool IsName(List<string[]> rows, int column, int sentence) =>
        rows.Count(fields => fields[column].Length > 0
            && fields[sentence].Contains(fields[column], StringComparison.OrdinalIgnoreCase)) >= rows.Count * Share
        && rows.Exists(fields => fields[column].Length > 1);

    private static bool IsId(List<string[]> rows, int column) => rows.TrueForAll(fields => ReadLink(fields[column]) is not null);

    /// <summary>A word or path without blanks, and not another one on each of many lines.</summary>
    private static bool IsType(List<string[]> rows, int column)
    {
        const int Few = 10;
        var different = rows.Select(fields => fields[column]).Distinct(StringComparer.Ordinal).Count();
        // Of one letter are the positions of tags, as AIDA has them beside names and what these are.
        return rows.TrueForAll(fields => fields[column].Length > 0 && fields[column].Any(char.IsLetter) && fields[column].Length < 80)
            && rows.Exists(fields => fields[column].Length > 1)
            && (rows.Count < Few || different <= rows.Count * 0.6);
    }

    /// <summary><c>m.05gf08</c> and <c>/m/05gf08</c> of Freebase, items of Wikidata.</summary>
    private static EntityLink? ReadLink(string field) =>
        field.StartsWith("m.", StringComparison.Ordinal) && field.Length > 3 ? new EntityLink("freebase", field)
        : field.StartsWith("/m/", StringComparison.Ordinal) ? new EntityLink("freebase", $"m.{field[3..]}")
        : EntityLink.FromField(field);

    /// <summary>The line as an article; null, and a diagnostic, where it has not all columns.</summary>
    public AnnotatedArticle? Read(string[] fields, AnnotationFile file, SourcePlace place, ReadingLog log)
    {
        if (fields.Length <= new[] { Source, Target, Type, Sentence }.Max())
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "it has not two names, a relation and a sentence"));
            return null;
        }

        var text = fields[Sentence].Trim();
        var mentions = new List<Mention>();
        var source = AddEnd(fields, Source, 0, text, mentions, place, log);
        var target = AddEnd(fields, Target, 1, text, mentions, place, log);
        var type = fields[Type].Trim();
        var isNone = NoRelation.IsOrOther(type);
        log.Count("pairs without a relation", isNone ? 1 : 0);
        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = file,
            Place = FilePlace.From(place),
            Mentions = [.. mentions],
            Relations = isNone || source is not { } from || target is not { } to
                ? []
                : [new RelationAnnotation("r1", type, new MentionArgument(from), new MentionArgument(to), place)],
        };
    }

    private int? AddEnd(string[] fields, int column, int number, string text, List<Mention> mentions, SourcePlace place, ReadingLog log)
    {
        var words = fields[column].Trim();
        var start = WordFinder.Find(text, words, isTaken: span => mentions.Exists(mention => mention.Span == span));
        if (start < 0)
            start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || words.Length == 0)
        {
            log.CountLoss("names that their sentence has not", 1, place);
            return null;
        }

        mentions.Add(new Mention($"m{number + 1}", [""], [new TextSpan(start, words.Length)], place)
        {
            Links = Ids >= 0 && ReadLink(fields[Ids + number]) is { } link ? [link] : [],
        });
        return mentions.Count - 1;
    }
}
