namespace Graph.Query.Execution;

/// <summary>The rows behind the first ones, in a subquery of each outer row.</summary>
internal sealed class SkipOperator(Operator input, CompiledExpression count) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var skipped = RowCount.Evaluate(state, argument, count, "SKIP");
        var places = RowPlaces.Create(argument);
        foreach (var batch in input.Run(state, argument))
        {
            if (places.Choose(batch, skipped, long.MaxValue) is { Count: > 0 } chosen)
                yield return chosen;
        }
    }
}

/// <summary>The first rows, in a subquery of each outer row.</summary>
internal sealed class LimitOperator(Operator input, CompiledExpression count) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var limit = RowCount.Evaluate(state, argument, count, "LIMIT");
        if (limit == 0)
            return [];
        return argument.IsNumbered ? LimitEach(state, argument, limit) : LimitAll(state, argument, limit);
    }

    private IEnumerable<Batch> LimitAll(ExecutionState state, Argument argument, long limit)
    {
        var places = new RowNumbers();
        var left = limit;
        foreach (var batch in input.Run(state, argument))
        {
            var chosen = places.Choose(batch, 0, limit);
            if (chosen.Count > 0)
                yield return chosen;
            left -= chosen.Count;
            if (left == 0)
                yield break;
        }
    }

    /// <summary>
    /// Steps below skip an outer row that has its rows; those above still go on with them, so that the marks are not theirs.
    /// </summary>
    private IEnumerable<Batch> LimitEach(ExecutionState state, Argument argument, long limit)
    {
        var places = new OuterRowPlaces(argument);
        var answered = new bool[argument.FirstOrdinal + argument.Rows.Count];
        foreach (var batch in input.Run(state, argument with { IsAnswered = answered }))
        {
            var chosen = places.Choose(batch, 0, limit);
            var areAll = places.MarkAnswered(answered, limit);
            if (chosen.Count > 0)
                yield return chosen;
            if (areAll)
                yield break;
        }
    }
}
