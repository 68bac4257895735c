namespace Graph.Query;

/// <param name="Timeout">From the beginning of the call that has it.</param>
/// <param name="MaximumMemory">In bytes, of what the query itself holds; while it is prepared, of all that is allocated for it.</param>
public sealed record QueryLimits(TimeSpan? Timeout = null, long? MaximumMemory = null)
{
    /// <summary>Where the run tells what it is busy with; null where nobody asks.</summary>
    public QueryActivity? Activity { get; init; }

    /// <summary>Of the time, what preparing the query took already.</summary>
    internal TimeSpan Spent { get; init; }
}

/// <summary>What a running query is busy with, for whoever waits for it; written now and then, on several threads.</summary>
public sealed class QueryActivity
{
    private long walks;
    private int longestWalk;

    /// <summary>Paths of variable length found so far.</summary>
    public long Walks => Interlocked.Read(ref walks);

    /// <summary>The relations of the longest path tried so far.</summary>
    public int LongestWalk => Volatile.Read(ref longestWalk);

    internal void AddWalks(long found, int longest)
    {
        Interlocked.Add(ref walks, found);
        if (longest > LongestWalk)
            Volatile.Write(ref longestWalk, longest);
    }
}
