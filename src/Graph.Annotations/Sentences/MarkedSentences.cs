namespace Graph.Annotations;

/// <summary>Sentences of a text out of a marked one: none goes over a tag, and a line end is only where a line was full.</summary>
internal static class MarkedSentences
{
    /// <param name="breaks">Where elements begin or end.</param>
    public static ImmutableArray<TextSpan> Split(string text, IEnumerable<int> breaks, bool breakAtNewline = false)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        foreach (var end in breaks.Append(text.Length).Where(end => end > 0))
        {
            foreach (var sentence in SentenceSplitter.Split(text[start..end], breakAtNewline))
                sentences.Add(new TextSpan(start + sentence.Start, sentence.Length));
            start = end;
        }

        return sentences.ToImmutable();
    }
}
