using System.Xml;

namespace Graph.Export.Tests;

/// <summary>Every format is read by the program that people open it with.</summary>
public sealed class GraphReaderTests
{
    [SkippableTheory]
    [InlineData("graphml", "graphology-graphml")]
    [InlineData("gexf", "graphology-gexf")]
    [InlineData("cytoscape", "cytoscape")]
    [InlineData("graphology", "graphology")]
    public void ALibraryReadsWhatWasWritten(string format, string package)
    {
        using var folder = new TemporaryFolder();
        Verifier.Verify(Tools.ReadWithNode(package, format, folder.Write(format, GraphSelection.All(HostileGraph.Build()))), format);

        var data = GraphSelection.All(ExportRuns.Data);
        Assert.StartsWith($"{data.Nodes.Length} nodes, {data.Edges.Length} edges\n", Tools.ReadWithNode(package, format, folder.Write(format, data)));
    }

    [SkippableFact]
    public void GraphvizDrawsEveryNodeAndRelation()
    {
        var dot = Tools.Require("dot");
        using var folder = new TemporaryFolder();
        foreach (var store in new[] { HostileGraph.Build(), ExportRuns.Data })
        {
            var selection = GraphSelection.All(store);
            var picture = new XmlDocument { XmlResolver = null };
            picture.LoadXml(WithoutDoctype(Tools.Run(dot, "-Tsvg", folder.Write("dot", selection))));
            Assert.Equal(selection.Nodes.Length, CountGroups(picture, "node"));
            Assert.Equal(selection.Edges.Length, CountGroups(picture, "edge"));
        }
    }

    private static int CountGroups(XmlDocument picture, string name) => picture.SelectNodes($"//*[@class='{name}']")!.Count;

    private static string WithoutDoctype(string svg) => svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];
}
