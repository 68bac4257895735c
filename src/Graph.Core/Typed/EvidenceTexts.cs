namespace Graph.Core;

/// <summary>What an article says at a piece of evidence; null where the store has no text of the article.</summary>
public static class EvidenceTexts
{
    /// <summary>The span itself.</summary>
    public static string? GetQuote(this GraphStore store, Evidence? evidence) =>
        evidence is { } found ? Cut(store, found.Article, found.Span) : null;

    /// <summary>The whole sentence, or the sentences, that the span touches.</summary>
    public static string? GetSentence(this GraphStore store, Evidence? evidence) =>
        evidence is { } found ? Cut(store, found.Article, store.Articles.GetSentenceSpan(found)) : null;

    private static string? Cut(GraphStore store, int article, TextSpan span)
    {
        var text = store.Articles.GetText(article);
        return text.Length >= span.End && text.Length > 0 ? text.Substring(span.Start, span.Length) : null;
    }
}
