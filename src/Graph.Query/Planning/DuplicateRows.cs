using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>Finds the steps whose rows may come once instead of several times, as a step above them drops duplicates anyway.</summary>
internal static class DuplicateRows
{
    /// <summary>Every operator that only the set of its rows matters of, and not how often each comes.</summary>
    /// <param name="rowsMatter">The caller of the plan counts its rows.</param>
    public static IReadOnlySet<PlanOperator> FindIndifferent(PlanOperator plan, bool rowsMatter)
    {
        var found = new HashSet<PlanOperator>(ReferenceEqualityComparer.Instance);
        Collect(plan, isIndifferent: !rowsMatter, found);
        return found;
    }

    private static void Collect(PlanOperator plan, bool isIndifferent, HashSet<PlanOperator> found)
    {
        if (isIndifferent)
            found.Add(plan);
        var isBelow = plan switch
        {
            Distinct => true,
            Aggregate aggregate => aggregate.Grouping.Aggregates.All(IsIndifferent),

            // Row by row: what comes twice goes on twice.
            Filter or Project or Expand or VariableLengthExpand or ReachExpand or HashJoin or NodeScan or NodeLookUp => isIndifferent,
            _ => false,
        };
        foreach (var input in plan.Inputs)
            Collect(input, isBelow, found);
    }

    /// <summary>Whether the aggregate is the same when a row comes once instead of several times.</summary>
    public static bool IsIndifferent(BoundAggregate aggregate) =>
        (aggregate.Distinct && aggregate.Parameter is null && aggregate.Function is AggregateFunction.Count)
        || aggregate.Function is AggregateFunction.Minimum or AggregateFunction.Maximum;
}
