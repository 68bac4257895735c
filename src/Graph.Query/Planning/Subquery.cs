using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>A query inside another one: in an expression, or in CALL.</summary>
/// <param name="RowsMatter">Each row counts; false where only the existence of one does.</param>
internal sealed record Subquery(BoundQuery Query, ImmutableArray<BoundVariable> Outer, bool RowsMatter)
{
    /// <summary>Only the number of rows is asked for.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Every row comes from one outer row, whichever other outer rows there are.</summary>
    public bool IsRowWise => (Query.Parts.Length == 1 || Query.UnionAll) && Query.Parts.All(part => part.Clauses.All(WorksRowByRow));

    /// <summary>The subqueries of one step, in the order of its text; not those inside them.</summary>
    public static IEnumerable<Subquery> Of(PlanOperator step) => step is CallSubquery { Call: var call }
        ? [new Subquery(call.Query, call.Outer, RowsMatter: true)]
        : ReadVariables.GetExpressions(step).SelectMany(Of);

    private static IEnumerable<Subquery> Of(BoundExpression expression) => expression switch
    {
        BoundExists exists => [new Subquery(exists.Query, exists.Outer, RowsMatter: false)],
        BoundCount count => [new Subquery(count.Query, count.Outer, RowsMatter: true) { IsCounted = true }],
        BoundCollect collect => [new Subquery(collect.Query, collect.Outer, RowsMatter: true)],
        _ => ExpressionVariables.GetChildren(expression).SelectMany(Of),
    };

    /// <summary>Each of its rows comes from one row before it, whichever others there are.</summary>
    public static bool WorksRowByRow(BoundClause clause) => clause switch
    {
        BoundProject { Projection: var projection } => projection is { Grouping: null, Distinct: false, Skip: null, Limit: null }
            && projection.OrderBy.IsEmpty,
        _ => true,
    };
}
