using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Running;

/// <summary>
/// Tells an input that takes much longer than any should. Processor time counts, so that a busy machine is no finding; whoever owns the
/// watchdog decides what happens then, as no thread can be stopped.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Timer timer;
    private readonly TimeSpan limit;
    private readonly Action<string, int, FuzzInput> tell;
    private Current? current;

    /// <param name="tell">Called on another thread, once for an input.</param>
    public Watchdog(TimeSpan limit, Action<string, int, FuzzInput> tell)
    {
        this.limit = limit;
        this.tell = tell;
        timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    public void Start(string entry, int seed, FuzzInput input) =>
        Volatile.Write(ref current, new Current(entry, seed, input, Environment.CpuUsage.TotalTime));

    public void Stop() => Volatile.Write(ref current, null);

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (Volatile.Read(ref current) is { } running && Environment.CpuUsage.TotalTime - running.Started > limit
            && Interlocked.CompareExchange(ref current, null, running) == running)
            tell(running.Entry, running.Seed, running.Input);
    }

    private sealed record Current(string Entry, int Seed, FuzzInput Input, TimeSpan Started);
}
