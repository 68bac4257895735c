namespace Graph.Core;

/// <summary>The texts of the articles and their sentences, by article node; read on demand.</summary>
public sealed class ArticleTexts
{
    /// <summary>The text of an article, or empty for a node that has none.</summary>
    public string GetText(int article) => throw new NotImplementedException();

    /// <summary>The sentences in text order; they do not overlap and may leave gaps.</summary>
    public IReadOnlyList<TextSpan> GetSentences(int article) => throw new NotImplementedException();

    /// <summary>The span from the first to the last sentence that the given span touches; the span itself where there is none.</summary>
    public TextSpan GetSentenceSpan(Evidence evidence) => throw new NotImplementedException();
}
