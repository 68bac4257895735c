namespace Graph.Query.Execution;

/// <summary>The first branch whose condition is true; a branch is evaluated only for the rows that reach it.</summary>
internal sealed class CaseExpression(
    ImmutableArray<(CompiledExpression When, CompiledExpression Then)> branches, CompiledExpression? otherwise, TextSpan span)
    : CompiledExpression(span)
{
    private readonly Value[]? choices = branches.All(branch => branch.Then is ConstantExpression) && otherwise is ConstantExpression or null
        ? [
            Value.Null,
            .. branches.Select(branch => ((ConstantExpression)branch.Then).Value),
            (otherwise as ConstantExpression)?.Value ?? Value.Null
        ]
        : null;

    protected override Column Compute(ExecutionState state, Batch batch) =>
        choices is null ? ComputeValues(state, batch) : ComputeChoices(state, batch, choices);

    /// <summary>Where every branch is a constant, it is enough to say which one.</summary>
    private NumberedColumn ComputeChoices(ExecutionState state, Batch batch, Value[] constants)
    {
        var numbers = new int[batch.Count];
        var rows = new int[batch.Count];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = row;

        for (var branch = 0; branch < branches.Length && rows.Length > 0; branch++)
        {
            var (taken, left) = Split(rows, branches[branch].When.EvaluateTruths(state, batch.Select(rows), "CASE"));
            foreach (var row in taken)
                numbers[row] = branch + 1;
            rows = left;
        }

        foreach (var row in rows)
            numbers[row] = constants.Length - 1;
        return new NumberedColumn(numbers, constants, this);
    }

    private Column ComputeValues(ExecutionState state, Batch batch)
    {
        var values = new Value[batch.Count];
        var rows = new int[batch.Count];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = row;

        foreach (var (when, then) in branches)
        {
            if (rows.Length == 0)
                return ValueColumn.Create(values);

            var (taken, left) = Split(rows, when.EvaluateTruths(state, batch.Select(rows), "CASE"));
            Fill(state, batch, values, taken, then);
            rows = left;
        }

        if (otherwise is not null)
            Fill(state, batch, values, rows, otherwise);
        return ValueColumn.Create(values);
    }

    private static void Fill(ExecutionState state, Batch batch, Value[] values, int[] rows, CompiledExpression expression)
    {
        if (rows.Length == 0)
            return;

        var column = expression.Evaluate(state, batch.Select(rows));
        for (var i = 0; i < rows.Length; i++)
            values[rows[i]] = column[i];
    }

    private static (int[] Taken, int[] Left) Split(int[] rows, ReadOnlySpan<Truth> truths)
    {
        var taken = new List<int>();
        var left = new List<int>();
        for (var i = 0; i < rows.Length; i++)
            (truths[i] == Truth.True ? taken : left).Add(rows[i]);
        return ([.. taken], [.. left]);
    }
}
