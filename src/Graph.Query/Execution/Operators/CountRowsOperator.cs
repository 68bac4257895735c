namespace Graph.Query.Execution;

/// <summary>Each row with the number of rows that a step would make of it, none of which is made.</summary>
/// <param name="weightSlot">How many rows an input row stands for already; -1 for one.</param>
internal sealed class CountRowsOperator(Operator input, RowCounter counter, int countSlot, int weightSlot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var counts = new long[batch.Count];
            counter.Count(state, batch, counts);
            if (weightSlot >= 0)
                Multiply(counts, ((CountColumn)batch[weightSlot]).Counts);
            var kept = Keep(batch, counts);
            if (kept.Count > 0)
                yield return kept;
        }
    }

    private static void Multiply(long[] counts, ReadOnlySpan<long> weights)
    {
        for (var row = 0; row < counts.Length; row++)
        {
            var product = (Int128)counts[row] * weights[row];
            counts[row] = product <= long.MaxValue ? (long)product : throw RuntimeErrors.Overflow("count");
        }
    }

    /// <summary>The rows that the step makes anything of.</summary>
    private Batch Keep(Batch batch, long[] counts)
    {
        var rows = new int[counts.Length - counts.AsSpan().Count(0)];
        var kept = new long[rows.Length];
        for (int row = 0, next = 0; next < rows.Length; row++)
        {
            if (counts[row] == 0)
                continue;
            rows[next] = row;
            kept[next++] = counts[row];
        }

        var counted = rows.Length == batch.Count ? batch.Extend() : batch.Select(rows);
        counted.Set(countSlot, new CountColumn(kept));
        return counted;
    }
}

/// <summary>Tells how many rows a step would make of each row.</summary>
internal abstract class RowCounter
{
    public abstract void Count(ExecutionState state, Batch batch, Span<long> counts);
}

/// <summary>A step that makes the same of every row, as a scan does.</summary>
internal sealed class ConstantRowCounter(long count) : RowCounter
{
    public override void Count(ExecutionState state, Batch batch, Span<long> counts) => counts.Fill(count);
}

internal sealed class IntersectRowCounter(Intersection intersection) : RowCounter
{
    public override void Count(ExecutionState state, Batch batch, Span<long> counts)
    {
        using var marks = new MarkedRun(state.Store.NodeCount);
        var sink = MeetingSink.Create(intersection, state, batch, meetings: null);
        for (var row = 0; row < counts.Length; row++)
        {
            if (!intersection.IsRepeated(batch, row))
                intersection.Meet(state, batch, row, marks, sink);
            counts[row] = sink.Count;
        }
    }
}
