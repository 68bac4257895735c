using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Generator.Nullability;

/// <summary>Follows a query clause by clause and says which of its columns can be null: only what openCypher can make so.</summary>
internal sealed class QueryPresence
{
    private readonly VariablePresence variables;
    private readonly ExpressionPresence expressions;

    private QueryPresence(GraphType type, IReadOnlySet<string> given)
    {
        variables = new VariablePresence(type, given);
        expressions = new ExpressionPresence(variables, ReadInner);
    }

    /// <summary>In the order of the columns.</summary>
    public static ImmutableArray<Presence> Of(BoundStatement statement, GraphType type)
    {
        // What takes any value takes null too.
        var given = statement.Parameters
            .Where(parameter => parameter.Type.Kind != TypeKind.Any && parameter.Declaration is not { IsNullable: true })
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.Ordinal);
        return new QueryPresence(type, given).Read(statement.Query);
    }

    /// <summary>There is a row whatever the data is: the query ends in aggregates without keys, and leaves none out.</summary>
    public static bool HasAlwaysARow(BoundQuery query) =>
        query.Parts is [{ Clauses: [.., BoundProject { Where: null, Projection: { Grouping.Keys: [], Skip: null, Limit: null } }] }];

    /// <summary>A column of a union is sure where it is in every part.</summary>
    private ImmutableArray<Presence> Read(BoundQuery query)
    {
        var parts = query.Parts.Select(Read).ToList();
        return [
            .. Enumerable.Range(0, query.Columns.Length)
                .Select(column => parts.Select(part => part[column]).Aggregate((left, right) => left & right))
        ];
    }

    /// <summary>What a subquery asks of outer variables holds for its own rows only.</summary>
    private ImmutableArray<Presence> ReadInner(BoundQuery query, ImmutableArray<BoundVariable> outer)
    {
        var before = variables.Remember(outer);
        var columns = Read(query);
        variables.Restore(before);
        return columns;
    }

    private ImmutableArray<Presence> Read(BoundSingleQuery part)
    {
        foreach (var clause in part.Clauses)
            Follow(clause);
        return [.. part.Output.Select(variables.Get)];
    }

    private void Follow(BoundClause clause)
    {
        switch (clause)
        {
            case BoundMatch match:
                FollowMatch(match);
                break;
            case BoundUnwind unwind:
                variables.Set(unwind.Variable, expressions.Of(unwind.List).Item);
                if (unwind.Numbering is { } numbering)
                    variables.Set(numbering.Variable, Presence.Of(true));
                break;
            case BoundProcedureCall call:
                foreach (var yield in call.Yields)
                    variables.Set(yield.Variable, Presence.SureList);
                Assume(call.Where);
                break;
            case BoundCallSubquery call:
                FollowSubquery(call);
                break;
            case BoundProject project:
                FollowProjection(project.Projection);
                Assume(project.Where);
                break;
        }
    }

    private void FollowSubquery(BoundCallSubquery call)
    {
        var columns = ReadInner(call.Query, call.Outer);
        for (var i = 0; i < columns.Length; i++)
        {
            variables.Set(call.Variables[i], columns[i] with { IsSure = columns[i].IsSure && !call.IsOptional });
            if (call.Query.Parts is [var only])
                variables.Inherit(call.Variables[i], only.Output[i]);
        }
    }

    /// <summary>A pattern that must match finds nothing for a null; an optional one leaves its own variables null.</summary>
    private void FollowMatch(BoundMatch match)
    {
        foreach (var path in match.Paths)
        {
            if (path.Variable is { } whole)
                variables.Set(whole, Presence.Of(!match.IsOptional));
            foreach (var element in path.Elements)
                FollowElement(element, match.IsOptional);
        }

        if (!match.IsOptional)
            Assume(match.Where);
    }

    private void FollowElement(BoundPathElement element, bool isOptional)
    {
        switch (element)
        {
            case BoundNode node:
                FollowSingle(node.Variable, node.Labels, node.Where, node.IsBound, isOptional);
                break;
            case BoundEdge edge:
                FollowSingle(edge.Variable, edge.Types, edge.Where, edge.IsBound, isOptional);
                break;
            case BoundVariableLengthEdge walk when !(walk.IsBound && isOptional):
                variables.Set(walk.Variable, new Presence(!isOptional, true));
                break;
            case BoundQuantifiedPath quantified:
                foreach (var group in quantified.Groups)
                    variables.Set(group.List, new Presence(!isOptional, true));
                break;
        }
    }

    // What an optional pattern asks of a variable that is there already need not hold.
    private void FollowSingle(BoundVariable variable, LabelExpression? labels, BoundExpression? where, bool isBound, bool isOptional)
    {
        if (isBound && isOptional)
            return;

        if (!isOptional || !isBound)
            variables.Set(variable, Presence.Of(!isOptional));
        if (labels is not null)
            variables.Require(variable, labels);
        if (!isOptional)
            Assume(where);
    }

    private void FollowProjection(BoundProjection projection)
    {
        if (projection.Grouping is { } grouping)
        {
            foreach (var key in grouping.Keys)
                Project(key);
            foreach (var aggregate in grouping.Aggregates)
                variables.Set(aggregate.Variable, Aggregate(aggregate, hasRows: !grouping.Keys.IsEmpty));
        }

        foreach (var item in projection.Items)
            Project(item);
    }

    private void Project(BoundProjectionItem item)
    {
        variables.Set(item.Variable, expressions.Of(item.Expression));
        if (item.Expression is BoundReference reference)
            variables.Inherit(item.Variable, reference.Variable);
    }

    /// <param name="hasRows">A group has at least one row; without keys the only group may have none.</param>
    private Presence Aggregate(BoundAggregate aggregate, bool hasRows)
    {
        var value = aggregate.Argument is { } argument ? expressions.Of(argument) : Presence.None;
        var isOfEach = value with { IsSure = value.IsSure && hasRows };
        return aggregate.Function switch
        {
            AggregateFunction.CountAll or AggregateFunction.Count or AggregateFunction.Sum => Presence.Sure,
            AggregateFunction.StandardDeviation or AggregateFunction.StandardDeviationPopulation => Presence.Sure,
            AggregateFunction.Collect => Presence.OfList(true, value with { IsSure = true }, isFilled: isOfEach.IsSure),
            AggregateFunction.Minimum or AggregateFunction.Maximum or AggregateFunction.Average => isOfEach,
            AggregateFunction.PercentileContinuous or AggregateFunction.PercentileDiscrete => Presence.Of(isOfEach.IsSure),
            _ => Presence.None,
        };
    }

    /// <summary>What a condition says that holds of every row from here on.</summary>
    private void Assume(BoundExpression? condition)
    {
        if (condition is not null)
            variables.Assume(condition);
    }
}
