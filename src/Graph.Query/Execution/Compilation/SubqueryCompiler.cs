using Graph.Query.Binding;
using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>Plans and compiles the queries inside expressions.</summary>
internal sealed class SubqueryCompiler(GraphStore store, SlotMap slots, Planner planner)
{
    /// <param name="rowsMatter">Each row counts; false where only the existence of one does.</param>
    /// <returns>The subquery and the slots of its columns.</returns>
    public (Subquery Subquery, int[] Outputs) Compile(BoundQuery query, ImmutableArray<BoundVariable> outer, bool rowsMatter)
    {
        var (plan, outputs) = planner.PlanSubquery(query, outer, rowsMatter);
        var root = new PlanCompiler(store, slots, this, plan, outputs).Compile(plan);
        var ordinalSlot = IsRowWise(query, rowsMatter) ? slots.Add() : -1;
        return (new Subquery(root, ordinalSlot), slots.Of(outputs));
    }

    /// <summary>True where every row comes from one outer row, whichever other outer rows there are.</summary>
    private static bool IsRowWise(BoundQuery query, bool rowsMatter) =>
        (query.Parts.Length == 1 || query.UnionAll) && query.Parts.All(part => part.Clauses.All(clause => IsRowWise(clause, rowsMatter)));

    private static bool IsRowWise(BoundClause clause, bool rowsMatter) => clause switch
    {
        BoundProject { Projection: var projection } => projection is { Grouping: null, Distinct: false, Skip: null, Limit: null }
            && projection.OrderBy.IsEmpty,
        _ => true,
    };
}
