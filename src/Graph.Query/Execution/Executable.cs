using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>A plan with its operators compiled. Holds no state of a run.</summary>
internal sealed record Executable(Plan Plan, Operator Root, SlotMap Slots, int[] Outputs)
{
    public static Executable Create(GraphStore store, Plan plan, ProfileMap? profile = null)
    {
        var slots = new SlotMap();
        var subqueries = new SubqueryCompiler(store, slots, plan, profile);
        var root = new PlanCompiler(store, slots, subqueries, plan.Root, plan.Outputs, profile).Compile(plan.Root);
        return new Executable(plan, root, slots, slots.Of(plan.Outputs));
    }

    /// <summary>The rows, computed as they are read.</summary>
    public IEnumerable<RowBatch> Run(ExecutionState state)
    {
        var argument = new Argument(Batch.Create(Slots.Count, 1));
        foreach (var batch in Root.Run(state, argument))
        {
            if (batch.Count == 0)
                continue;

            yield return new ResultBatch(batch, Outputs);
            state.RowCount += batch.Count;
        }
    }
}
