using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>What may stand at a place of a text that is still being written. The grammar itself says so, by what it tried there.</summary>
/// <param name="Word">What was already written of the word at the place; empty where it has not begun.</param>
/// <param name="Statement">The text of the statement around the place, up to the word.</param>
/// <param name="Expected">Empty inside a string or a comment, and behind a mistake.</param>
public sealed record CompletionContext(TextSpan Word, TextSpan Statement, IReadOnlyList<Expectation> Expected)
{
    /// <param name="position">In UTF-16 units; what stands behind it is not looked at.</param>
    public static CompletionContext At(SourceText source, int position)
    {
        var word = TextSpan.FromBounds(WordStart(source.Text, position), position);
        var before = new SourceText(source.Text[..word.Start]);
        var last = StatementSplitter.Split(before).LastOrDefault(TextSpan.FromBounds(word.Start, word.Start));
        var isEnded = last.Length > 0 && before.Text[last.End - 1] == ';';
        var statement = isEnded ? TextSpan.FromBounds(last.End, word.Start) : last;
        return new CompletionContext(word, statement, FindExpected(before, TextSpan.FromBounds(statement.Start, word.Start)));
    }

    private static IReadOnlyList<Expectation> FindExpected(SourceText source, TextSpan range)
    {
        var context = new ParseContext(source, QueryGrammar.Comments, range);
        TextParse.Run(QueryGrammar.Statement, context);
        return context.HasFault ? [] : [.. context.ExpectedAt(context.End)];
    }

    private static int WordStart(string text, int position)
    {
        while (position > 0 && Characters.IsWordPart(text, position - 1, text.Length))
            position--;
        return position;
    }
}
