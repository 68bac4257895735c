namespace Graph.Annotations;

/// <summary>
/// The chain of each mention of one article. Chains that share a mention are one where the format says that they are transitive;
/// else the mention stays in the first, and the overlap is reported.
/// </summary>
internal sealed class ChainIndex
{
    private readonly int[] chains;

    public ChainIndex(AnnotatedArticle article, ReadingLog log)
    {
        chains = new int[article.Mentions.Length];
        Array.Fill(chains, -1);
        for (var chain = 0; chain < article.Chains.Length; chain++)
        {
            foreach (var mention in article.Chains[chain].Mentions)
                Add(article, chain, mention, log);
        }
    }

    public List<(int First, int Second)> Overlaps { get; } = [];

    public int GetChain(int mention) => chains[mention];

    private void Add(AnnotatedArticle article, int chain, int mention, ReadingLog log)
    {
        if (chains[mention] < 0)
        {
            chains[mention] = chain;
            return;
        }

        if (chains[mention] == chain)
            return;

        var first = chains[mention];
        Overlaps.Add((first, chain));
        log.Report(IdentityDiagnostics.OverlappingChains(
            article.Chains[chain].Place, article.Chains[first].Id, article.Chains[chain].Id,
                SurfaceText.Get(article.Text, article.Mentions[mention])));
    }
}

/// <summary>The text of a mention as the article has it: its parts joined by a blank, line ends as blanks.</summary>
internal static class SurfaceText
{
    public static string Get(string text, Mention mention)
    {
        var span = mention.Span;
        var surface = mention.Fragments.Length == 1
            ? text.Substring(span.Start, span.Length)
            : string.Join(' ', mention.Fragments.Select(fragment => text.Substring(fragment.Start, fragment.Length)));
        return surface.AsSpan().IndexOfAny('\n', '\r', '\t') < 0
            ? surface
            : string.Join(' ', surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
