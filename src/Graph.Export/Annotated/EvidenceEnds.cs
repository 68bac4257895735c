namespace Graph.Export;

/// <summary>
/// Finds the words between which a fact stands, for formats in which relations join words: those from the first to the last of which
/// makes the place of the fact.
/// </summary>
internal static class EvidenceEnds
{
    /// <param name="sources">The places of the source in the article, in text order.</param>
    /// <returns>Indices, and whether both together cover just the place; null where an end has none.</returns>
    public static (int Source, int Target, bool IsExact)? Find(
        IReadOnlyList<TextSpan> sources, IReadOnlyList<TextSpan> targets, TextSpan place)
    {
        if (sources.Count == 0 || targets.Count == 0)
            return null;

        for (var source = 0; source < sources.Count; source++)
        {
            if (!place.Contains(sources[source]))
                continue;
            for (var target = 0; target < targets.Count; target++)
            {
                if (sources[source].Cover(targets[target]) == place)
                    return (source, target, true);
            }
        }

        var (from, to) = (FindNearest(sources, place), FindNearest(targets, place));
        return (from, to, false);
    }

    /// <summary>The first inside the place, else the one least far from it.</summary>
    private static int FindNearest(IReadOnlyList<TextSpan> spans, TextSpan place) => Enumerable.Range(0, spans.Count)
        .MinBy(i => place.Contains(spans[i]) ? -1 : Math.Max(0, Math.Max(spans[i].Start - place.End, place.Start - spans[i].End)));
}
