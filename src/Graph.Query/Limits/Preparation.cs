using System.Diagnostics;

namespace Graph.Query;

/// <summary>
/// Holds what is done before the first row (reading, binding, planning, compiling) to the limits of the query. All of it happens on the
/// thread that asked, in very many small functions; so the budget belongs to that thread for the time, instead of being a parameter of
/// each. Whatever walks a text, a tree or a plan counts its steps here.
/// </summary>
internal sealed class Preparation : IDisposable
{
    /// <summary>How many steps pass between two looks at the limits; the dearest of them takes some microseconds.</summary>
    private const int CheckInterval = 128;

    [ThreadStatic]
    private static Preparation? current;

    [ThreadStatic]
    private static int untilCheck;

    private readonly Preparation? outer = current;
    private readonly QueryLimits limits;
    private readonly CancellationToken cancellation;
    private readonly TimeSpan spent;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();

    private Preparation(QueryLimits limits, TimeSpan spent, CancellationToken cancellation)
    {
        this.limits = limits;
        this.cancellation = cancellation;
        this.spent = spent;
    }

    /// <summary>The time that went into the statement so far.</summary>
    public TimeSpan Elapsed => spent + Stopwatch.GetElapsedTime(started);

    /// <summary>Holds this thread to the limits until the result is disposed.</summary>
    /// <param name="spent">What an earlier step of the same statement took.</param>
    public static Preparation Begin(QueryLimits limits, CancellationToken cancellation, TimeSpan spent = default) =>
        current = new Preparation(limits, spent, cancellation);

    /// <summary>One step of a walk, of at most some microseconds, or several such.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="QueryException">The time is over, or more was allocated than the query may hold.</exception>
    public static void Count(int steps = 1)
    {
        untilCheck -= steps;
        if (untilCheck < 0)
            Look();
    }

    public void Dispose() => current = outer;

    private static void Look()
    {
        untilCheck = CheckInterval;
        current?.Check();
    }

    private void Check()
    {
        cancellation.ThrowIfCancellationRequested();
        if (limits.Timeout is { } timeout && Elapsed > timeout)
            throw LimitErrors.ReachedEarly(LimitErrors.Describe(timeout));

        // Nearly all that is made here is a part of the trees that are kept.
        if (limits.MaximumMemory is { } most && GC.GetAllocatedBytesForCurrentThread() - allocatedBefore > most)
            throw LimitErrors.ReachedEarly(LimitErrors.Describe(most));
    }
}
