using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The tokens of a record, sentence by sentence, and the text that they make.</summary>
internal sealed class JsonTokens
{
    private readonly TokenizedText text = new();
    private readonly List<int> firstTokens = [];

    private JsonTokens()
    {
    }

    public int Count => text.Tokens.Count;

    public int SentenceCount => firstTokens.Count;

    public ImmutableArray<TextSpan> Sentences => text.GetSentences();

    /// <summary>From a list of tokens, or of lists of them; a token may be an object that has its word.</summary>
    public static JsonTokens Read(JsonElement value) => Read(value.Items().FirstOrDefault().IsArray() ? value.Items() : [value]);

    /// <summary>From sentences; of a token that is a list the first item is the word.</summary>
    public static JsonTokens Read(IEnumerable<JsonElement> sentences) =>
        FromSentences(sentences.Select(sentence => sentence.Items().Select(GetWord)));

    public static JsonTokens FromSentences(IEnumerable<IEnumerable<string>> sentences)
    {
        var result = new JsonTokens();
        foreach (var words in sentences)
        {
            result.firstTokens.Add(result.Count);
            foreach (var word in words)
                result.text.Add(word);
            result.text.EndSentence();
        }

        return result;
    }

    public override string ToString() => text.ToString();

    public int GetFirstToken(int sentence) => firstTokens[sentence];

    public int CountTokens(int sentence) => (sentence + 1 < firstTokens.Count ? firstTokens[sentence + 1] : Count) - firstTokens[sentence];

    public TextSpan? FindSentence(int sentence) =>
        sentence >= 0 && sentence < firstTokens.Count && TryGetSpan(0, CountTokens(sentence), out var span, sentence) ? span : null;

    /// <summary>A span of tokens of the document, or of one sentence.</summary>
    /// <param name="end">One more than the last token.</param>
    public bool TryGetSpan(long start, long end, out TextSpan span, int? sentence = null)
    {
        span = default;
        if (sentence is { } number)
        {
            if (number < 0 || number >= firstTokens.Count || end > CountTokens(number))
                return false;
            (start, end) = (start + firstTokens[number], end + firstTokens[number]);
        }

        if (start < 0 || start >= end || end > Count)
            return false;

        span = text.Cover((int)start, (int)end - 1);
        return span.Length > 0;
    }

    public static string GetWord(JsonElement token) => token.ValueKind switch
    {
        JsonValueKind.String => JsonText.Get(token),
        JsonValueKind.Object => token.TextOf("text", "word", "token", "form") ?? "",
        JsonValueKind.Array => token.At(0).Text() ?? "",
        _ => token.GetRawText(),
    };
}
