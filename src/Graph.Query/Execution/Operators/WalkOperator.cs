namespace Graph.Query.Execution;

/// <summary>One row for every walk from a bound node: <c>-[*1..3]-></c>. A list that is bound already must be such a walk.</summary>
internal sealed class WalkOperator(Operator input, WalkRule rule, int fromSlot, int listSlot, bool isListBound, int toSlot, bool isInto)
    : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var size = new BatchSize(state.Sizes);
        foreach (var batch in input.Run(state, argument))
        {
            var output = new WalkBuffer(size.Next());
            for (var row = 0; row < batch.Count; row++)
            {
                state.Check();
                var from = batch[fromSlot].GetNodes(batch.Count)[row];
                if (from < 0)
                    continue;

                foreach (var (end, list) in isListBound ? CheckList(state, batch, row, from) : Search(state, batch, row, from))
                {
                    if (argument.IsDone(batch, row))
                        break;
                    if (isInto && GetBound(batch, row) != end)
                        continue;

                    output.Add(row, end, list);
                    if (!output.IsFull)
                        continue;

                    yield return output.Take(batch, isListBound ? -1 : listSlot, isInto ? -1 : toSlot);
                    output = new WalkBuffer(size.Next());
                }
            }

            if (output.Count > 0)
                yield return output.Take(batch, isListBound ? -1 : listSlot, isInto ? -1 : toSlot);
        }
    }

    private int GetBound(Batch batch, int row) => batch[toSlot].GetNodes(batch.Count)[row];

    private IEnumerable<(int End, Value List)> Search(ExecutionState state, Batch batch, int row, int from)
    {
        var search = new WalkSearch(state, batch, row, rule);
        search.Start(from);
        while (search.MoveNext())
            yield return (search.End, listSlot < 0 ? Value.Null : CreateList(search.Edges));
    }

    private Value CreateList(ReadOnlySpan<int> edges)
    {
        var items = new Value[edges.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = Value.FromEdge(edges[rule.IsReversed ? edges.Length - 1 - i : i]);
        return Value.FromList(new ListValue(items));
    }

    private IEnumerable<(int End, Value List)> CheckList(ExecutionState state, Batch batch, int row, int from)
    {
        var value = batch[listSlot][row];
        if (value.IsNull)
            return [];
        if (value.Kind != ValueKind.List)
            throw RuntimeErrors.WrongKind("A relation pattern", value.Kind);

        var end = new BoundWalk(state, batch, row, rule).FindEnd(from, value.AsList());
        return end < 0 ? [] : [(end, value)];
    }
}
