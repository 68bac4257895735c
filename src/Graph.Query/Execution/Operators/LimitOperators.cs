namespace Graph.Query.Execution;

internal sealed class SkipOperator(Operator input, CompiledExpression count) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var left = RowCount.Evaluate(state, argument, count, "SKIP");
        foreach (var batch in input.Run(state, argument))
        {
            if (left >= batch.Count)
            {
                left -= batch.Count;
                continue;
            }

            yield return left == 0 ? batch : batch.Select(Rows((int)left, batch.Count));
            left = 0;
        }
    }

    private static int[] Rows(int start, int end)
    {
        var rows = new int[end - start];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = start + i;
        return rows;
    }
}

internal sealed class LimitOperator(Operator input, CompiledExpression count) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var left = RowCount.Evaluate(state, argument, count, "LIMIT");
        if (left == 0)
            yield break;

        foreach (var batch in input.Run(state, argument))
        {
            if (batch.Count >= left)
            {
                var rows = new int[left];
                for (var i = 0; i < rows.Length; i++)
                    rows[i] = i;
                yield return batch.Count == left ? batch : batch.Select(rows);
                yield break;
            }

            left -= batch.Count;
            yield return batch;
        }
    }
}
