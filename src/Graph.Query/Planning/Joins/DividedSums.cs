using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// A sum over both sides of a node, <c>sum(a.year - b.year)</c>, as the difference of a sum over each side, so that each side may be summed
/// by itself.
/// </summary>
/// <param name="Aggregate">With two sums in the place of each that was taken apart.</param>
/// <param name="Items">Those that were taken apart, made of their two sums.</param>
internal sealed record DividedSums(Aggregate Aggregate, ImmutableArray<BoundProjectionItem> Items)
{
    /// <param name="parts">The variables of each side.</param>
    public static DividedSums Of(Aggregate aggregate, IReadOnlyList<ImmutableArray<BoundVariable>> parts, GraphStore store)
    {
        var aggregates = new List<BoundAggregate>();
        var items = new List<BoundProjectionItem>();
        foreach (var item in aggregate.Grouping.Aggregates)
        {
            if (!CanDivide(item, parts, aggregate.Input, store))
            {
                aggregates.Add(item);
                continue;
            }

            var call = (BoundCall)item.Argument!;
            var terms = call.Arguments.Select(term => item with
            {
                Variable = new BoundVariable(item.Variable.Name, StaticType.Integer, isAnonymous: true),
                Argument = term,
            }).ToList();
            aggregates.AddRange(terms);
            items.Add(new BoundProjectionItem(
                item.Variable, call with { Arguments = [.. terms.Select(term => new BoundReference(term.Variable, item.Span))] }));
        }

        return new DividedSums(aggregate with { Grouping = aggregate.Grouping with { Aggregates = [.. aggregates] } }, [.. items]);
    }

    /// <summary>The sums that were taken apart, above the plan that has their terms.</summary>
    public PlanOperator PutTogether(PlanOperator plan) => Items.IsEmpty ? plan : new Project(plan, Items);

    /// <summary>Each term must be there in every row, as a row without one of them counts for neither.</summary>
    private static bool CanDivide(
        BoundAggregate item, IReadOnlyList<ImmutableArray<BoundVariable>> parts, PlanOperator input, GraphStore store) =>
        item is
        {
            Function: AggregateFunction.Sum,
            Distinct: false,
            Argument: BoundCall { Function.Name: "+" or "-", Arguments: [BoundProperty left, BoundProperty right] },
        }
        && IsTerm(left, input, store)
        && IsTerm(right, input, store)
        && Find(left, parts) is { } first
        && Find(right, parts) is { } second
        && first != second;

    private static bool IsTerm(BoundProperty term, PlanOperator input, GraphStore store) =>
        new SummableIntegers(store).IncludesAsFloats(term)
        && KnownColumns.Of(term, input, store) is { Count: > 0 } columns
        && columns.All(column => column is IntegerColumn { Validity.IsComplete: true });

    private static int? Find(BoundProperty term, IReadOnlyList<ImmutableArray<BoundVariable>> parts) =>
        Enumerable.Range(0, parts.Count).Cast<int?>().FirstOrDefault(part => ExpressionVariables.Of(term).IsSubsetOf(parts[part!.Value]));
}
