namespace Graph.Annotations;

/// <summary>Counts what articles hold, by the annotation types of their files.</summary>
internal sealed class SummaryCounter
{
    private readonly SortedDictionary<string, int> mentions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> triggers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> relations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> events = new(StringComparer.Ordinal);
    private int articleCount;
    private int mentionCount;
    private int triggerCount;
    private int relationCount;
    private int eventCount;

    public void Count(AnnotatedArticle article, ReadingLog log)
    {
        articleCount++;
        foreach (var mention in article.Mentions)
            Count(mention, log);
        foreach (var relation in article.Relations)
        {
            if (relation.Layer is { } layer)
                log.Count($"{layer} relations");
            else
                Count(relations, relation.Type, ref relationCount);
        }

        foreach (var annotation in article.Events)
            Count(events, annotation.Type, ref eventCount);
    }

    /// <summary>Adds what tables held.</summary>
    public void Add(TableCounts tables)
    {
        articleCount += tables.Articles;
        eventCount += tables.Events;
        Add(mentions, tables.Mentions, ref mentionCount);
        Add(relations, tables.Relations, ref relationCount);
    }

    public LoadProgress ToProgress(string file) => new(articleCount, mentionCount, relationCount, file);

    public LoadSummary ToSummary(int entities, ReadingLog log, IEnumerable<string> skippedFiles) => new(
        articleCount,
        mentionCount,
        triggerCount,
        entities,
        relationCount,
        eventCount,
        Freeze(mentions),
        Freeze(relations),
        Freeze(events),
        log.Malformed,
        log.SurfaceMismatches,
        [.. skippedFiles.Order(StringComparer.Ordinal)])
    {
        TriggersByType = Freeze(triggers),
        Others = Freeze(log.Others),
    };

    private void Count(Mention mention, ReadingLog log)
    {
        if (mention.Kind == MentionKind.Trigger)
            Count(triggers, mention.Type, ref triggerCount);
        else if (mention.Layer is { } layer)
            log.Count($"{layer} mentions");
        else
            Count(mentions, mention.Type, ref mentionCount);
    }

    private static void Count(SortedDictionary<string, int> counts, string type, ref int total)
    {
        counts[type] = counts.GetValueOrDefault(type) + 1;
        total++;
    }

    private static void Add(SortedDictionary<string, int> counts, SortedDictionary<string, int> added, ref int total)
    {
        foreach (var (type, count) in added)
        {
            counts[type] = counts.GetValueOrDefault(type) + count;
            total += count;
        }
    }

    private static ImmutableSortedDictionary<string, int> Freeze(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
