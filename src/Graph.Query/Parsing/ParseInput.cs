using Sprache;

namespace Graph.Query.Parsing;

/// <summary>
/// A place in a text during one parse: always the start of a token or the end, as every token takes the blanks after it with it.
/// All inputs of a parse share one <see cref="ParseContext"/>; there is no global state.
/// </summary>
internal sealed class ParseInput : IInput
{
    private Dictionary<object, object>? memos;

    internal ParseInput(ParseContext context, int position, int tokenEnd)
    {
        Context = context;
        Position = position;
        TokenEnd = tokenEnd;
    }

    public ParseContext Context { get; }

    public int Position { get; }

    /// <summary>Where the token before this place ended, before the blanks that follow it.</summary>
    public int TokenEnd { get; }

    /// <summary>A failure at this place, which holds nothing but the place and so is that of others too.</summary>
    internal object? LastFailure { get; set; }

    public string Source => Context.Text;

    public bool AtEnd => Position >= Context.End;

    /// <summary>The character here, or <c>\0</c> at the end.</summary>
    public char Current => Context.CharacterAt(Position);

    public int Line => Context.Source.GetPosition(Position).Line;

    public int Column => Context.Source.GetPosition(Position).Column;

    // Only Sprache's own Ref and Once ask for memos; our combinators do not, so most inputs never make the dictionary.
    public IDictionary<object, object> Memos => memos ??= [];

    public IInput Advance() => new ParseInput(Context, Position + 1, Position + 1);

    /// <summary>The place after a token that ends at <paramref name="tokenEnd"/>, blanks and comments skipped.</summary>
    public ParseInput AfterToken(int tokenEnd) => new(Context, Context.SkipBlanks(tokenEnd), tokenEnd);

    /// <summary>From here to the end of the last token before <paramref name="remainder"/>.</summary>
    public TextSpan SpanTo(ParseInput remainder) =>
        TextSpan.FromBounds(Position, Math.Max(Position, remainder.TokenEnd));

    public bool Equals(IInput? other) =>
        other is ParseInput input && input.Position == Position && ReferenceEquals(input.Context, Context);

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Position;
}
