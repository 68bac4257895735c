using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>The rows of the inner pipeline, and for each input row without any, one row with nulls, at its place in the order.</summary>
internal sealed class OptionalOperator(
    Operator input, Operator inner, ImmutableArray<(int Slot, TypeKind Kind)> variables, int ordinalSlot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var next = 0;
            foreach (var result in inner.Run(state, new Argument(OrdinalColumn.Number(batch, ordinalSlot))))
            {
                if (result.Count == 0)
                    continue;

                yield return Merge(batch, result, ref next);
            }

            if (next < batch.Count)
                yield return CreateNulls(batch, next);
        }
    }

    /// <param name="next">The first input row that has neither matched nor been given up.</param>
    private Batch Merge(Batch batch, Batch result, ref int next)
    {
        var ordinals = ((OrdinalColumn)result[ordinalSlot]).Ordinals;
        var rows = new List<int>(result.Count);
        var positions = new List<int>(result.Count);
        for (var position = 0; position < ordinals.Length; position++)
        {
            for (; next < ordinals[position]; next++)
            {
                rows.Add(next);
                positions.Add(-1);
            }

            next = ordinals[position] + 1;
            rows.Add(ordinals[position]);
            positions.Add(position);
        }

        var merged = batch.Select([.. rows]);
        int[] gathered = [.. positions];
        var hasNulls = gathered.Length > ordinals.Length;
        foreach (var (slot, _) in variables)
            merged.Set(slot, hasNulls ? result[slot].GatherOrNull(gathered) : result[slot]);
        return merged;
    }

    private Batch CreateNulls(Batch batch, int next)
    {
        var rows = new int[batch.Count - next];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = next + i;

        var nulls = batch.Select(rows);
        foreach (var (slot, kind) in variables)
            nulls.Set(slot, NullColumns.Create(kind, nulls.Count));
        return nulls;
    }
}
