using Sprache;

namespace Graph.Query.Parsing;

/// <summary>A word of a text: bare, or between quotes and then never a keyword.</summary>
internal readonly record struct Word(string Text, TextSpan Span, bool IsQuoted);

internal delegate bool WordTest(ReadOnlySpan<char> word);

/// <summary>
/// Parsers of single tokens. Each reads one token by its characters and takes the blanks after it along;
/// where its token does not stand, it reads nothing and records what it expected.
/// </summary>
internal static class Lex
{
    /// <summary>
    /// The parser from which every other one here is made. <paramref name="end"/> gives the position after the token, or
    /// the start of it where it does not stand there; <paramref name="build"/> makes its value and may raise a fault.
    /// </summary>
    public static Parser<T> Token<T>(Expectation expected, Func<ParseInput, int> end, Func<ParseInput, TextSpan, T> build) => input =>
    {
        var start = (ParseInput)input;
        var context = start.Context;
        context.CountStep();
        var tokenEnd = end(start);
        if (tokenEnd == start.Position)
            return Outcome.Expected<T>(start, expected);
        var value = build(start, TextSpan.FromBounds(start.Position, tokenEnd));
        return Outcome.Built(value, start.AfterToken(tokenEnd));
    };

    /// <summary>A whole word in any letter case: <c>RETURNED</c> does not begin with the keyword <c>RETURN</c>.</summary>
    public static Parser<TextSpan> Keyword(string word)
    {
        var expected = new Expectation(ExpectationKind.Keyword, word.ToUpperInvariant());
        return input =>
        {
            var start = (ParseInput)input;
            start.Context.CountStep();
            return At(start, KeywordEnd(start.Context, start.Position, word), expected);
        };
    }

    /// <summary>A sign of one or more characters, unless one of <paramref name="notBefore"/> follows it at once.</summary>
    public static Parser<TextSpan> Symbol(string text, string notBefore = "")
    {
        var expected = new Expectation(ExpectationKind.Symbol, text);
        return input =>
        {
            var start = (ParseInput)input;
            start.Context.CountStep();
            return At(start, SymbolEnd(start, text, notBefore), expected);
        };
    }

    private static IResult<TextSpan> At(ParseInput start, int end, Expectation expected) => end == start.Position
        ? Outcome.Expected<TextSpan>(start, expected)
        : Outcome.Built(TextSpan.FromBounds(start.Position, end), start.AfterToken(end));

    /// <summary>A word, bare or in one of <paramref name="quotes"/>, that <paramref name="accepts"/> takes (any word by default).</summary>
    public static Parser<T> Word<T>(Expectation expected, Func<Word, T> build, Func<Word, bool>? accepts =
        null, string quotes = "`") => input =>
    {
        var start = (ParseInput)input;
        var context = start.Context;
        context.CountStep();
        if (!TryReadWord(start, quotes, out var word))
            return context.HasFault ? Outcome.Failure<T>(start) : Outcome.Expected<T>(start, expected);
        return accepts is null || accepts(word)
            ? Outcome.Success(build(word), start.AfterToken(word.Span.End))
            : Outcome.Expected<T>(start, expected);
    };

    /// <summary>The keyword's end, or the start where another token stands.</summary>
    public static int KeywordEnd(ParseContext context, int position, string word)
    {
        var end = position + word.Length;
        if ((context.CharacterAt(position) | 0x20) != (word[0] | 0x20) || end > context.End)
            return position;
        return context.Text.AsSpan(position, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            && !Characters.IsWordPart(context.Text, end, context.End)
            ? end
            : position;
    }

    private static int SymbolEnd(ParseInput start, string text, string notBefore)
    {
        var (position, end) = (start.Position, start.Position + text.Length);
        if (start.Current != text[0] || end > start.Context.End || string.CompareOrdinal(start.Source, position, text, 0, text.Length) != 0)
            return position;
        return end < start.Context.End && notBefore.Contains(start.Source[end]) ? position : end;
    }

    private static bool TryReadWord(ParseInput start, string quotes, out Word word)
    {
        var (text, position, end) = (start.Source, start.Position, start.Context.End);
        word = default;
        if (!start.AtEnd && quotes.Contains(start.Current))
            return TryReadQuoted(start, out word);
        var wordEnd = Characters.WordEnd(text, position, end);
        if (wordEnd == position)
            return false;
        word = new Word(text[position..wordEnd], TextSpan.FromBounds(position, wordEnd), IsQuoted: false);
        return true;
    }

    private static bool TryReadQuoted(ParseInput start, out Word word)
    {
        var (text, open, end) = (start.Source, start.Position, start.Context.End);
        if (QuotedText.ClosingQuote(text, open, end) is { } close)
        {
            word = new Word(QuotedText.Name(text, open, close), TextSpan.FromBounds(open, close + 1), IsQuoted: true);
            return true;
        }

        start.Context.Fail(SyntaxDiagnostics.Unclosed(start.Context.Source, "name", TextSpan.FromBounds(open, end)));
        word = default;
        return false;
    }
}
