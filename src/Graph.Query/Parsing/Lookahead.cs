namespace Graph.Query.Parsing;

/// <summary>
/// Looks at the tokens that follow without reading them, to choose between rules that begin alike.
/// Each step gives the place after its token; once a token differs, no later step matches.
/// </summary>
internal readonly struct Lookahead
{
    private const int NoMatch = -1;

    private readonly ParseContext context;
    private readonly int position;

    private Lookahead(ParseContext context, int position)
    {
        this.context = context;
        this.position = position;
    }

    public bool IsMatch => position != NoMatch;

    public static Lookahead From(ParseInput input) => new(input.Context, input.Position);

    /// <summary>The next token begins with these characters.</summary>
    public bool Sees(string text) =>
        IsMatch && position + text.Length <= context.End && string.CompareOrdinal(context.Text, position, text, 0, text.Length) == 0;

    public Lookahead Symbol(string text) => Sees(text) ? After(position + text.Length) : Failed();

    public Lookahead Keyword(string word)
    {
        if (!IsMatch)
            return this;
        var end = Lex.KeywordEnd(context, position, word);
        return end == position ? Failed() : After(end);
    }

    /// <summary>The next token begins with a digit.</summary>
    public bool SeesDigit() => IsMatch && Characters.IsDigit(context.CharacterAt(position));

    /// <summary>A word, bare or in backquotes; a bare one must not be reserved.</summary>
    public Lookahead Name(WordTest? isReserved = null)
    {
        if (!IsMatch)
            return this;
        if (context.CharacterAt(position) == '`')
            return After(QuotedText.End(context.Text, position, context.End));
        var end = Characters.WordEnd(context.Text, position, context.End);
        return end == position || isReserved?.Invoke(context.Text.AsSpan(position, end - position)) == true ? Failed() : After(end);
    }

    /// <summary>A whole pair of brackets with everything in it, where the next token opens one.</summary>
    public Lookahead Brackets(char open) =>
        IsMatch && context.CharacterAt(position) == open && context.Brackets.CloseOf(position) is { } close ? After(close + 1) : Failed();

    /// <summary>The step where it matches, else this place.</summary>
    public Lookahead Optional(Func<Lookahead, Lookahead> step)
    {
        if (!IsMatch)
            return this;
        var next = step(this);
        return next.IsMatch ? next : this;
    }

    private Lookahead After(int end) => new(context, context.SkipBlanks(end));

    private Lookahead Failed() => new(context, NoMatch);
}
