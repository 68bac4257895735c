using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query;

/// <summary>The subqueries in an expression: EXISTS, COUNT, COLLECT, and patterns that stand as conditions.</summary>
internal static class SubquerySearch
{
    public static IEnumerable<QuerySyntax> Find(ExpressionSyntax? expression) => expression switch
    {
        null or LiteralSyntax or ParameterSyntax or VariableSyntax or CaseSubjectSyntax or CountAllSyntax => [],
        ExistsSyntax exists => [exists.Query],
        SubqueryValueSyntax value => [value.Query],
        PathExpressionSyntax path => [Match(new PatternSyntax(null, null, path.Path) { Span = path.Span }, null)],
        PatternComprehensionSyntax patterns => [Match(patterns.Pattern, patterns.Where)],
        FunctionCallSyntax call => call.Arguments.SelectMany(Find),
        _ => AggregateSearch.OperandsOf(expression).SelectMany(Find),
    };

    private static QuerySyntax Match(PatternSyntax pattern, ExpressionSyntax? where)
    {
        var match = new MatchSyntax(false, null, [pattern], where) { Span = pattern.Span };
        return new QuerySyntax([new SingleQuerySyntax([match]) { Span = pattern.Span }], []) { Span = pattern.Span };
    }
}
