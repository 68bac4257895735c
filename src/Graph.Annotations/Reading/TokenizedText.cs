using System.Text;

namespace Graph.Annotations;

/// <summary>
/// Builds the text of an article from tokens, as formats without a text of their own need it; knows where each token stands.
/// </summary>
internal sealed class TokenizedText
{
    private readonly StringBuilder text = new();
    private readonly List<TextSpan> tokens = [];
    private readonly List<TextSpan> sentences = [];
    private string separator = "";
    private int sentenceStart = -1;

    /// <summary>The span of each token in the order they were added.</summary>
    public IReadOnlyList<TextSpan> Tokens => tokens;

    public bool HasSentences => sentences.Count > 0;

    /// <summary>Adds a token after a blank, or directly after the one before it where that one said so.</summary>
    public TextSpan Add(string token, bool isFollowedBySpace = true)
    {
        if (separator != " " || !IsWrittenTogether(token))
            text.Append(separator);
        if (sentenceStart < 0)
            sentenceStart = text.Length;
        var span = new TextSpan(text.Length, token.Length);
        text.Append(token);
        tokens.Add(span);
        separator = isFollowedBySpace ? " " : "";
        return span;
    }

    /// <summary>Between Chinese characters and kana no blank is written.</summary>
    private bool IsWrittenTogether(string token) =>
        token.Length > 0 && text.Length > 0 && IsWithoutBlanks(token[0]) && IsWithoutBlanks(text[^1]);

    private static bool IsWithoutBlanks(char character) =>
        character is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF');

    /// <summary>
    /// Gives a token that is written together with others, such as a part of <c>don't</c>, a place in what was added last.
    /// </summary>
    public void AddPart(TextSpan span) => tokens.Add(span);

    /// <summary>Replaces the place of the last token by its parts.</summary>
    public void DropLast() => tokens.RemoveAt(tokens.Count - 1);

    /// <param name="separator">What stands between this sentence and the next.</param>
    public void EndSentence(string separator = "\n")
    {
        if (sentenceStart >= 0)
            sentences.Add(TextSpan.FromBounds(sentenceStart, text.Length));
        sentenceStart = -1;
        if (text.Length > 0)
            this.separator = separator;
    }

    /// <summary>The span from one token to another, both included.</summary>
    public TextSpan Cover(int first, int last) => tokens[first].Cover(tokens[last]);

    public ImmutableArray<TextSpan> GetSentences() => [.. sentences];

    public override string ToString() => text.ToString();
}
