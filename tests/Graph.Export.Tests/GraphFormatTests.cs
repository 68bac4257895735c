namespace Graph.Export.Tests;

public sealed class GraphFormatTests
{
    private static readonly GraphStore Anew = ExportRuns.LoadData();

    public static TheoryData<string> Names => [.. GraphFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void HostileTextsAreTextInEveryFormat(string name) =>
        Verifier.Verify(ExportRuns.Describe(GraphFormats.FindByName(name)!, GraphSelection.All(HostileGraph.Build())), name);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameGraphGivesTheSameBytes(string name)
    {
        var format = GraphFormats.FindByName(name)!;
        Assert.Equal(ExportRuns.Write(format, GraphSelection.All(ExportRuns.Data)), ExportRuns.Write(format, GraphSelection.All(Anew)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnEmptySelectionIsWrittenAndCounted(string name) =>
        Assert.Contains("0 nodes", ExportRuns.Describe(GraphFormats.FindByName(name)!, GraphSelection.Of(HostileGraph.Build(), [], [])));

    [Fact]
    public void EachEndingNamesOneFormat() => Assert.All(GraphFormats.All, format =>
        Assert.All(format.Endings, ending => Assert.Same(format, GraphFormats.FindByEnding($"X{ending.ToUpperInvariant()}"))));
}
