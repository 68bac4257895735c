namespace Graph.Annotations;

/// <summary>A set of files with what was read of it, to be compared with others that may hold the same articles.</summary>
internal sealed class ReadRendition
{
    // A few words may be the same by chance, and fewer where their names are the same too.
    private const int LeastLetters = 80;
    private const int LeastLettersOfNames = 12;

    private readonly List<AnnotatedArticle> articles;

    private ReadRendition(FoundSet set, List<AnnotationRecord> records, ReadingLog log)
    {
        (Set, Records, Log) = (set, records, log);
        articles = [.. records.OfType<AnnotatedArticle>()];
        ByArticle = articles.Count == records.Count ? [.. articles.Select(article => RemoveBlanks(article.Text))] : [];
        Letters = string.Concat(ByArticle);
    }

    public FoundSet Set { get; }

    public List<AnnotationRecord> Records { get; private set; }

    /// <summary>What was met while it was read.</summary>
    public ReadingLog Log { get; }

    /// <summary>
    /// The articles without blanks, as one form may have a sentence where another has the document; empty where there are none, or records
    /// are of another kind.
    /// </summary>
    public string Letters { get; }

    /// <summary>The same of each article.</summary>
    public ImmutableArray<string> ByArticle { get; }

    /// <summary>Whether another set with these letters has them hardly by chance.</summary>
    public bool IsLong => Letters.Length >= LeastLetters;

    /// <summary>What tells this text from others of the same name: of a short one its mentions too; null where nothing does.</summary>
    public string? Text => IsLong ? Letters
        : Letters.Length >= LeastLettersOfNames && articles.Exists(article => !article.Mentions.IsEmpty)
            ? $"{Letters}\n{Names}"
            : null;

    /// <summary>Whether another set has the same articles and says the same of them, but for notes.</summary>
    public bool IsCopyOf(ReadRendition other) =>
        IsLong && Letters == other.Letters && Counts.SequenceEqual(other.Counts) && Names == other.Names;

    private string Names => string.Join('\n', articles.SelectMany(ListNames).Order(StringComparer.Ordinal));

    /// <summary>The sets that have the same articles and say more of them; empty where this one counts.</summary>
    public ImmutableArray<ReadRendition> Best { get; private set; } = [];

    /// <summary>How much is said of the articles, and then how little their tokens are parted.</summary>
    public (int Annotations, int Blanks) Weight =>
    (
        // A name with a type says more than one without.
        Counts.Sum() + articles.Sum(article => article.Notes.Length + article.Mentions.Count(mention => mention.Type.Length > 0)),
        -articles.Sum(article => article.Text.Trim().Length));

    private const int Kinds = 4;

    private int[] Counts =>
    [
        articles.Sum(article => article.Mentions.Length),
        articles.Sum(article => article.Relations.Length),
        articles.Sum(article => article.Events.Length),
        articles.Sum(article => article.Chains.Count(chain => chain.Mentions.Length > 1)),
    ];

    public static ReadRendition Read(FoundSet set, Func<FoundSet, ReadingLog, IEnumerable<AnnotationRecord>> reader, ReadingLog log) =>
        new(set, [.. reader(set, log)], log);

    /// <summary>How much more than the sets that count instead this one has, of each kind of annotation.</summary>
    public int CountMore() => CountMore([this], Best);

    /// <summary>How much more some sets have than others, of each kind of annotation.</summary>
    public static int CountMore(IReadOnlyCollection<ReadRendition> sets, IReadOnlyCollection<ReadRendition> than) =>
        Enumerable.Range(0, Kinds).Sum(kind => Math.Max(0, sets.Sum(set => set.Counts[kind]) - than.Sum(other => other.Counts[kind])));

    /// <summary>Leaves the articles to sets that each have some of them.</summary>
    public void LeaveTo(ImmutableArray<ReadRendition> parts) => Best = parts;

    /// <summary>Leaves the articles to another set, which takes over titles, days and sources that it has not.</summary>
    public void LeaveTo(ReadRendition best)
    {
        Best = [best];
        if (best.articles.Count != articles.Count)
            return;
        best.Records =
        [
            .. best.Records.OfType<AnnotatedArticle>().Zip(articles, (own, same) =>
                own with { Metadata = own.Metadata.Or(same.Metadata) with { Id = own.Metadata.Id } }),
        ];
    }

    private static IEnumerable<string> ListNames(AnnotatedArticle article) =>
        article.Mentions.Where(mention => mention.Layer is null)
            .Select(mention => $"{RemoveBlanks(article.Text[mention.Span.Start..mention.Span.End])} {mention.Type}");

    private static string RemoveBlanks(string text)
    {
        var letters = new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
                letters[length++] = character;
        }

        return new string(letters, 0, length);
    }
}
