using Graph.Core;

namespace Graph.Core.Tests.Store;

public sealed class GraphBuilderTests
{
    private static readonly KeyValuePair<string, Value>[] Nothing = [];

    [Fact]
    public void NodesAreNumberedByLabelSetAndEdgesBySourceTargetAndArrival()
    {
        var builder = new GraphBuilder();
        var paris = builder.AddNode(["Place", "City"], [Named("Paris")]);
        var anna = builder.AddNode(["Person"], [Named("Anna"), new("age", Value.FromInteger(41))]);
        var bert = builder.AddNode(["Person"], [Named("Bert")]);
        builder.AddEdge("KNOWS", bert, anna, [new("since", Value.FromInteger(2001))]);
        builder.AddEdge("KNOWS", anna, bert, [new("since", Value.FromInteger(1999))]);
        builder.AddEdge("LIVES_IN", anna, paris, Nothing);
        builder.AddEdge("KNOWS", anna, bert, [new("since", Value.FromInteger(2010))]);
        var store = builder.Build();

        Assert.Equal(["City", "Person", "Place"], store.Labels.AsEnumerable());
        Assert.Equal(["Paris", "Anna", "Bert"], Enumerable.Range(0, 3).Select(node => store.GetNodeProperty(node, "name").AsString()));
        var knows = store.FindEdgeTable("KNOWS")!;
        Assert.Equal(
            [(1, 2, 1999L), (1, 2, 2010L), (2, 1, 2001L)],
            Enumerable.Range(knows.FirstEdge, knows.Count)
                .Select(edge => (knows.GetSource(edge), knows.GetTarget(edge), store.GetEdgeProperty(edge, "since").AsInteger())));
        Assert.Equal([2], store.FindNodes("name", "Bert"));
        Assert.Equal([1], store.FindByFoldedName("anna"));
        Assert.Null(store.GetEdgeEvidence(0));
    }

    [Fact]
    public void EvidenceOfANodeIsItsMentionsAndItsTriggersByArticleAndPosition()
    {
        var builder = new GraphBuilder();
        var article = builder.AddNode(["Article"], [new("key", Value.FromString("a1"))]);
        var entity = builder.AddNode(["Entity"], [Named("Oslo")]);
        builder.SetText(article, "Oslo zegt ja. Oslo wacht.", [new TextSpan(0, 13), new TextSpan(14, 11)]);
        builder.AddEdge("MENTIONS", article, entity, Nothing, new Evidence(article, new TextSpan(14, 4)));
        builder.AddEdge("MENTIONS", article, entity, Nothing, new Evidence(article, new TextSpan(0, 4)), [new(0, 1), new(2, 2)]);
        builder.AddNodeEvidence(entity, new Evidence(article, new TextSpan(5, 4)));
        var store = builder.Build();

        Assert.Equal([0, 5, 14], store.GetNodeEvidence(1).Select(evidence => evidence.Span.Start));
        Assert.Equal("Oslo zegt ja. Oslo wacht.", store.Articles.GetText(0));
        Assert.Equal(new TextSpan(14, 11), store.Articles.GetSentenceSpan(new Evidence(0, new TextSpan(20, 2))));
        Assert.Equal(new TextSpan(0, 25), store.Articles.GetSentenceSpan(new Evidence(0, new TextSpan(10, 8))));
        Assert.Equal([new TextSpan(0, 1), new TextSpan(2, 2)], store.EdgeTables[0].Evidence!.GetFragments(1).AsEnumerable());
    }

    private static KeyValuePair<string, Value> Named(string name) => new("name", Value.FromString(name));
}
