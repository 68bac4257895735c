using Graph.Cli.Commands;
using Graph.Cli.Sessions;
using Graph.Query;

namespace Graph.Cli.Tests.Commands;

public sealed class ActivityLineTests
{
    private readonly StringWriter terminal = new();
    private readonly ManualTime time = new();

    [Fact]
    public void ALongQueryIsToldAndTheLineIsTakenAway()
    {
        var line = new ActivityLine(terminal, time);
        using (line.Begin(new QueryActivity()))
            time.Tick();
        time.Tick();
        Assert.Equal("\r\e[2K0 s; Ctrl-C stops\r\e[2K", terminal.ToString());
    }

    /// <summary>A query waits as long as its rows are read in a pager.</summary>
    [Fact]
    public void NothingIsToldWhileAnotherProgramHasTheTerminal()
    {
        var line = new ActivityLine(terminal, time);
        using (line.Begin(new QueryActivity()))
        {
            line.Leave();
            time.Tick();
        }

        Assert.Equal("", terminal.ToString());
        using (line.Begin(new QueryActivity()))
            time.Tick();
        Assert.Contains("Ctrl-C stops", terminal.ToString());
    }

    /// <summary>A clock that stands still, and timers that run when they are told to.</summary>
    private sealed class ManualTime : TimeProvider
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

    private sealed class ManualTimer(TimerCallback callback) : ITimer
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
}
