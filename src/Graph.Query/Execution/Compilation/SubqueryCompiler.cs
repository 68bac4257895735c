using Graph.Query.Binding;
using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>Compiles the queries inside the steps of a plan.</summary>
internal sealed class SubqueryCompiler(GraphStore store, SlotMap slots, Plan plan, ProfileMap? profile)
{
    /// <summary>Those of the whole query.</summary>
    public PropertyReaders Readers { get; } = new(store);

    /// <returns>The subquery and the slots of its columns.</returns>
    public (CompiledSubquery Subquery, int[] Outputs) Compile(BoundQuery query, ImmutableArray<BoundVariable> outer)
    {
        var planned = plan.Subqueries[query];
        ImmutableArray<BoundVariable> outputs = planned.Weight is null ? planned.Outputs : [.. planned.Outputs, planned.Weight];
        var root = new PlanCompiler(store, slots, this, planned.Root, outputs, profile).Compile(planned.Root);
        var isConstant = outer.IsEmpty && ExpressionVariables.IsDeterministic(query);
        return (new CompiledSubquery(root, slots.Add(), isConstant, HoldsRows: !planned.IsRowWise), slots.Of(outputs));
    }
}
