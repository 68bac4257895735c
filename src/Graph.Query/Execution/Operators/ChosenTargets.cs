using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>The nodes that fulfil some conditions, found once a run by a scan.</summary>
/// <param name="slot">Where the conditions read the node.</param>
internal sealed class ChosenTargets(int slot, NodeSelection nodes, ImmutableArray<CompiledExpression> conditions) : IShared
{
    private readonly Operator scan = conditions.Aggregate(
        (Operator)new NodeScanOperator(new ArgumentOperator(), slot, nodes), (input, condition) => new FilterOperator(input, condition));

    public void Prepare(ExecutionState state, Argument argument) => Get(state, argument.Rows.SlotCount);

    /// <param name="slotCount">How many slots a batch of the query has.</param>
    public NodeBits Get(ExecutionState state, int slotCount) => state.Share(this, () => Find(state, slotCount));

    private NodeBits Find(ExecutionState state, int slotCount)
    {
        var chosen = new NodeBits(state);
        foreach (var batch in scan.Run(state, new Argument(Batch.Create(slotCount, 1))))
        {
            foreach (var node in batch[slot].GetNodes(batch.Count))
                chosen.Add(node);
        }

        return chosen;
    }
}
