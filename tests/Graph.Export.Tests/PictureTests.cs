using System.Text;
using System.Xml;

namespace Graph.Export.Tests;

public sealed class PictureTests
{
    public static TheoryData<string, string> Drawn => new()
    {
        { "force", "hostile" }, { "layers", "hostile" }, { "concentric", "hostile" },
    };

    [Theory]
    [MemberData(nameof(Drawn))]
    public void HostileTextsAreTextInAPicture(string arrangement, string variant)
    {
        var options = new PictureOptions(Arrangement: Enum.Parse<Arrangement>(arrangement, ignoreCase: true));
        Verifier.Verify(Draw(GraphSelection.All(HostileGraph.Build()).WithoutMentions(), options), $"{variant}_{arrangement}", "svg");
    }

    [Theory]
    [InlineData("timeline", PictureKind.Timeline, FactGrouping.Type)]
    [InlineData("entities", PictureKind.Timeline, FactGrouping.Entity)]
    [InlineData("counts", PictureKind.Counts, FactGrouping.Type)]
    public void TimesAreDrawnAsLongAsTheyAreVague(string variant, PictureKind kind, FactGrouping grouping) =>
        Verifier.Verify(Draw(GraphSelection.All(HostileGraph.Build()), new PictureOptions(kind, Grouping: grouping)), variant, "svg");

    [Theory]
    [InlineData(Arrangement.Auto)]
    [InlineData(Arrangement.Force)]
    [InlineData(Arrangement.Layers)]
    [InlineData(Arrangement.Concentric)]
    public void NoNodeOrLabelStandsOnANode(Arrangement arrangement)
    {
        foreach (var selection in new[] { GraphSelection.All(ExportRuns.Data)
            .WithoutMentions(), GraphSelection.All(RandomGraph(60, 90)), GraphSelection.All(RandomGraph(300, 400)),
            GraphSelection.All(RandomGraph(1, 3)) })
        {
            var picture = Picture.Create(selection, arrangement);
            Assert.Equal((selection.Nodes.Length, selection.Edges.Length), (picture.Nodes.Length, picture.Edges.Length));
            var boxes = picture.Nodes.Select(node => node.Box).ToList();
            for (var i = 0; i < boxes.Count; i++)
                Assert.DoesNotContain(boxes.Skip(i + 1), boxes[i].Overlaps);
            Assert.All(
                picture.Edges.Where(edge => edge.LabelBox is not null),
                edge => Assert.DoesNotContain(boxes, edge.LabelBox!.Value.Overlaps));
        }
    }

    [Fact]
    public void ParallelRelationsAreApart()
    {
        var builder = new GraphBuilder();
        var (a, b) = (builder.AddNode(["A"], [new("name", Value.FromString("a"))]),
            builder.AddNode(["A"], [new("name", Value.FromString("b"))]));
        for (var i = 0; i < 6; i++)
            builder.AddEdge("R", i % 2 == 0 ? a : b, i % 2 == 0 ? b : a, []);
        for (var i = 0; i < 3; i++)
            builder.AddEdge("R", a, a, []);
        var store = builder.Build();
        foreach (var arrangement in Enum.GetValues<Arrangement>())
        {
            var middles = Picture.Create(GraphSelection.All(store), arrangement).Edges.Select(edge => edge.Curve.At(0.5)).ToList();
            Assert.All(middles, middle => Assert.DoesNotContain(middles, other => other != middle && (other - middle).Length < 12));
            Assert.Equal(middles.Count, middles.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(PictureKind.Graph, "2,001 nodes")]
    [InlineData(PictureKind.Counts, null)]
    public void TooManyNodesAreToldAndNotDrawn(PictureKind kind, string? reason)
    {
        var obstacle = Pictures.FindObstacle(GraphSelection.All(RandomGraph(2001, 10)), new PictureOptions(kind));
        if (reason is null)
            Assert.Null(obstacle);
        else
            Assert.StartsWith(reason, obstacle);
        Assert.Null(Pictures.FindObstacle(GraphSelection.All(RandomGraph(2000, 10)), new PictureOptions(kind)));
    }

    [Fact]
    public void TheSameGraphIsDrawnTheSame() => Assert.Equal(
        Draw(GraphSelection.All(ExportRuns.Data).WithoutMentions(), new PictureOptions()),
        Draw(GraphSelection.All(ExportRuns.LoadData()).WithoutMentions(), new PictureOptions()));

    [Theory]
    [InlineData(PictureKind.Graph)]
    [InlineData(PictureKind.Timeline)]
    [InlineData(PictureKind.Counts)]
    public void NothingIsAPictureToo(PictureKind kind) => Draw(GraphSelection.Of(HostileGraph.Build(), [], []), new PictureOptions(kind));

    /// <summary>The picture, which is XML, and what is said of it.</summary>
    private static string Draw(GraphSelection selection, PictureOptions options)
    {
        using var output = new MemoryStream();
        var report = Pictures.WriteSvg(selection, options, output);
        var text = Encoding.UTF8.GetString(output.ToArray());
        new XmlDocument { XmlResolver = null }.LoadXml(text);
        return $"{text}\n<!-- {report.Written}: {string.Join("; ", report.Losses)} -->\n";
    }

    private static GraphStore RandomGraph(int nodes, int edges)
    {
        var random = new StableRandom(7);
        var builder = new GraphBuilder();
        for (var i = 0; i < nodes; i++)
            builder.AddNode(["Thing"], [new("name", Value.FromString($"Thing number {i} of many"[..(8 + i % 14)]))]);
        for (var i = 0; i < edges; i++)
            builder.AddEdge("LEADS_TO", (int)(random.Next() * nodes), (int)(random.Next() * random.Next() * nodes), []);
        return builder.Build();
    }
}
