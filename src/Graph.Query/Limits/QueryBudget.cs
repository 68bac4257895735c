using System.Diagnostics;

namespace Graph.Query;

/// <summary>What one run of a query may still use. Operators, functions and procedures all ask here, on several threads.</summary>
internal sealed class QueryBudget(QueryLimits limits, CancellationToken cancellation)
{
    /// <summary>How many cheap steps a loop may take between two calls of <see cref="Check"/>.</summary>
    public const int CheckInterval = 4096;

    /// <summary>In bytes: no single value becomes larger, also where no limit was given.</summary>
    private const long LargestValue = 1L << 29;

    private readonly long started = Stopwatch.GetTimestamp();
    private long memory;
    private long allocated;

    /// <summary>Rows handed to the caller so far.</summary>
    public long RowCount { get; set; }

    /// <summary>Where to tell what the query is busy with; null where nobody asks.</summary>
    public QueryActivity? Activity => limits.Activity;

    /// <summary>Stops the query where the caller cancelled it or its time is over.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="QueryException">The time is over.</exception>
    public void Check()
    {
        cancellation.ThrowIfCancellationRequested();
        if (limits.Timeout is { } timeout && limits.Spent + Stopwatch.GetElapsedTime(started) > timeout)
            throw LimitErrors.Reached(LimitErrors.Describe(timeout), RowCount);
    }

    /// <summary>All bytes that were counted so far, whether they are still held or not.</summary>
    public long Allocated => Interlocked.Read(ref allocated);

    /// <summary>Counts bytes that the query holds on to, beyond the batch it works on.</summary>
    /// <exception cref="QueryException">The memory limit is reached.</exception>
    public void Allocate(long bytes)
    {
        if (bytes > 0)
            Interlocked.Add(ref allocated, bytes);
        if (Interlocked.Add(ref memory, bytes) > limits.MaximumMemory)
            throw OutOfMemory(limits.MaximumMemory.Value);
    }

    public void Release(long bytes) => Interlocked.Add(ref memory, -bytes);

    /// <summary>Asks for the bytes of one value before it is made; they are not counted any further.</summary>
    /// <exception cref="QueryException">The value would not fit.</exception>
    public void Require(long bytes)
    {
        if (Interlocked.Read(ref memory) + bytes > limits.MaximumMemory)
            throw OutOfMemory(limits.MaximumMemory.Value);
        if (bytes > LargestValue)
            throw OutOfMemory(LargestValue);
    }

    private QueryException OutOfMemory(long limit) =>
        LimitErrors.Reached(LimitErrors.Describe(limit), RowCount);
}
