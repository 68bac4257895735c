namespace Graph.Query.Execution;

/// <summary>One row for every walk from a bound node: <c>-[*1..3]-></c>.</summary>
/// <param name="listSlot">Where the list of edges goes; negative where nobody reads it.</param>
internal sealed class WalkOperator(Operator input, WalkRule rule, int fromSlot, int listSlot, int toSlot, bool isInto) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var size = new BatchSize(state.Sizes);
        var tests = new EdgeTests(state, rule);
        foreach (var batch in input.Run(state, argument))
        {
            var search = new WalkSearch(state, batch, rule, tests);
            var output = CreateBuffer(size.Next());
            for (var row = 0; row < batch.Count; row++)
            {
                state.Check();
                search.Start(row, batch[fromSlot].GetNodes(batch.Count)[row]);
                while (!argument.IsDone(batch, row) && search.MoveNext())
                {
                    if (isInto && batch[toSlot].GetNodes(batch.Count)[row] != search.End)
                        continue;

                    output.Add(row, search.End, search.Edges, rule.IsReversed);
                    if (!output.IsFull)
                        continue;

                    yield return output.Take(batch);
                    output = CreateBuffer(size.Next());
                }
            }

            if (output.Count > 0)
                yield return output.Take(batch);
        }

        tests.Release();
    }

    private WalkBuffer CreateBuffer(int capacity) => new(capacity, listSlot, isInto ? -1 : toSlot);
}

/// <summary>The rows whose list of edges is a walk from their node.</summary>
internal sealed class BoundWalkOperator(Operator input, WalkRule rule, int fromSlot, int listSlot, int toSlot, bool isInto) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            var output = new WalkBuffer(batch.Count, listSlot: -1, isInto ? -1 : toSlot);
            for (var row = 0; row < batch.Count; row++)
            {
                state.Check();
                var end = argument.IsDone(batch, row) ? -1 : FindEnd(state, batch, row);
                if (end >= 0 && !(isInto && batch[toSlot].GetNodes(batch.Count)[row] != end))
                    output.Add(row, end, [], rule.IsReversed);
            }

            if (output.Count > 0)
                yield return output.Take(batch);
        }
    }

    /// <summary>Where the walk ends; -1 where the list is none.</summary>
    private int FindEnd(ExecutionState state, Batch batch, int row)
    {
        var from = batch[fromSlot].GetNodes(batch.Count)[row];
        var list = batch[listSlot][row];
        if (from < 0 || list.IsNull)
            return -1;
        if (list.Kind != ValueKind.List)
            throw RuntimeErrors.WrongKind("A relation pattern", list.Kind);
        return new BoundWalk(state, batch, row, rule).FindEnd(from, list.AsList());
    }
}
