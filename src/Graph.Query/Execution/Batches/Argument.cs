namespace Graph.Query.Execution;

/// <summary>
/// The rows that a pipeline starts from: one empty row for a query, the outer rows for a subquery. A subquery runs for many outer rows at
/// once: each row carries the number of its outer row in <paramref name="OrdinalSlot"/>, and steps that group, sort or limit do so for
/// each outer row. Outer rows whose answer is known are marked, so that searches skip them.
/// </summary>
internal sealed record Argument(Batch Rows, int OrdinalSlot = -1, bool[]? IsAnswered = null)
{
    /// <summary>The rows that one of several cores has been dealt, below a <see cref="GatherOperator"/>.</summary>
    public IEnumerable<Batch> Chunk { get; init; } = [];

    /// <summary>The number of the first outer row; the others follow it.</summary>
    public int FirstOrdinal { get; init; }

    /// <summary>The rows belong to outer rows, which have numbers.</summary>
    public bool IsNumbered => OrdinalSlot >= 0;

    /// <summary>The numbers of a batch's outer rows.</summary>
    public ReadOnlySpan<int> GetOrdinals(Batch batch) => ((OrdinalColumn)batch[OrdinalSlot]).Ordinals;

    /// <summary>For each row of the batch, whether nobody wants more rows from it; empty where the subquery wants all rows.</summary>
    public bool IsDone(Batch batch, int row) => IsAnswered is not null && IsAnswered[GetOrdinals(batch)[row]];

    /// <summary>Gives rows that were made anew, such as groups, the variables of their outer rows.</summary>
    public void AddOuter(Batch batch, int[] outerSlots)
    {
        if (outerSlots.Length == 0)
            return;

        var rows = GetOuterRows(batch);
        foreach (var slot in outerSlots)
            batch.Set(slot, Rows[slot].Gather(rows));
    }

    private int[] GetOuterRows(Batch batch)
    {
        var rows = new int[batch.Count];
        if (IsNumbered)
        {
            var ordinals = GetOrdinals(batch);
            for (var row = 0; row < rows.Length; row++)
                rows[row] = ordinals[row] - FirstOrdinal;
        }

        return rows;
    }
}
