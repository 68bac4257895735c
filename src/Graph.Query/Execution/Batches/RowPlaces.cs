namespace Graph.Query.Execution;

/// <summary>The place of each row among all rows, in a subquery among those of its outer row.</summary>
internal abstract class RowPlaces
{
    public static RowPlaces Create(Argument argument) => argument.IsNumbered ? new OuterRowPlaces(argument) : new RowNumbers();

    /// <summary>The rows of the next batch whose places, from 0, are in a range.</summary>
    public abstract Batch Choose(Batch batch, long first, long end);
}

internal sealed class RowNumbers : RowPlaces
{
    private long next;

    public override Batch Choose(Batch batch, long first, long end)
    {
        var start = (int)Math.Clamp(first - next, 0, batch.Count);
        var stop = (int)Math.Clamp(end - next, start, batch.Count);
        next += batch.Count;
        if (start == 0 && stop == batch.Count)
            return batch;

        var rows = new int[stop - start];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = start + i;
        return batch.Select(rows);
    }
}

internal sealed class OuterRowPlaces(Argument argument) : RowPlaces
{
    private readonly long[] next = new long[argument.Rows.Count];

    public override Batch Choose(Batch batch, long first, long end)
    {
        var ordinals = argument.GetOrdinals(batch);
        var chosen = new int[batch.Count];
        var count = 0;
        for (var row = 0; row < chosen.Length; row++)
        {
            if (TakePlace(ordinals[row]) is var place && place >= first && place < end)
                chosen[count++] = row;
        }

        return count == batch.Count ? batch : batch.Select(chosen[..count]);
    }

    /// <summary>The place of the next row of an outer row.</summary>
    public long TakePlace(int ordinal) => next[ordinal - argument.FirstOrdinal]++;

    /// <summary>
    /// Whether every outer row has so many rows, or is answered; those that have are marked, so that nobody searches for more.
    /// </summary>
    public bool MarkAnswered(bool[] answered, long end)
    {
        var areAll = true;
        for (var i = 0; i < next.Length; i++)
        {
            var ordinal = argument.FirstOrdinal + i;
            answered[ordinal] |= next[i] >= end || argument.IsAnswered?[ordinal] == true;
            areAll &= answered[ordinal];
        }

        return areAll;
    }
}
