using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Expressions that hold a pattern or a query. They see the names outside, and tell which of them they use.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindPatternPredicate(PathExpressionSyntax syntax, ExpressionPlace place)
    {
        var outer = new RecordingScope(place.Scope);
        var match = context.Patterns.BindPredicate(syntax.Path, RowScope.Start(outer));
        return new BoundExists(QueryOf(match), [.. outer.Mentioned], syntax.Span);
    }

    private BoundExpression BindExists(ExistsSyntax syntax, ExpressionPlace place)
    {
        var outer = new RecordingScope(place.Scope);
        var query = context.Queries.BindSubquery(syntax.Query, outer);
        return new BoundExists(query, [.. outer.Mentioned], syntax.Span);
    }

    private BoundExpression BindSubqueryValue(SubqueryValueSyntax syntax, ExpressionPlace place)
    {
        var outer = new RecordingScope(place.Scope);
        var query = context.Queries.BindSubquery(syntax.Query, outer);
        if (syntax.Kind == SubqueryValue.Count)
            return new BoundCount(WithoutColumns(query), [.. outer.Mentioned], syntax.Span);

        if (query.Columns is [var column])
            return new BoundCollect(query, [.. outer.Mentioned], First: false, StaticType.ListOf(column.Type), syntax.Span);
        Diagnostics.NotOneColumn(syntax.Span, query.Columns.Length);
        return Invalid(syntax.Span);
    }

    // What a column says does not change how many rows there are.
    private static BoundQuery WithoutColumns(BoundQuery query)
    {
        if (query.Parts.Length > 1 && !query.UnionAll)
            return query;
        return new BoundQuery([.. query.Parts.Select(WithoutColumns)], query.UnionAll, []);
    }

    private static BoundSingleQuery WithoutColumns(BoundSingleQuery part) => part.Clauses is
        [.. var before, BoundProject { Where: null, Projection: { Grouping: null, Distinct: false, Skip: null, Limit: null } }]
        ? new BoundSingleQuery([.. before], [])
        : part with { Output = [] };

    private BoundExpression BindPatternComprehension(PatternComprehensionSyntax syntax, ExpressionPlace place)
    {
        var outer = new RecordingScope(place.Scope);
        var (match, rows) = context.Patterns.BindComprehension(syntax.Pattern, syntax.Where, RowScope.Start(outer));
        var projection = Bind(syntax.Projection, place.Body(rows));
        return Collect(match, projection, outer, first: false, syntax.Span);
    }

    private BoundExpression BindPath(PathExpressionSyntax syntax, ExpressionPlace place)
    {
        if (syntax.Path.Function == ShortestPathFunction.None)
        {
            Diagnostics.PatternAsValue(syntax.Span);
            return Invalid(syntax.Span);
        }

        var outer = new RecordingScope(place.Scope);
        var (match, path) = context.Patterns.BindShortestPath(syntax.Path, RowScope.Start(outer));
        var first = syntax.Path.Function == ShortestPathFunction.ShortestPath;
        return Collect(match, new BoundReference(path, syntax.Span), outer, first, syntax.Span);
    }

    private BoundCollect Collect(BoundMatch match, BoundExpression value, RecordingScope outer, bool first, TextSpan span)
    {
        var column = context.CreateAnonymous(value.Type);
        var projection = new BoundProjection(null, [new BoundProjectionItem(column, value)], Distinct: false, [], null, null);
        var single = new BoundSingleQuery([match, new BoundProject(projection, null)], [column]);
        var query = new BoundQuery([single], UnionAll: false, [new BoundColumn(column.Name, column.Type)]);
        return new BoundCollect(query, [.. outer.Mentioned], first, first ? value.Type : StaticType.ListOf(value.Type), span);
    }

    private static BoundQuery QueryOf(BoundMatch match) => new([new BoundSingleQuery([match], [])], UnionAll: false, []);
}
