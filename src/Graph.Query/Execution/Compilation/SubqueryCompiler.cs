using Graph.Query.Binding;
using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>Compiles the queries inside the expressions of a plan.</summary>
internal sealed class SubqueryCompiler(GraphStore store, SlotMap slots, Plan plan, ProfileMap? profile)
{
    /// <returns>The subquery and the slots of its columns.</returns>
    public (CompiledSubquery Subquery, int[] Outputs) Compile(BoundQuery query)
    {
        var planned = plan.Subqueries[query];
        var root = new PlanCompiler(store, slots, this, planned.Root, planned.Outputs, profile).Compile(planned.Root);
        var ordinalSlot = planned.IsRowWise ? slots.Add() : -1;
        return (new CompiledSubquery(root, ordinalSlot), slots.Of(planned.Outputs));
    }
}
