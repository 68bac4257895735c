using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// OntoNotes has the names and the coreference of a text in files of their own, <c>a.name</c> and <c>a.coref</c>. The second writes the
/// empty elements of the trees as words, <c>*PRO*-1</c> and <c>0</c>, which are no words of the text.
/// </summary>
internal static class OntoNotesLayers
{
    private const string EmptyElement = @"^(\*.*|0)$";

    /// <summary>The article of the names with the chains of the other; null where the words of both are not the same.</summary>
    public static AnnotatedArticle? Join(AnnotatedArticle names, AnnotatedArticle coreference, ReadingLog log)
    {
        if (Align(names.Text, coreference.Text) is not { } places)
            return null;
        var mentions = names.Mentions.ToBuilder();
        var bySpan = new Dictionary<TextSpan, int>();
        for (var i = 0; i < mentions.Count; i++)
            bySpan.TryAdd(mentions[i].Span, i);
        var moved = coreference.Mentions.Select(mention =>
        {
            if (Cover(places, mention.Span) is not { } span)
                return -1;
            if (!bySpan.TryGetValue(span, out var index))
            {
                bySpan.Add(span, index = mentions.Count);
                mentions.Add(mention with { Id = $"c{mention.Id}", Fragments = [span] });
            }

            return index;
        }).ToList();
        log.CountPassed("members of chains that are no words", moved.Count(index => index < 0));
        var chains = coreference.Chains
            .Select(chain =>
                chain with { Mentions = [.. chain.Mentions.Select(index => moved[index]).Where(index => index >= 0).Distinct()] })
            .Where(chain => chain.Mentions.Length > 1);
        return names with { Mentions = mentions.ToImmutable(), Chains = [.. chains] };
    }

    /// <summary>Where each word of the second text stands in the first; an empty span for what is none there.</summary>
    private static List<(TextSpan Own, TextSpan Place)>? Align(string names, string coreference)
    {
        var words = ListWords(names);
        var places = new List<(TextSpan Own, TextSpan Place)>();
        var next = 0;
        foreach (var word in ListWords(coreference))
        {
            var written = coreference.AsSpan(word.Start, word.Length);
            if (next < words.Count && written.SequenceEqual(names.AsSpan(words[next].Start, words[next].Length)))
                places.Add((word, words[next++]));
            else if (Regex.IsMatch(written, EmptyElement, RegexOptions.CultureInvariant))
                places.Add((word, default));
            else
                return null;
        }

        return next == words.Count ? places : null;
    }

    private static TextSpan? Cover(List<(TextSpan Own, TextSpan Place)> places, TextSpan span)
    {
        TextSpan? cover = null;
        for (var i = FindFirst(places, span.Start); i < places.Count && places[i].Own.End <= span.End; i++)
        {
            if (places[i].Place.Length > 0)
                cover = cover is { } begun ? begun.Cover(places[i].Place) : places[i].Place;
        }

        return cover;
    }

    /// <summary>The first word that begins there or behind.</summary>
    private static int FindFirst(List<(TextSpan Own, TextSpan Place)> places, int start)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle].Own.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static List<TextSpan> ListWords(string text) =>
        [.. Regex.Matches(text, @"\S+", RegexOptions.CultureInvariant).Select(match => new TextSpan(match.Index, match.Length))];
}
