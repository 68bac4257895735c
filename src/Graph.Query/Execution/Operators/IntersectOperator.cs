namespace Graph.Query.Execution;

/// <summary>One row for each pair of edges, from two bound nodes, that meet in one node.</summary>
internal sealed class IntersectOperator(Operator input, Intersection intersection, int toSlot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        using var marks = new MarkedRun(state.Store.NodeCount);
        foreach (var batch in input.Run(state, argument))
        {
            var meetings = new Meetings();
            var sink = MeetingSink.Create(intersection, state, batch, meetings);
            for (var row = 0; row < batch.Count; row++)
            {
                state.Check();
                if (!argument.IsDone(batch, row))
                    intersection.Meet(state, batch, row, marks, sink);
                if (meetings.Count < state.Sizes.LargestBatch)
                    continue;

                yield return Take(batch, meetings);
                meetings.Clear();
            }

            if (meetings.Count > 0)
                yield return Take(batch, meetings);
        }
    }

    private Batch Take(Batch batch, Meetings meetings)
    {
        var found = batch.Select([.. meetings.Rows]);
        found.Set(toSlot, new NodeColumn([.. meetings.Nodes]));
        if (intersection.First.EdgeSlot >= 0)
            found.Set(intersection.First.EdgeSlot, new EdgeColumn([.. meetings.FirstEdges]));
        if (intersection.Second.EdgeSlot >= 0)
            found.Set(intersection.Second.EdgeSlot, new EdgeColumn([.. meetings.SecondEdges]));
        return found;
    }
}
