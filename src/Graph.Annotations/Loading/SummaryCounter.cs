namespace Graph.Annotations;

/// <summary>Counts what articles hold, by the annotation types of their files.</summary>
internal sealed class SummaryCounter
{
    private readonly SortedDictionary<string, int> mentions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> triggers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> relations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> events = new(StringComparer.Ordinal);
    private readonly SortedSet<string> roles = new(StringComparer.Ordinal);
    private readonly SortedSet<string> layers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> typesOfLayers = new(StringComparer.Ordinal);
    private readonly List<FilePlace> withoutMention = [];
    private int articleCount;
    private int mentionCount;
    private int triggerCount;
    private int relationCount;
    private int eventCount;

    public void Count(AnnotatedArticle article, ReadingLog log)
    {
        articleCount++;
        if (article is { Mentions.IsEmpty: true, Relations.IsEmpty: true, Events.IsEmpty: true }
            && !string.IsNullOrWhiteSpace(article.Text))
            withoutMention.Add(article.Place ?? FilePlace.StartOf(article.File.DisplayPath));
        foreach (var mention in article.Mentions)
            Count(mention, log);
        foreach (var relation in article.Relations)
        {
            if (relation.Layer is { } layer)
            {
                layers.Add(layer);
                log.Count($"{layer} relations");
            }
            else
                Count(relations, relation.Type, ref relationCount);
        }

        foreach (var annotation in article.Events)
        {
            Count(events, annotation.Type, ref eventCount);
            roles.UnionWith(annotation.Participants.Select(participant => participant.Role));
        }
    }

    /// <summary>The annotation types that stood in the files.</summary>
    public IReadOnlyCollection<string> Types =>
        [.. mentions.Keys.Concat(triggers.Keys).Concat(events.Keys).Concat(typesOfLayers).Distinct(StringComparer.Ordinal)];

    public IReadOnlyCollection<string> RelationTypes => [.. relations.Keys.Concat(roles).Concat(layers).Distinct(StringComparer.Ordinal)];

    public IReadOnlyCollection<string> Layers => layers;

    /// <summary>Reports articles that have a text and nothing else: each where others have some, once where none has.</summary>
    public void ReportWithoutMention(ReadingLog log)
    {
        if (withoutMention.Count == 0)
            return;
        if (mentionCount + relationCount + eventCount == 0)
        {
            log.Report(ReadingDiagnostics.NoMentionAtAll(withoutMention[0].Open(), withoutMention.Count));
            return;
        }

        foreach (var place in withoutMention)
            log.Report(ReadingDiagnostics.NoMentionId, () => ReadingDiagnostics.NoMention(place.Open()));
    }

    public void Count(AuthorityList authorities)
    {
        foreach (var relation in authorities.Relations)
            Count(relations, relation.Type, ref relationCount);
    }

    public LoadProgress ToProgress(string file) => new(articleCount, mentionCount, relationCount, file);

    /// <summary>What articles and tables hold together.</summary>
    public LoadSummary ToSummary(TableCounts tables, int entities, ReadingLog log, FoundCorpus found) => new(
        articleCount + tables.Articles,
        mentionCount + tables.Mentions.Values.Sum(),
        triggerCount,
        entities + tables.Entities,
        relationCount + tables.Relations.Values.Sum(),
        eventCount + tables.Events,
        Add(mentions, tables.Mentions),
        Add(relations, tables.Relations),
        Freeze(events),
        log.Malformed,
        log.SurfaceMismatches,
        [.. found.Skipped.Select(file => file.Path)])
    {
        Skipped = found.Skipped,
        FilesByFormat = found.Folders.SelectMany(folder => folder.Sets).GroupBy(set => set.Format.Name, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(set => set.Files.Files.Length), StringComparer.Ordinal),
        TriggersByType = Freeze(triggers),
        Others = Freeze(log.Others),
        Losses = [.. log.Losses],
    };

    private void Count(Mention mention, ReadingLog log)
    {
        if (mention.Kind == MentionKind.Trigger)
            Count(triggers, mention.Type, ref triggerCount);
        else if (mention.Layer is { } layer)
        {
            layers.Add(layer);
            typesOfLayers.Add(mention.Type);
            log.Count($"{layer} mentions");
        }
        else
            Count(mentions, mention.Type, ref mentionCount);
    }

    private static void Count(SortedDictionary<string, int> counts, string type, ref int total)
    {
        counts[type] = counts.GetValueOrDefault(type) + 1;
        total++;
    }

    private static ImmutableSortedDictionary<string, int> Add(SortedDictionary<string, int> counts, SortedDictionary<string, int> others) =>
        counts.Concat(others).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(), StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, int> Freeze(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
