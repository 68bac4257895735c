using System.Diagnostics;

namespace Graph.Query.Execution;

/// <summary>What one run of a query shares between its operators: the store, the parameters, and the limits.</summary>
internal sealed class ExecutionState(EvaluationContext context, SourceText source, QueryLimits limits)
{
    /// <summary>How many cheap steps a loop may take between two calls of <see cref="Check"/>.</summary>
    public const int CheckInterval = 4096;

    private readonly long started = Stopwatch.GetTimestamp();
    private long memory;

    public EvaluationContext Context => context;

    public GraphStore Store => context.Store;

    public SourceText Source => source;

    /// <summary>Rows handed to the caller so far.</summary>
    public long RowCount { get; set; }

    /// <summary>Stops the query where the caller cancelled it or its time is over.</summary>
    public void Check()
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (limits.Timeout is { } timeout && Stopwatch.GetElapsedTime(started) > timeout)
            throw RuntimeErrors.LimitReached(string.Create(null, $"time limit of {timeout.TotalSeconds} s"), RowCount);
    }

    /// <summary>Counts bytes that the query holds on to, beyond the batch it works on.</summary>
    public void Allocate(long bytes)
    {
        memory += bytes;
        if (memory > limits.MaximumMemory)
            throw RuntimeErrors.LimitReached($"memory limit of {limits.MaximumMemory} bytes", RowCount);
    }

    public void Release(long bytes) => memory -= bytes;
}
