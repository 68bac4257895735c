using Example.Odd;

namespace Graph.Generator.Tests;

/// <summary>The graph type of the case <c>odd</c> was generated when this project was built; here it is used.</summary>
public sealed class OddNamesTests
{
    [Fact]
    public void NamesThatCollideGetAnEnding()
    {
        var builder = new OddNamesBuilder();
        var part = builder.AddPart(id: "p", score: 1.5, @class: 3, store: "s", part: "self", flags: [true, false]);
        var note = builder.AddEvidenceNode(nodeId: 7, evenT: true);
        builder.AddInEvidence(part, note, weight: 0.5, sourceValue: "somewhere");
        builder.AddTouch(note, part, evidenceValue: "seen");
        var graph = builder.Build();

        var stored = graph.FindPart("p")!.Value;
        Assert.Equal((1.5, 3L, "s", "self"), (stored.Score, stored.Class, stored.StoreValue, stored.PartValue));
        Assert.Equal([true, false], stored.Flags);
        Assert.Equal((7L, true), graph.EvidenceNodeNodes.Select(node => (node.NodeIdValue, node.EvenT)).Single());
        Assert.True(graph.FindEvidenceNode(7)!.Value.EvenT);
        Assert.Null(graph.FindEvidenceNode(8));
        Assert.StartsWith(
            "There is a node :Evidence with the nodeId 7 already.",
            Assert.Throws<ArgumentException>(() => builder.AddEvidenceNode(7, false)).Message,
            StringComparison.Ordinal);
        Assert.Equal("somewhere", Assert.Single(stored.InEvidence().Edges).SourceValue);
        Assert.Equal("seen", Assert.Single(stored.TouchFrom().Edges).EvidenceValue);
    }

    [Fact]
    public void SharedRelationsKeepTheirEndsApart()
    {
        var builder = new OddNamesBuilder();
        var left = builder.AddFront("l", score: 1);
        builder.AddInWholeThing(left, builder.AddWhole("w", parts: ["l"]));
        builder.AddInEvidence(left, builder.AddEvidenceNode(1, false), weight: 1);
        var graph = builder.Build();

        var stored = graph.FindFront("l")!.Value;
        Assert.Equal("w", Assert.Single(stored.InWholeThing()).Id);
        Assert.Equal(1, Assert.Single(stored.InEvidence()).NodeIdValue);
        Assert.Equal(2, graph.Store.EdgeCount);
        Assert.Equal("l", GetId(stored));
        Assert.Equal(1.0, GetScore(stored));
    }

    private static string GetId<T>(T thing)
        where T : struct, IThing => thing.Id;

    private static double? GetScore<T>(T thing)
        where T : struct, IThing => thing.Score;
}
