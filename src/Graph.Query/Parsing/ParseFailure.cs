namespace Graph.Query.Parsing;

/// <summary>The place where a parse came to its end, the token that stands there, and what was expected instead.</summary>
internal sealed class ParseFailure
{
    private ParseFailure(ParseContext context, TextSpan span)
    {
        Context = context;
        Span = span;
    }

    public ParseContext Context { get; }

    /// <summary>The token that was not expected; empty at the end of the text.</summary>
    public TextSpan Span { get; }

    public SourceText Source => Context.Source;

    public bool IsAtEnd => Span.Start >= Context.End;

    /// <summary>The token as written, or null at the end of the text.</summary>
    public string? Found => IsAtEnd ? null : Source.GetText(Span);

    public IEnumerable<Expectation> Expected => Context.ExpectedAt(Span.Start);

    internal static ParseFailure At(ParseContext context)
    {
        var position = context.Furthest;
        return new ParseFailure(context, TextSpan.FromBounds(position, TokenEnd(context, position)));
    }

    /// <summary>The token itself is broken: a string or name without end.</summary>
    internal Diagnostic? LexicalMistake()
    {
        if (IsAtEnd
            || Source.Text[Span.Start] is not ('\'' or '"' or '`')
            || QuotedText.ClosingQuote(Source.Text, Span.Start, Context.End) is not null)
            return null;
        return SyntaxDiagnostics.Unclosed(Source, Source.Text[Span.Start] == '`' ? "name" : "string", Span);
    }

    /// <summary>A bracket that was never closed, else the token and what should stand there.</summary>
    /// <param name="hint">A sentence that follows; without it the nearest keyword is named, where one is near.</param>
    internal Diagnostic Explain(string? hint = null) =>
        UnmatchedBracket()
        ?? SyntaxDiagnostics.Unexpected(
            Source, Span, Found, [.. Context.ExpectedTexts()], hint is null ? NearestName.DidYouMean(Nearest()) : $" {hint}");

    private Diagnostic? UnmatchedBracket()
    {
        if (Context.Brackets.EnclosingOpen(Span.Start) is not { } open || Context.Brackets.CloseOf(open) is not null)
            return null;
        var closing = BracketTable.ClosingOf(Source.Text[open]).ToString();
        return Expected.Any(e => e.Kind == ExpectationKind.Symbol && e.Text == closing)
            ? SyntaxDiagnostics.UnmatchedBracket(Source, Span, open)
            : null;
    }

    private string? Nearest()
    {
        // A word of one or two letters is near to too many others.
        if (Found is not { Length: > 2 } found)
            return null;
        return NearestName.Find(found, Expected.Where(e => e.Kind == ExpectationKind.Keyword).Select(e => e.Text));
    }

    private static int TokenEnd(ParseContext context, int position)
    {
        if (position >= context.End)
            return position;
        var text = context.Text;
        if (text[position] is '\'' or '"' or '`')
            return QuotedText.End(text, position, context.End);
        var end = position;
        while (end < context.End && Characters.IsWordPart(text, end, context.End))
            end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        if (end > position)
            return end;
        return Math.Min(context.End, position + (char.IsHighSurrogate(text[position]) ? 2 : 1));
    }
}
