using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>Each node that has edges of some relation types, with their number under every count.</summary>
internal sealed class DegreeScanOperator(
    Operator input, int nodeSlot, NodeSelection nodes, ImmutableArray<EdgeTable> tables, bool isOutgoing, int[] countSlots) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                foreach (var counted in Scan(state, batch, row))
                    yield return counted;
            }
        }
    }

    private IEnumerable<Batch> Scan(ExecutionState state, Batch batch, int row)
    {
        for (var range = 0; range < nodes.RangeCount; range++)
        {
            for (var start = nodes[range].Start; start < nodes[range].End; start += state.Sizes.LargestBatch)
            {
                state.Check();
                var counted = Count(batch, row, start, Math.Min(nodes[range].End, start + state.Sizes.LargestBatch));
                if (counted.Count > 0)
                    yield return counted;
            }
        }
    }

    private Batch Count(Batch outer, int row, int start, int end)
    {
        var degrees = new long[end - start];
        foreach (var table in tables)
            AddDegrees(isOutgoing ? table.Outgoing.View : table.Incoming.View, start, degrees);

        var count = degrees.Length - degrees.AsSpan().Count(0);
        var ids = new int[count];
        var counts = new long[count];
        for (int i = 0, next = 0; i < degrees.Length; i++)
        {
            if (degrees[i] == 0)
                continue;
            ids[next] = start + i;
            counts[next++] = degrees[i];
        }

        var batch = outer.Repeat(row, count);
        batch.Set(nodeSlot, new NodeColumn(ids));
        foreach (var slot in countSlots)
            batch.Set(slot, new CountColumn(counts));
        return batch;
    }

    private static void AddDegrees(AdjacencyView view, int start, long[] degrees)
    {
        for (var i = 0; i < degrees.Length; i++)
            degrees[i] += view.GetRun(start + i).Count;
    }
}
