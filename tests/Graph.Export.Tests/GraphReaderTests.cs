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
        Assert.StartsWith(
            $"{data.Nodes.Length} nodes, {data.Edges.Length} edges\n", Tools.ReadWithNode(package, format, folder.Write(format, data)));
    }

    [SkippableTheory]
    [InlineData("turtle", "n3")]
    [InlineData("jsonld", "jsonld")]
    public void BothNotationsHoldTheSameTriples(string format, string package)
    {
        using var folder = new TemporaryFolder();
        Verifier.Verify(Tools.ReadWithNode(package, format, folder.Write(format, GraphSelection.All(HostileGraph.Build()))), "triples");

        var data = ExportRuns.Data;
        var read = Tools.ReadWithNode(package, format, folder.Write(format, GraphSelection.All(data)));
        Verifier.Verify(read, "data");
        Assert.Contains(
            $"\n{data.FindEdgeTable("MENTIONS")!.Count + data.EdgeTables.Where(table => table.Type != "MENTIONS").Sum(CountEvidence) + CountTriggers(data)} http://www.w3.org/ns/oa#Annotation\n", read);
        Assert.Contains(
            $"\n{data.EdgeCount - data.FindEdgeTable("MENTIONS")!.Count} http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement\n", read);
    }

    [SkippableTheory]
    [InlineData("data")]
    [InlineData("hostile")]
    public void EveryEntityFitsTheModelOfFollowTheMoney(string variant)
    {
        using var folder = new TemporaryFolder();
        var store = variant == "data" ? ExportRuns.Data : HostileGraph.Build();
        Verifier.Verify(
            Tools.ReadWithNode("@alephdata/followthemoney", "followthemoney", folder.Write("followthemoney", GraphSelection.All(store))),
            variant);
    }

    [Fact]
    public void AScriptOfCypherIsReadByItsOwnLanguage()
    {
        foreach (var store in new[] { ExportRuns.Data, HostileGraph.Build() })
        {
            var script = System.Text.Encoding.UTF8.GetString(
                ExportRuns.Write(GraphFormats.FindByName("cypher")!, GraphSelection.All(store)));
            var lists = script.Split("\n] AS row\n")
                .SkipLast(1)
                .Select(part => part[part.LastIndexOf("UNWIND [", StringComparison.Ordinal)..] + "\n] AS row RETURN count(*) AS n")
                .ToList();
            var engine = new Graph.Query.QueryEngine(store);
            var rows = lists.Sum(text => engine.Run(engine.Prepare(new SourceText(text))).Rows.Single()[0].AsInteger());
            Assert.Equal(store.NodeCount + store.EdgeCount, rows);
        }
    }

    /// <summary>
    /// FalkorDB's module comes with npm; a server that loads it is 'valkey-server', or the one beside the module where that runs.
    /// </summary>
    [SkippableTheory]
    [InlineData("data")]
    [InlineData("hostile")]
    public void AServerOfOpenCypherMakesTheSameGraph(string variant)
    {
        var server = Tools.RequireAny("valkey-server", Tools.FindInPackage("@falkordblite/linux-x64", "bin/redis-server"));
        using var folder = new TemporaryFolder();
        var store = variant == "data" ? ExportRuns.Data : HostileGraph.Build();
        var labels = store.NodeRanges.SelectMany(range => range.Labels.Select(label => (Name: store.Labels[label], range.Count)))
            .GroupBy(pair => pair.Name).Select(group => $"label {group.Key} {group.Sum(pair => pair.Count)}");
        var types = store.EdgeTables.Select(table => $"type {table.Type} {table.Count}");

        var read = Tools.ReadWithNode("falkordb", "cypher", folder.Write("cypher", GraphSelection.All(store)), server);

        Assert.Equal(
            labels.Concat(types).Order(StringComparer.Ordinal),
            read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    private static int CountEvidence(EdgeTable table) =>
        Enumerable.Range(0, table.Count).Count(row => table.Evidence?.HasEvidence(row) == true);

    private static int CountTriggers(GraphStore store) =>
        store.NodeRanges
            .Where(range => range.Labels.Contains(store.FindLabel("Event")))
            .Sum(range => Enumerable.Range(range.Start, range.Count).Sum(node => store.GetNodeEvidence(node).Count));

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
