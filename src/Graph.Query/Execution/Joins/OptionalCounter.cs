using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>Counts the rows that an optional part makes of each row: one, of nulls, where it matches nothing.</summary>
/// <param name="weightSlot">How many rows a row of the part stands for; -1 for one.</param>
internal sealed class OptionalCounter(Operator inner, int weightSlot, int ordinalSlot) : RowCounter
{
    public override void Count(ExecutionState state, Batch batch, Span<long> counts)
    {
        foreach (var result in inner.Run(state, new Argument(OrdinalColumn.Number(batch, ordinalSlot))))
        {
            var ordinals = ((OrdinalColumn)result[ordinalSlot]).Ordinals;
            var weights = weightSlot < 0 ? default : ((CountColumn)result[weightSlot]).Counts;
            for (var row = 0; row < ordinals.Length; row++)
                counts[ordinals[row]] = Sums.Add(counts[ordinals[row]], weights.IsEmpty ? 1 : weights[row]);
        }

        foreach (ref var count in counts)
            count = Math.Max(1, count);
    }
}

/// <summary>Nulls under some slots, in columns of the kind that other rows have there.</summary>
internal sealed class NullsOperator(Operator input, ImmutableArray<(int Slot, TypeKind Kind)> nulls) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            var extended = batch.Extend();
            foreach (var (slot, kind) in nulls)
                extended.Set(slot, NullColumns.Create(kind, batch.Count));
            yield return extended;
        }
    }
}
