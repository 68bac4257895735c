using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>Rows that some aggregates are taken from.</summary>
/// <param name="Own">The variables that this part alone binds.</param>
internal sealed record AggregatePart(PlanOperator Plan, ImmutableArray<BoundVariable> Own);

/// <summary>
/// Aggregates over the rows of several parts, one part after another; each aggregate passes over the rows of all parts but one.
/// </summary>
/// <param name="owners">For each aggregate the part it reads; -1 for none in particular.</param>
/// <param name="weight">How many rows each row stands for; null for one.</param>
internal sealed class PartUnion(Aggregate aggregate, ImmutableArray<int> owners, BoundVariable? weight)
{
    private readonly BoundVariable marker = new("first", StaticType.Integer, isAnonymous: true);

    /// <param name="parts">The first one stands for the aggregates that read no part in particular.</param>
    public PlanOperator Create(ImmutableArray<AggregatePart> parts)
    {
        if (parts.Length == 1)
            return aggregate with { Input = parts[0].Plan, Weight = weight };

        var grouping = aggregate.Grouping with { Aggregates = [.. aggregate.Grouping.Aggregates.Select(Mark)] };
        ImmutableArray<BoundVariable> read = [.. ReadVariables.OfStep(aggregate with { Grouping = grouping }).Distinct()];
        ImmutableArray<BoundVariable> columns = weight is null ? read : [.. read, weight];
        var union = new Union([.. parts.Select(part => Complete(part, parts, read))], [.. parts.Select(_ => columns)], columns);
        return aggregate with { Input = union, Grouping = grouping, Weight = weight };
    }

    /// <summary>What reads no part is taken from the first one only, lest it be taken several times.</summary>
    private BoundAggregate Mark(BoundAggregate item, int index)
    {
        if (owners[index] >= 0 || DuplicateRows.IsIndifferent(item))
            return item;

        var mark = new BoundReference(marker, default);
        return item.Argument is null
            ? item with { Function = AggregateFunction.Count, Argument = mark }
            : item with
            {
                Argument = new BoundCase(
                    [new BoundCaseBranch(new BoundIsNull(mark, IsNegated: true, default), item.Argument)],
                    null,
                    item.Argument.Type,
                    item.Argument.Span)
            };
    }

    /// <summary>The part with a column for everything that is read: nulls for what other parts bind.</summary>
    private PlanOperator Complete(AggregatePart part, ImmutableArray<AggregatePart> parts, ImmutableArray<BoundVariable> read)
    {
        var plan = part.Plan;
        var isFirst = part == parts[0];
        ImmutableArray<BoundVariable> missing =
        [
            .. read.Where(variable => parts.Any(other => other != part && other.Own.Contains(variable))),
            .. read.Where(variable => variable == marker && !isFirst),
        ];
        if (!missing.IsEmpty)
            plan = new BindNulls(plan, missing);
        return isFirst && read.Contains(marker)
            ? new Project(plan, [new BoundProjectionItem(marker, new BoundConstant(Value.FromInteger(1), StaticType.Integer, default))])
            : plan;
    }
}

/// <summary>Which part of several an aggregate can be taken from.</summary>
internal static class PartOwners
{
    /// <summary>
    /// The number of the part whose variables the aggregate reads; -1 for none; null where it cannot be taken from one part alone.
    /// </summary>
    public static int? Find(BoundAggregate aggregate, IReadOnlyList<ImmutableArray<BoundVariable>> parts)
    {
        if (aggregate.Argument is null)
            return -1;

        var read = ExpressionVariables.Of(aggregate.Argument);
        var owners = Enumerable.Range(0, parts.Count).Where(index => read.Overlaps(parts[index])).ToList();
        return owners switch
        {
            [] => -1,
            [var owner] when IsNullWithout(aggregate.Argument, parts[owner]) => owner,
            _ => null,
        };
    }

    /// <summary>Whether an expression is null where the variables are, so that an aggregate passes over rows of other parts.</summary>
    private static bool IsNullWithout(BoundExpression expression, ImmutableArray<BoundVariable> variables) => expression switch
    {
        BoundReference reference => variables.Contains(reference.Variable),
        BoundProperty property => IsNullWithout(property.Target, variables),
        BoundCall { Function.NullInNullOut: true } call => call.Arguments.Any(argument => IsNullWithout(argument, variables)),
        _ => false,
    };
}
