namespace Graph.Cli.Tests;

/// <summary>A clock that stands still, and timers that run when they are told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> timers = [];

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        timers.Add(new ManualTimer(callback));
        return timers[^1];
    }

    public void Tick()
    {
        foreach (var timer in timers)
            timer.Run();
    }
}

internal sealed class ManualTimer(TimerCallback callback) : ITimer
{
    private bool isOver;

    public void Run()
    {
        if (!isOver)
            callback(null);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => true;

    public void Dispose() => isOver = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
