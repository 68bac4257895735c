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
        foreach (var exclusion in exclusions)
            Exclude(state, batch, exclusion, counts);
    }

    public void Prepare(ExecutionState state, Argument argument) => GetTable(state, argument.Rows.SlotCount);

    private MatchTable GetTable(ExecutionState state, int slotCount) => state.Share(this, () =>
        MatchTable.Create(state, inner.Run(state, new Argument(Batch.Create(slotCount, 1))), match, innerWeightSlot));

    private void Exclude(ExecutionState state, Batch batch, Operator exclusion, Span<long> counts)
    {
        foreach (var excluded in exclusion.Run(state, new Argument(OrdinalColumn.Number(batch, ordinalSlot), ordinalSlot)))
        {
            foreach (var row in ((OrdinalColumn)excluded[ordinalSlot]).Ordinals)
                counts[row]--;
        }
    }
}
