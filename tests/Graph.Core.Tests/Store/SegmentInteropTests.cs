using System.Diagnostics;
using Graph.Core;
using Graph.Core.Tests.Values;
using Graph.Testing;

namespace Graph.Core.Tests.Store;

/// <summary>
/// What Arrow for JavaScript reads in the segments. It is looked for where <c>GRAPH_NODE_MODULES</c> points, a folder with
/// <c>apache-arrow</c> in it.
/// </summary>
public sealed class SegmentInteropTests
{
    [SkippableFact]
    public void OtherImplementationsOfArrowReadTheColumns()
    {
        var modules = Environment.GetEnvironmentVariable("GRAPH_NODE_MODULES");
        Skip.IfNot(
            modules is not null && Directory.Exists(Path.Combine(modules, "apache-arrow")),
            "Set GRAPH_NODE_MODULES to a folder that has apache-arrow (npm).");
        var graph = Directory.CreateTempSubdirectory("segment-interop-tests-").FullName;
        GraphFile.Write(Build(), graph);
        Verifier.Verify(Read(modules!, graph));
        Directory.Delete(graph, recursive: true);
    }

    private static GraphStore Build() => StoreGen.Build(builder =>
    {
        var anna = builder.AddNode(["Person", "Actor"], [
            new("name", Value.FromString("Anna")), new("age", Value.FromInteger(-7)), new("height", Value.FromFloat(1.5)),
            new("alive", Value.True)]);
        var bert = builder.AddNode(["Person", "Actor"], [
            new("name", Value.FromString("Bért")), new("country", Value.FromString("BE")),
            new("aliases", Value.FromList(Value.FromString("B."), Value.FromString("Bertje")))]);
        var carl = builder.AddNode(["Person", "Actor"], [new("country", Value.FromString("BE")), new("odd", Value.FromInteger(300))]);
        builder.AddNode(
            ["Person", "Actor"],
            [new("country", Value.FromString("AT")), new("odd", Value.FromString("mixed")),
                new("born", Value.FromDate(ValueGen.Parse("1990-02")))]);
        var article = builder.AddNode(["Article"], [new("published", Value.FromDate(ValueGen.Parse("2022-01/2022-03")))]);
        builder.SetText(article, "Anna kent Bért. 😀", [new TextSpan(0, 15)]);
        builder.AddEdge("MENTIONS", article, anna, [], new Evidence(article, new TextSpan(0, 4)));
        builder.AddEdge("MENTIONS", article, bert, [], new Evidence(article, new TextSpan(10, 4)), [new(10, 1), new(12, 2)]);
        builder.AddEdge("KNOWS", bert, anna, [new("since", Value.FromInteger(70000))]);
        builder.AddEdge("KNOWS", anna, carl, [], new Evidence(article, new TextSpan(0, 14)));
        builder.AddNodeEvidence(carl, new Evidence(article, new TextSpan(5, 4)));
    });

    private static string Read(string modules, string graph)
    {
        var script = Repository.GetPath("tests", "Graph.Core.Tests", "Store", "read-segments.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, modules, graph]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
