using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>How the rows of two parts are matched.</summary>
/// <param name="Comparisons">How values of the outer row must stand to the inner one: none, one, or two.</param>
/// <param name="Inner">The inner value that is compared; null where keys are all.</param>
internal sealed record CompiledMatch(
    ImmutableArray<CompiledExpression> OuterKeys,
    ImmutableArray<CompiledExpression> InnerKeys,
    ImmutableArray<(ComparisonOperator Operator, CompiledExpression Outer)> Comparisons,
    CompiledExpression? Inner);

/// <summary>Counts the rows of a plan, which runs once, that match each row.</summary>
/// <param name="exclusions">Make the rows that must be taken off again.</param>
internal sealed class MatchCounter(
    Operator inner, CompiledMatch match, int innerWeightSlot, ImmutableArray<Operator> exclusions, int ordinalSlot) : RowCounter, IShared
{
    public override void Count(ExecutionState state, Batch batch, Span<long> counts)
    {
        var table = GetTable(state, batch.SlotCount);
        if (table.IsEmpty)
            return;

        table.Count(state, batch, match, counts);
        if (exclusions.IsEmpty || FindMatched(counts) is not { Length: > 0 } matched)
            return;

        var rows = OrdinalColumn.Number(batch.Select(matched), ordinalSlot);
        foreach (var exclusion in exclusions)
            Exclude(state, rows, exclusion, matched, counts);
    }

    public void Prepare(ExecutionState state, Argument argument) => GetTable(state, argument.Rows.SlotCount);

    private MatchTable GetTable(ExecutionState state, int slotCount) => state.Share(this, () =>
        MatchTable.Create(state, inner.Run(state, new Argument(Batch.Create(slotCount, 1))), match, innerWeightSlot));

    /// <summary>The rows that match anything: from the others nothing can be taken off.</summary>
    private static int[] FindMatched(ReadOnlySpan<long> counts)
    {
        var matched = new int[counts.Length - counts.Count(0)];
        for (int row = 0, next = 0; next < matched.Length; row++)
        {
            if (counts[row] != 0)
                matched[next++] = row;
        }

        return matched;
    }

    private void Exclude(ExecutionState state, Batch rows, Operator exclusion, int[] matched, Span<long> counts)
    {
        foreach (var excluded in exclusion.Run(state, new Argument(rows, ordinalSlot)))
        {
            foreach (var row in ((OrdinalColumn)excluded[ordinalSlot]).Ordinals)
                counts[matched[row]]--;
        }
    }
}
