using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>Every node of a set, for each input row.</summary>
internal sealed class NodeScanOperator(Operator input, int slot, NodeSelection nodes) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var size = new BatchSize(state.Sizes);
        foreach (var batch in input.Run(state, argument))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                for (var range = 0; range < nodes.RangeCount; range++)
                {
                    for (var node = nodes[range].Start; node < nodes[range].End;)
                    {
                        state.Check();
                        if (argument.IsDone(batch, row))
                            break;

                        var end = Math.Min(nodes[range].End, node + size.Next());
                        yield return Create(batch, row, node, end);
                        node = end;
                    }
                }
            }
        }
    }

    private Batch Create(Batch batch, int row, int start, int end)
    {
        var ids = new int[end - start];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = start + i;

        var scanned = batch.Repeat(row, ids.Length);
        scanned.Set(slot, new NodeColumn(ids, isConsecutive: true));
        return scanned;
    }
}
