using System.Diagnostics;
using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>The expressions that a query is made of, not those inside them.</summary>
internal static class QueryExpressions
{
    public static IEnumerable<BoundExpression> Of(BoundQuery query) => query.Parts.SelectMany(part => part.Clauses).SelectMany(Of);

    /// <summary>The conditions of a pattern's elements, in the order of its text.</summary>
    public static IEnumerable<BoundExpression> Of(ImmutableArray<BoundPathElement> elements) =>
        elements.SelectMany(element => element switch
    {
        BoundNode node => Present(node.Where),
        BoundEdge edge => Present(edge.Where),
        BoundVariableLengthEdge walk => Present(walk.Where),
        BoundQuantifiedPath quantified => Of(quantified.Elements).Concat(Present(quantified.Where)),
        _ => [],
    });

    public static IEnumerable<BoundExpression> Of(BoundClause clause) => clause switch
    {
        BoundMatch match => [.. match.Paths.SelectMany(path => Of(path.Elements).Concat(Present(path.Where))), .. Present(match.Where)],
        BoundUnwind unwind => [unwind.List],
        BoundProcedureCall call => [.. call.Arguments, .. Present(call.Where)],
        BoundCallSubquery call => Of(call.Query),
        BoundProject project => [.. Of(project.Projection), .. Present(project.Where)],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<BoundExpression> Of(BoundProjection projection) =>
    [
        .. projection.Grouping?.Keys.Select(key => key.Expression) ?? [],
        .. projection.Grouping?.Aggregates.SelectMany(aggregate => Present(aggregate.Argument)) ?? [],
        .. projection.Items.Select(item => item.Expression),
        .. projection.OrderBy.Select(item => item.Expression),
    ];

    private static BoundExpression[] Present(BoundExpression? expression) => expression is null ? [] : [expression];
}
