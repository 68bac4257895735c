using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// CALL { } as steps that there are for other things. A query that makes its rows from one outer row each becomes part of the outer one, so
/// that it is joined as if it had been written there. One that only aggregates becomes columns, computed for many rows at once. Any other
/// gives its rows as a list, which is unwound; where they are only distinct, too, the lists of many rows are made at once.
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
            || !before.All(Subquery.WorksRowByRow) || !grouping.Aggregates.All(IsComputed))
        {
            return null;
        }

        var items = grouping.Aggregates.Select(aggregate => new BoundProjectionItem(aggregate.Variable, Compute(call, [.. before], aggregate)));
        return [Project([.. items]), Project(projection.Items)];
    }

    // A percentile is one for the whole group.
    private static bool IsComputed(BoundAggregate aggregate) => aggregate.Parameter is null or BoundConstant or BoundParameter;

    private static BoundExpression Compute(BoundCallSubquery call, ImmutableArray<BoundClause> clauses, BoundAggregate aggregate)
    {
        if (aggregate.Argument is not { } argument)
            return new BoundCount(new BoundQuery([new BoundSingleQuery(clauses, [])], UnionAll: false, []), call.Outer, aggregate.Span);

        var value = new BoundVariable("value", argument.Type, isAnonymous: true);
        if (aggregate.Distinct || aggregate.Function is not (AggregateFunction.Count or AggregateFunction.Collect))
        {
            var values = QueryOf([.. clauses, Project([new BoundProjectionItem(value, argument)])], value);
            return new BoundSubqueryAggregate(values, call.Outer, aggregate.Function, aggregate.Distinct, aggregate.Parameter, aggregate.Variable.Type, aggregate.Span);
        }

        // What is null is neither counted nor collected.
        var present = new BoundIsNull(new BoundReference(value, aggregate.Span), IsNegated: true, aggregate.Span);
        var project = new BoundProject(Projection([new BoundProjectionItem(value, argument)]), present);
        var query = QueryOf([.. clauses, project], value);
        return aggregate.Function == AggregateFunction.Count
            ? new BoundCount(query, call.Outer, aggregate.Span)
            : new BoundCollect(query, call.Outer, First: false, StaticType.ListOf(argument.Type), aggregate.Span);
    }

    private static BoundQuery QueryOf(ImmutableArray<BoundClause> clauses, BoundVariable column) =>
        new([new BoundSingleQuery(clauses, [column])], UnionAll: false, [new BoundColumn(column.Name, column.Type)]);

    private static BoundClause[] Unwind(BoundCallSubquery call)
    {
        var row = new BoundVariable("row", StaticType.AnyList, isAnonymous: true);
        var type = StaticType.ListOf(StaticType.AnyList);
        BoundExpression list = WithoutDistinct(call.Query) is { } plain
            ? new BoundSubqueryAggregate(Packed(plain), call.Outer, AggregateFunction.Collect, Distinct: true, null, type, call.Span)
            : new BoundCollect(Packed(call.Query), call.Outer, First: false, type, call.Span);
        var columns = call.Variables.Select((variable, index) => new BoundProjectionItem(variable, Item(row, index, variable.Type, call.Span)));
        return [new BoundUnwind(call.IsOptional ? OrNulls(list, call) : list, row), Project([.. columns])];
    }

    /// <summary>The query without the DISTINCT that is its last step, where every other step works row by row; else null.</summary>
    private static BoundQuery? WithoutDistinct(BoundQuery query)
    {
        var isDistinct = query.Parts is [{ Clauses: [.., BoundProject { Projection.Distinct: true }] }] || (query.Parts.Length > 1 && !query.UnionAll);
        var isRowWise = query.Parts.All(part => part.Clauses[..^1].All(Subquery.WorksRowByRow) && IsRowWiseOrDistinct(part.Clauses[^1]));
        return isDistinct && isRowWise ? query with { UnionAll = true, Parts = [.. query.Parts.Select(WithoutDistinct)] } : null;
    }

    // Rows that are told apart once more need not be told apart before.
    private static BoundSingleQuery WithoutDistinct(BoundSingleQuery part) => part.Clauses is [.. var before, BoundProject { Projection.Distinct: true } last]
        ? part with { Clauses = [.. before, last with { Projection = last.Projection with { Distinct = false } }] }
        : part;

    private static bool IsRowWiseOrDistinct(BoundClause clause) => Subquery.WorksRowByRow(clause)
        || clause is BoundProject { Where: null, Projection: { Grouping: null, Skip: null, Limit: null, OrderBy.IsEmpty: true } };

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
    private static BoundExpression OrNulls(BoundExpression list, BoundCallSubquery call)
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
