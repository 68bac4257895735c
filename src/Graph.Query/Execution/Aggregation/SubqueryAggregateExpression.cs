namespace Graph.Query.Execution;

/// <summary>An aggregate over the rows of a subquery: they come for all outer rows together, and each outer row is a group.</summary>
internal sealed class SubqueryAggregateExpression(CompiledSubquery subquery, CompiledAggregate aggregate, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        if (subquery.IsBatched || batch.Count == 0)
            return Run(state, batch);

        // Nothing of an outer row is read, so that the first one's answer is that of all.
        var answer = Run(state, batch.Select([0]))[0];
        var answers = new Value[batch.Count];
        Array.Fill(answers, answer);
        return new ValueColumn(answers);
    }

    private Column Run(ExecutionState state, Batch batch)
    {
        var column = new AggregateColumn(aggregate, state);
        column.Resize(batch.Count);
        foreach (var result in subquery.Root.Run(state, subquery.CreateArgument(batch, new bool[batch.Count])))
            column.Add(result, subquery.GetOrdinals(result), default);
        return column.GetResults(0, batch.Count);
    }
}
