namespace Graph.Query.Syntax;

/// <summary>What a parse gave: the tree, or diagnostics that say why there is none. A tree may come with warnings.</summary>
/// <param name="IsIncomplete">The failure stands at the end of the text, so more text may mend it.</param>
public sealed record ParseResult<T>(T? Syntax, ImmutableArray<Diagnostic> Diagnostics, bool IsIncomplete = false)
    where T : SyntaxNode;

/// <summary>The only door from text to syntax.</summary>
public static class QueryParser
{
    public static ParseResult<StatementSyntax> ParseStatement(SourceText source) => throw new NotImplementedException();

    /// <summary>The statements of a file in order, each ended by <c>;</c> (the last may go without), with what is wrong with each.</summary>
    public static ImmutableArray<ParseResult<StatementSyntax>> ParseScript(SourceText source) => throw new NotImplementedException();

    /// <summary>One expression and nothing else; also a value in a parameter or an annotation.</summary>
    public static ParseResult<ExpressionSyntax> ParseExpression(SourceText source) => throw new NotImplementedException();

    /// <summary>One path pattern and nothing else.</summary>
    public static ParseResult<PatternSyntax> ParsePattern(SourceText source) => throw new NotImplementedException();
}
