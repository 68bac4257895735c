using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>What a parse gave: the tree, or diagnostics that say why there is none. A tree may come with warnings.</summary>
/// <param name="IsIncomplete">The failure stands at the end of the text, so more text may mend it.</param>
internal sealed record ParseResult<T>(T? Syntax, ImmutableArray<Diagnostic> Diagnostics, bool IsIncomplete = false)
    where T : SyntaxNode;

/// <summary>The only door from text to syntax. It never throws for what a text holds.</summary>
internal static class QueryParser
{
    public static ParseResult<StatementSyntax> ParseStatement(SourceText source) => Parse(QueryGrammar.Statement, source, null);

    /// <param name="range">The part of the text that holds it.</param>
    public static ParseResult<StatementSyntax> ParseStatement(SourceText source, TextSpan range) =>
        Parse(QueryGrammar.Statement, source, range);

    /// <summary>One expression and nothing else; also a value in a parameter or an annotation.</summary>
    /// <param name="range">The part of the text that holds it, or null for all of it.</param>
    public static ParseResult<ExpressionSyntax> ParseExpression(SourceText source, TextSpan? range = null) =>
        Parse(QueryGrammar.Expression, source, range);

    /// <summary>One path pattern and nothing else.</summary>
    /// <param name="range">The part of the text that holds it, or null for all of it.</param>
    public static ParseResult<PatternSyntax> ParsePattern(SourceText source, TextSpan? range = null) =>
        Parse(QueryGrammar.Pattern, source, range);

    /// <summary>One fact of an article and nothing else.</summary>
    /// <param name="range">The part of the article that holds it, or null for all of it.</param>
    public static ParseResult<FactSyntax> ParseFact(SourceText source, TextSpan? range = null) => Parse(QueryGrammar.Fact, source, range);

    private static ParseResult<T> Parse<T>(Parser<T> parser, SourceText source, TextSpan? range)
        where T : SyntaxNode
    {
        // Most texts have no mistake; what was expected where is found out only for those that have one.
        var result = TextParse.Run(parser, new ParseContext(source, QueryGrammar.Comments, range, explains: false));
        if (result.Value is null)
            result = TextParse.Run(parser, new ParseContext(source, QueryGrammar.Comments, range), ForeignForms.Explain);
        return new ParseResult<T>(result.Value, result.Diagnostics, result.IsIncomplete);
    }
}
