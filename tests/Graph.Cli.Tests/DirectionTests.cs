using Graph.Cli.Commands;
using Graph.Query.Tests.Architecture;

namespace Graph.Cli.Tests;

/// <summary>The architecture of the command: which folder may use which other.</summary>
public sealed class DirectionTests
{
    /// <summary>
    /// From the lowest room up: what a run of the command and the prompt share, the prompt, the commands that start it or do without.
    /// </summary>
    private static readonly string[] Rooms = ["Rendering", "Drawing", "Platform", "Sessions", "Repl", "Commands"];

    [Fact]
    public void RoomsUseThoseAboveThemInTheTable()
    {
        var violations = RoomUse.FindViolations(typeof(GraphProgram).Assembly, "Graph.Cli", Rooms);

        Assert.True(violations.Length == 0, string.Join('\n', violations));
    }
}
