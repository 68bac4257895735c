using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>Finds the statements of a script: they end with <c>;</c>, which strings, quoted names and comments may hold without ending one.</summary>
internal static class StatementSplitter
{
    /// <summary>The range of each statement with its <c>;</c>. A range of blanks and comments only is left out.</summary>
    /// <param name="commandSign">What a line begins with that is no statement but a command; null where there are none.</param>
    public static IEnumerable<TextSpan> Split(SourceText source, char? commandSign = null)
    {
        var context = new ParseContext(source, QueryGrammar.Comments);
        var start = 0;
        while (start < context.End)
        {
            var first = context.SkipBlanks(start);
            if (first < context.End && context.Text[first] == commandSign)
            {
                start = LineEnd(context, first);
                yield return TextSpan.FromBounds(first, start);
                continue;
            }

            var end = End(context, start);
            if (first < end && (context.Text[first] != ';' || context.HasFault))
                yield return TextSpan.FromBounds(start, end);
            start = end;
        }
    }

    private static int LineEnd(ParseContext context, int position)
    {
        while (position < context.End && context.Text[position] is not ('\n' or '\r'))
            position++;
        return position;
    }

    private static int End(ParseContext context, int position)
    {
        while (position < context.End)
        {
            var character = context.Text[position];
            if (character == ';')
                return position + 1;
            position = character switch
            {
                '\'' or '"' or '`' => QuotedText.End(context.Text, position, context.End),
                '/' => Math.Max(position + 1, context.CommentEnd(position)),
                _ => position + 1,
            };
        }

        return position;
    }
}
