using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>What was read from the front of a text, and where the text goes on.</summary>
/// <param name="End">The position of the first token after the syntax.</param>
internal sealed record FragmentResult<T>(T? Syntax, int End, ImmutableArray<Diagnostic> Diagnostics)
    where T : class;

/// <summary>
/// Reads one part of the language from a place in a text and leaves the rest to the caller: for other small languages that
/// are built from patterns and expressions, such as the set-up statements of a test suite.
/// </summary>
internal static class FragmentParser
{
    /// <summary>Patterns with commas between them: <c>(a:A), (a)-[:R]->(b)</c></summary>
    public static FragmentResult<IReadOnlyList<PatternSyntax>> ParsePatterns(SourceText source, int start = 0) =>
        Parse(QueryGrammar.Patterns, source, start);

    /// <summary>MATCH, UNWIND, WITH and CALL clauses, as many as stand there; there may be none.</summary>
    public static FragmentResult<IReadOnlyList<ClauseSyntax>> ParseReadingClauses(SourceText source, int start = 0) =>
        Parse(QueryGrammar.ReadingClauses, source, start);

    private static FragmentResult<T> Parse<T>(Parser<T> parser, SourceText source, int start)
        where T : class
    {
        var context = new ParseContext(source, QueryGrammar.Comments, TextSpan.FromBounds(start, source.Text.Length));
        var result = parser(context.CreateInput());
        if (result.WasSuccessful && !context.HasFault)
            return new FragmentResult<T>(result.Value, result.Place().Position, [.. context.Warnings]);
        var failure = TextParse.Failed<T>(context, ForeignForms.Explain);
        return new FragmentResult<T>(null, result.Place().Position, failure.Diagnostics);
    }
}
