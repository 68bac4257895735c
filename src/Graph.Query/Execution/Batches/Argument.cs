namespace Graph.Query.Execution;

/// <summary>
/// The rows that a pipeline starts from: one empty row for a query, the outer rows for a subquery. A subquery that runs for many outer
/// rows at once carries each row's number in <paramref name="OrdinalSlot"/>; rows whose answer is known are marked, so that searches skip them.
/// </summary>
internal sealed record Argument(Batch Rows, int OrdinalSlot = -1, bool[]? IsAnswered = null)
{
    /// <summary>The rows that one of several cores has been dealt, below a <see cref="GatherOperator"/>.</summary>
    public IEnumerable<Batch> Chunk { get; init; } = [];

    /// <summary>For each row of the batch, whether nobody wants more rows from it; empty where the subquery wants all rows.</summary>
    public bool IsDone(Batch batch, int row) => IsAnswered is not null && IsAnswered[((OrdinalColumn)batch[OrdinalSlot]).Ordinals[row]];

    /// <summary>A batch for rows that are made anew, such as groups; a subquery's outer variables keep their value, as it runs for one row.</summary>
    public Batch CreateInner(int count, int[] outerSlots)
    {
        var batch = Batch.Create(Rows.SlotCount, count);
        foreach (var slot in outerSlots)
            batch.Set(slot, new ConstantColumn(Rows[slot][0]));
        return batch;
    }
}
