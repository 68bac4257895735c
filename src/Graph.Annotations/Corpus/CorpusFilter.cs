namespace Graph.Annotations;

/// <summary>
/// Applies the settings of a corpus to an article: what is too uncertain or of another layer is marked as left out, and counted.
/// </summary>
internal static class CorpusFilter
{
    public static AnnotatedArticle Apply(AnnotatedArticle article, CorpusSettings settings, ReadingLog log)
    {
        if (ReferenceEquals(settings, CorpusSettings.Default))
            return article;

        var mentions = article.Mentions.Select(mention => Apply(mention, settings, log)).ToImmutableArray();
        var kept = article.Relations.Where(relation => IsKept(relation, settings)).ToList();
        log.Count("relations left out", article.Relations.Length - kept.Count);
        return article with
        {
            Metadata = article.Metadata.Or(settings.Metadata),
            Mentions = mentions,
            Relations = [.. kept.Select(relation => Apply(relation, settings))],
        };
    }

    private static RelationAnnotation Apply(RelationAnnotation relation, CorpusSettings settings) =>
        settings.Coreference.Contains(relation.Type) ? relation with { IsCoreference = true } : relation;

    private static Mention Apply(Mention mention, CorpusSettings settings, ReadingLog log)
    {
        if (mention.Kind != MentionKind.Entity
            || (IsLoaded(mention.Layer, settings) && (mention.Confidence ?? 1) >= settings.MentionThreshold))
            return mention;

        log.Count("mentions left out");
        return mention with { Kind = MentionKind.LeftOut };
    }

    private static bool IsKept(RelationAnnotation relation, CorpusSettings settings) =>
        IsLoaded(relation.Layer, settings) && (relation.Status.Confidence ?? 1) >= settings.RelationThreshold;

    private static bool IsLoaded(string? layer, CorpusSettings settings) =>
        layer is null || settings.Layers is not { } layers || layers.Contains(layer);
}
