using System.Diagnostics;
using Graph.Core;

namespace Graph.Core.Tests.Store;

public sealed class GraphFileKillTests
{
    private static readonly string[] Cities = ["Oslo", "Bergen"];

    public static GraphStore Build(int index) => StoreGen.Build(builder =>
    {
        for (var i = 0; i < 2000; i++)
            builder.AddNode(["City"], [new("name", Value.FromString($"{Cities[index]} {i}")), new("size", Value.FromInteger(i))]);
        for (var i = 0; i < 2000; i++)
            builder.AddEdge("NEAR", i, i * 7 % 2000, []);
    });

    /// <summary>The process is killed while it works on the step that it told last, wherever it is in it by then.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(19)]
    [InlineData(26)]
    public void KilledWriterLeavesAWholeGraphOrNone(int steps)
    {
        var folder = Directory.CreateTempSubdirectory("graph-file-kill-tests-").FullName;
        KillAfter(steps, folder);
        var graphs = Cities.Select((_, index) => StoreText.Write(Build(index))).ToArray();
        if (GraphFile.Exists(folder))
        {
            Assert.Empty(GraphFile.Check(folder));
            Assert.Contains(StoreText.Write(GraphFile.Open(folder)), graphs);
        }

        GraphFile.Write(Build(1), folder);
        Assert.Equal(graphs[1], StoreText.Write(GraphFile.Open(folder)));
        Directory.Delete(folder, recursive: true);
    }

    private static void KillAfter(int steps, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(GraphFileKillTests).Assembly.Location, folder])
        {
            RedirectStandardOutput = true
        };
        using var process = Process.Start(start)!;
        for (var i = 0; i < steps; i++)
            Assert.NotNull(process.StandardOutput.ReadLine());
        process.Kill();
        process.WaitForExit();
    }
}
