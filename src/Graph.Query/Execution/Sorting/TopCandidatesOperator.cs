namespace Graph.Query.Execution;

/// <summary>Drops the rows that come behind the last one that a top above has kept so far, by its first keys.</summary>
internal sealed class TopCandidatesOperator(Operator input, ImmutableArray<CompiledSortItem> items, object mark) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var last = LastKeys.Of(state, mark);
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var kept = last.Keys is { } keys ? Keep(batch, FindDropped(state, batch, keys, 0)) : batch;
            if (kept.Count > 0)
                yield return kept;
        }
    }

    /// <summary>The rows that come behind by the keys from one on.</summary>
    private Truth[] FindDropped(ExecutionState state, Batch batch, Value[] keys, int first)
    {
        var (expression, isDescending) = items[first];
        var column = expression.Evaluate(state, batch);
        var isWorse = KeyTests.TestWorse(column, isDescending, keys[first], batch.Count);
        if (first + 1 == items.Length || Array.TrueForAll(isWorse, truth => truth == Truth.True))
            return isWorse;

        var equal = FindEqual(isWorse, KeyTests.TestNotBetter(column, isDescending, keys[first], batch.Count));
        if (equal.Length == 0)
            return isWorse;

        // Only rows that are equal to the last one by the keys before are told apart by the next.
        var isEqualWorse = FindDropped(state, batch.Select(equal), keys, first + 1);
        for (var i = 0; i < equal.Length; i++)
            isWorse[equal[i]] = isEqualWorse[i];
        return isWorse;
    }

    private static int[] FindEqual(Truth[] isWorse, Truth[] isNotBetter)
    {
        var rows = new List<int>();
        for (var row = 0; row < isWorse.Length; row++)
        {
            if (isWorse[row] == Truth.False && isNotBetter[row] == Truth.True)
                rows.Add(row);
        }

        return [.. rows];
    }

    private static Batch Keep(Batch batch, Truth[] isDropped)
    {
        var rows = new int[batch.Count];
        var count = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            rows[count] = row;
            count += isDropped[row] == Truth.True ? 0 : 1;
        }

        return count == rows.Length ? batch : batch.Select(rows[..count]);
    }
}
