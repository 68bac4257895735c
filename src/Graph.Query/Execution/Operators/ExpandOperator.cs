using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>One row for every edge from a bound node; where the far node is bound too, only the edges between both.</summary>
/// <param name="targets">The only nodes that edges are followed to; null for all that the step allows.</param>
internal sealed class ExpandOperator(
    Operator input,
    int fromSlot,
    int edgeSlot,
    int toSlot,
    bool isInto,
    EdgeStep step,
    ChosenTargets? targets,
    EdgeDistinctness distinctness) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var size = new BatchSize(state.Sizes);
        foreach (var batch in input.Run(state, argument))
        {
            var cursor = new ExpandCursor(
                state, batch, fromSlot, isInto ? toSlot : -1, step, targets?.Get(state, batch.SlotCount), distinctness, argument);
            var buffer = CreateBuffer(size.Next());
            while (cursor.Fill(buffer))
            {
                yield return buffer.Take(batch);
                buffer = CreateBuffer(size.Next());
            }

            if (buffer.Count > 0)
                yield return buffer.Take(batch);
        }
    }

    private RowBuffer CreateBuffer(int capacity) => new(capacity, edgeSlot, isInto ? -1 : toSlot);
}
