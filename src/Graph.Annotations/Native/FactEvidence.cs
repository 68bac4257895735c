namespace Graph.Annotations;

/// <summary>Finds the sentences that say a fact: the smallest run in a paragraph that mentions everything the fact is about.</summary>
internal sealed class FactEvidence(string text, IReadOnlyList<Mention> mentions, ImmutableArray<TextSpan> sentences)
{
    /// <param name="paragraph">The paragraph before the fact.</param>
    /// <param name="entities">The ids of what the fact is about.</param>
    /// <returns>The run, of several the first; the paragraph where one of the entities is not mentioned in it.</returns>
    public TextSpan Find(TextSpan paragraph, IReadOnlyCollection<string> entities)
    {
        var inParagraph = sentences.Where(paragraph.Contains).ToList();
        var mentioned = inParagraph.Select(sentence => FindEntities(sentence, entities)).ToList();
        var best = paragraph;
        var bestLength = int.MaxValue;
        for (var first = 0; first < inParagraph.Count; first++)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            for (var last = first; last < inParagraph.Count && last - first < bestLength - 1; last++)
            {
                found.UnionWith(mentioned[last]);
                if (found.Count < entities.Count)
                    continue;

                best = inParagraph[first].Cover(inParagraph[last]);
                bestLength = last - first + 1;
                break;
            }
        }

        return best.Length == 0 ? new TextSpan(0, text.Length) : best;
    }

    private IEnumerable<string> FindEntities(TextSpan sentence, IReadOnlyCollection<string> entities) =>
        mentions.Where(mention => sentence.Overlaps(mention.Span) && mention.EntityId is { } id && entities.Contains(id))
            .Select(mention => mention.EntityId!);
}
