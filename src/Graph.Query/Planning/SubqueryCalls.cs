using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// CALL { } as steps that there are for other things. A query that makes its rows from one outer row each becomes part of the outer one, so
/// that it is joined as if it had been written there. One that only counts or collects becomes columns, computed for many rows at once. Any
/// other gives its rows as a list, which is unwound.
/// </summary>
internal static class SubqueryCalls
{
    /// <summary>The clauses to plan in place of the call, after those before it.</summary>
    public static IEnumerable<BoundClause> Expand(BoundCallSubquery call)
    {
        if (!call.IsOptional && call.Query.Parts is [var only] && only.Clauses.All(Subquery.WorksRowByRow))
            return only.Clauses;
        if (!call.IsOptional && Aggregate(call) is { } columns)
            return columns;
        return Unwind(call);
    }

    // Without keys there is one row for each outer row, whatever was counted.
    private static BoundClause[]? Aggregate(BoundCallSubquery call)
    {
        if (call.Query.Parts is not [{ Clauses: [.. var before, BoundProject { Where: null, Projection: var projection }] }])
            return null;
        if (projection is not { Grouping: { Keys.IsEmpty: true } grouping, OrderBy.IsEmpty: true, Skip: null, Limit: null }
            || !before.All(Subquery.WorksRowByRow) || !grouping.Aggregates.All(IsListed))
        {
            return null;
        }

        var items = grouping.Aggregates.Select(aggregate => new BoundProjectionItem(aggregate.Variable, Compute(call, [.. before], aggregate)));
        return [Project([.. items]), Project(projection.Items)];
    }

    private static bool IsListed(BoundAggregate aggregate) =>
        aggregate is { Distinct: false, Parameter: null, Function: AggregateFunction.CountAll or AggregateFunction.Count or AggregateFunction.Collect };

    private static BoundExpression Compute(BoundCallSubquery call, ImmutableArray<BoundClause> clauses, BoundAggregate aggregate)
    {
        if (aggregate.Argument is not { } argument)
            return new BoundCount(new BoundQuery([new BoundSingleQuery(clauses, [])], UnionAll: false, []), call.Outer, aggregate.Span);

        // What is null is neither counted nor collected.
        var value = new BoundVariable("value", argument.Type, isAnonymous: true);
        var present = new BoundIsNull(new BoundReference(value, aggregate.Span), IsNegated: true, aggregate.Span);
        var project = new BoundProject(Projection([new BoundProjectionItem(value, argument)]), present);
        var query = new BoundQuery([new BoundSingleQuery([.. clauses, project], [value])], UnionAll: false, [new BoundColumn(value.Name, value.Type)]);
        return aggregate.Function == AggregateFunction.Count
            ? new BoundCount(query, call.Outer, aggregate.Span)
            : new BoundCollect(query, call.Outer, First: false, StaticType.ListOf(argument.Type), aggregate.Span);
    }

    private static BoundClause[] Unwind(BoundCallSubquery call)
    {
        var row = new BoundVariable("row", StaticType.AnyList, isAnonymous: true);
        var list = new BoundCollect(Packed(call.Query), call.Outer, First: false, StaticType.ListOf(StaticType.AnyList), call.Span);
        var columns = call.Variables.Select((variable, index) => new BoundProjectionItem(variable, Item(row, index, variable.Type, call.Span)));
        return [new BoundUnwind(call.IsOptional ? OrNulls(list, call) : list, row), Project([.. columns])];
    }

    /// <summary>The same rows with all columns in one list: rows of a UNION that are equal are equal as lists too.</summary>
    private static BoundQuery Packed(BoundQuery query) =>
        new([.. query.Parts.Select(Packed)], query.UnionAll, [new BoundColumn("row", StaticType.AnyList)]);

    private static BoundSingleQuery Packed(BoundSingleQuery part)
    {
        var row = new BoundVariable("row", StaticType.AnyList, isAnonymous: true);
        var items = part.Output.Select(variable => (BoundExpression)new BoundReference(variable, default)).ToImmutableArray();
        var pack = Project([new BoundProjectionItem(row, new BoundList(items, StaticType.AnyList, default))]);
        return new BoundSingleQuery([.. part.Clauses, pack], [row]);
    }

    private static BoundCall Item(BoundVariable row, int index, StaticType type, TextSpan span) => new(
        FunctionRegistry.GetOperator("[]"),
        [new BoundReference(row, span), new BoundConstant(Value.FromInteger(index), StaticType.Integer, span)],
        type,
        span);

    // An empty list becomes one with a row of nulls.
    private static BoundExpression OrNulls(BoundCollect list, BoundCallSubquery call)
    {
        var found = new BoundVariable("rows", list.Type, isAnonymous: true);
        var reference = new BoundReference(found, call.Span);
        var empty = new BoundComparison(ComparisonOperator.Equal, reference, new BoundConstant(Value.FromList(ListValue.Empty), StaticType.AnyList, call.Span), call.Span);
        var nulls = new BoundConstant(Value.FromList(Value.FromList(new ListValue(new Value[call.Variables.Length]))), list.Type, call.Span);
        return new BoundLet(found, list, new BoundCase([new BoundCaseBranch(empty, nulls)], reference, list.Type, call.Span), call.Span);
    }

    private static BoundProject Project(ImmutableArray<BoundProjectionItem> items) => new(Projection(items), null);

    private static BoundProjection Projection(ImmutableArray<BoundProjectionItem> items) => new(null, items, Distinct: false, [], null, null);
}
