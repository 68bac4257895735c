using Graph.Generator.Nullability;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Generator.Shapes;

/// <summary>Follows a query clause by clause and says what its columns are.</summary>
internal sealed class QueryShapes
{
    private readonly ExpressionShapes expressions;

    private QueryShapes(IReadOnlyDictionary<string, Shape> parameters, GraphType type) =>
        expressions = new ExpressionShapes(parameters, new ElementProperties(type), ReadInner);

    /// <summary>In the order of the columns.</summary>
    public static ImmutableArray<Shape> Of(BoundStatement statement, GraphType type)
    {
        var parameters = statement.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => Shape.From(parameter.Type), StringComparer.Ordinal);
        return new QueryShapes(parameters, type).Read(statement.Query);
    }

    /// <summary>A column of a union is what it is in every part.</summary>
    private ImmutableArray<Shape> Read(BoundQuery query)
    {
        var parts = query.Parts.Select(Read).ToList();
        return [.. Enumerable.Range(0, query.Columns.Length).Select(column => Shape.Join(parts.Select(part => part[column])))];
    }

    private ImmutableArray<Shape> Read(BoundSingleQuery part)
    {
        foreach (var clause in part.Clauses)
            Follow(clause);
        return [.. part.Output.Select(expressions.Get)];
    }

    // What a subquery asks of outer variables holds for its own rows only.
    private ImmutableArray<Shape> ReadInner(BoundQuery query) => expressions.Keep(() => Read(query));

    private void Follow(BoundClause clause)
    {
        switch (clause)
        {
            case BoundMatch match:
                FollowMatch(match);
                break;
            case BoundUnwind unwind:
                expressions.Set(unwind.Variable, expressions.Of(unwind.List).Items);
                break;
            case BoundProcedureCall { Where: { } condition }:
                AddTests(condition);
                break;
            case BoundCallSubquery call:
                var columns = ReadInner(call.Query);
                for (var i = 0; i < columns.Length; i++)
                    expressions.Set(call.Variables[i], columns[i]);
                break;
            case BoundProject project:
                FollowProjection(project.Projection);
                if (project.Where is { } kept)
                    AddTests(kept);
                break;
        }
    }

    private void FollowMatch(BoundMatch match)
    {
        foreach (var element in match.Paths.SelectMany(path => path.Elements))
            FollowElement(element, match.IsOptional);
        if (match is { IsOptional: false, Where: { } condition })
            AddTests(condition);
    }

    // Labels that an OPTIONAL MATCH asks of a node that is there already need not hold.
    private void FollowElement(BoundPathElement element, bool isOptional)
    {
        switch (element)
        {
            case BoundNode node when !(node.IsBound && isOptional):
                expressions.AddLabels(node.Variable, GetLabels(node.Labels));
                if (node.Where is { } condition)
                    AddTests(condition);
                break;
            case BoundQuantifiedPath quantified:
                foreach (var inner in quantified.Elements)
                    FollowElement(inner, isOptional: false);
                foreach (var group in quantified.Groups)
                    expressions.Set(group.List, Shape.ListOf(expressions.Get(group.Inner)));
                break;
        }
    }

    private void FollowProjection(BoundProjection projection)
    {
        foreach (var key in projection.Grouping?.Keys ?? [])
            expressions.Set(key.Variable, expressions.Of(key.Expression));
        foreach (var aggregate in projection.Grouping?.Aggregates ?? [])
            expressions.Set(aggregate.Variable, OfAggregate(aggregate));
        foreach (var item in projection.Items)
            expressions.Set(item.Variable, expressions.Of(item.Expression));
    }

    private Shape OfAggregate(BoundAggregate aggregate)
    {
        var argument = aggregate.Argument is { } counted ? expressions.Of(counted) : Shape.Any;
        return aggregate.Function switch
        {
            AggregateFunction.Collect => Shape.ListOf(argument),
            AggregateFunction.Minimum or AggregateFunction.Maximum => argument,
            var function => Shape.From(AggregateFunctions.GetSignature(function).Result(argument.ToStaticType())),
        };
    }

    private void AddTests(BoundExpression condition)
    {
        foreach (var (variable, labels) in ConditionFacts.ListLabels(condition))
        {
            if (variable.Type.Kind == TypeKind.Node)
                expressions.AddLabels(variable, GetLabels(labels));
        }
    }

    private static IEnumerable<string> GetLabels(LabelExpression? labels) => labels switch
    {
        LabelName name => [name.Name],
        LabelAnd and => and.Operands.SelectMany(GetLabels),
        _ => [],
    };
}
