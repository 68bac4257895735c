using Sprache;

namespace Graph.Query.Parsing;

/// <summary>The keywords of a grammar, gathered as its parsers are made, so that no second list of them can differ.</summary>
internal sealed class Vocabulary
{
    private readonly SortedDictionary<string, Parser<TextSpan>> parsers = new(StringComparer.Ordinal);

    /// <summary>Every keyword in capitals, in ordinal order.</summary>
    public IReadOnlyCollection<string> Keywords => parsers.Keys;

    public Parser<TextSpan> Keyword(string word)
    {
        if (!parsers.TryGetValue(word, out var parser))
            parsers[word] = parser = Lex.Keyword(word);
        return parser;
    }

    /// <summary>Words that stand together, such as <c>ORDER BY</c>; the span is that of the last.</summary>
    public Parser<TextSpan> Keyword(string first, string second) => Keyword(first).Then(Keyword(second));
}
