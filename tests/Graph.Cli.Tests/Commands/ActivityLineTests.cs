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
        var line = new ActivityLine(terminal, time, () => null);
        using (line.Begin(new QueryActivity()))
            time.Tick();
        time.Tick();
        Assert.Equal("\r\e[2K0 s; Ctrl-C stops\r\e[2K", terminal.ToString());
    }

    /// <summary>A query waits as long as its rows are read in a pager.</summary>
    [Fact]
    public void NothingIsToldWhileAnotherProgramHasTheTerminal()
    {
        var line = new ActivityLine(terminal, time, () => null);
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
}
