namespace Graph.Annotations;

/// <summary>Finds the sentences that say a fact: the smallest run in a paragraph that mentions everything the fact is about.</summary>
internal sealed class FactEvidence(string text, IReadOnlyList<Mention> mentions, ImmutableArray<TextSpan> sentences)
{
    private readonly ILookup<string, Mention> mentionsOf = mentions
        .Where(mention => mention.EntityId is not null)
        .ToLookup(mention => mention.EntityId!, StringComparer.Ordinal);

    /// <param name="paragraph">The paragraph before the fact.</param>
    /// <param name="entities">The ids of what the fact is about, each once.</param>
    /// <returns>The run, of several the first; the paragraph where one of the entities is not mentioned in it.</returns>
    public TextSpan Find(TextSpan paragraph, IReadOnlyCollection<string> entities)
    {
        var inParagraph = sentences.Where(paragraph.Contains).ToList();
        var (first, last) = entities.Count == 0 ? (0, 0) : FindRun(inParagraph, entities);
        var best = last < inParagraph.Count ? inParagraph[first].Cover(inParagraph[last]) : paragraph;
        return best.Length == 0 ? new TextSpan(0, text.Length) : best;
    }

    /// <summary>
    /// The first of the shortest runs of sentences that mention all entities; one past the last sentence where none does.
    /// </summary>
    private (int First, int Last) FindRun(List<TextSpan> inParagraph, IReadOnlyCollection<string> entities)
    {
        var mentioned = FindMentioned(inParagraph, entities);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var best = (First: 0, Last: inParagraph.Count);
        var first = 0;
        for (var last = 0; last < inParagraph.Count; last++)
        {
            foreach (var entity in mentioned[last] ?? [])
                counts[entity] = counts.GetValueOrDefault(entity) + 1;
            for (; counts.Count == entities.Count; first++)
            {
                if (last - first < best.Last - best.First)
                    best = (first, last);
                foreach (var entity in mentioned[first] ?? [])
                {
                    if (--counts[entity] == 0)
                        counts.Remove(entity);
                }
            }
        }

        return best;
    }

    /// <summary>Which of the entities each sentence mentions; null for none.</summary>
    private List<string>?[] FindMentioned(List<TextSpan> inParagraph, IReadOnlyCollection<string> entities)
    {
        var result = new List<string>?[inParagraph.Count];
        foreach (var entity in entities)
        {
            foreach (var mention in mentionsOf[entity])
            {
                for (var i = FindFirst(
                    inParagraph, mention.Span.Start); i < inParagraph.Count && inParagraph[i].Start < mention.Span.End; i++)
                    (result[i] ??= []).Add(entity);
            }
        }

        return result;
    }

    /// <summary>The first sentence that ends behind an offset.</summary>
    private static int FindFirst(List<TextSpan> spans, int offset)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
