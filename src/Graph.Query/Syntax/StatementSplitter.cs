using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>A statement of a script by its place.</summary>
/// <param name="Span">From its first sign to its <c>;</c>, without the comments above it. Where a comment is never closed, that
/// comment.</param>
/// <param name="Above">The comments between the statement before and this one.</param>
/// <param name="IsOpen">The text ends inside a string, a quoted name or a comment.</param>
internal sealed record StatementRange(TextSpan Span, ImmutableArray<TextSpan> Above, bool IsOpen);

/// <summary>
/// Finds the statements of a script: they end with <c>;</c>, which strings, quoted names and comments may hold without ending one. The only
/// place that knows, whoever the script comes from. A first line that begins with <c>#!</c> tells a shell what runs the file, and is none.
/// </summary>
internal sealed class StatementSplitter
{
    private readonly ParseContext context;
    private readonly char? commandSign;
    private int position;
    private bool isOpen;

    private StatementSplitter(SourceText source, char? commandSign)
    {
        context = new ParseContext(source, QueryGrammar.Comments);
        this.commandSign = commandSign;
    }

    /// <param name="commandSign">What a line begins with that is no statement but a command; null where there are none.</param>
    /// <returns>The statements in order; comments that follow them all come with an empty range.</returns>
    public static ImmutableArray<StatementRange> Split(SourceText source, char? commandSign = null) =>
        [.. new StatementSplitter(source, commandSign).Split()];

    private IEnumerable<StatementRange> Split()
    {
        if (context.Text.StartsWith("#!", StringComparison.Ordinal))
            position = LineEnd(0);
        var above = ImmutableArray.CreateBuilder<TextSpan>();
        while (position < context.End)
        {
            var known = context.Comments.Count;
            var first = context.SkipBlanks(position);
            above.AddRange(context.Comments.Skip(known));
            position = FindEnd(first);

            // A semicolon alone ends nothing, so comments above it stand above what follows.
            if (first < context.End && context.Text[first] == ';')
                continue;
            if (context.HasFault && first == context.End)
                yield return new StatementRange(above[^1], [], IsOpen: true);
            else if (first < context.End || above.Count > 0)
                yield return new StatementRange(TextSpan.FromBounds(first, position), above.ToImmutable(), isOpen);
            above.Clear();
        }
    }

    private int FindEnd(int first)
    {
        if (first < context.End && context.Text[first] == commandSign)
            return LineEnd(first);

        var end = first;
        while (end < context.End && context.Text[end] != ';')
            end = SkipUnit(end);
        return Math.Min(end + 1, context.End);
    }

    /// <summary>The end of the string, name, comment or sign that stands here.</summary>
    private int SkipUnit(int start)
    {
        switch (context.Text[start])
        {
            case '\'' or '"' or '`':
                isOpen |= QuotedText.ClosingQuote(context.Text, start, context.End) is null;
                return QuotedText.End(context.Text, start, context.End);
            case '/':
                var end = Math.Max(start + 1, context.CommentEnd(start));
                isOpen |= context.HasFault;
                return end;
            default:
                return start + 1;
        }
    }

    private int LineEnd(int start)
    {
        var length = context.Text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? context.End : start + length;
    }
}
