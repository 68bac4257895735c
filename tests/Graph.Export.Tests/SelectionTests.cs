using Graph.Query;

namespace Graph.Export.Tests;

public sealed class SelectionTests
{
    private static readonly GraphStore Store = ExportRuns.Data;

    [Theory]
    [InlineData("MATCH (p:Person {key: 'putin'}) RETURN p", 0, "putin", 0)]
    [InlineData("MATCH (p:Person {key: 'putin'})-[r:PRESIDENT_OF]->() RETURN r", 0, "putin russia", 1)]
    [InlineData("MATCH x = (p:Person {key: 'putin'})-[:PRESIDENT_OF]->() RETURN {deep: [x, null, 1]} AS m", 0, "putin russia", 1)]
    [InlineData("MATCH (p:Person {key: 'putin'}) RETURN p.name", 0, "", 0)]
    public void ASelectionIsWhatTheRowsHold(string query, int around, string keys, int edges)
    {
        var selection = Select(query).WithNeighbourhood(around);
        Assert.Equal(keys, DescribeKeys(selection));
        Assert.Equal(edges, selection.Edges.Length);
    }

    [Fact]
    public void TheNeighbourhoodHasAllFactsAmongItsNodesAndNoMentions()
    {
        var selection = Select("MATCH (p:Person {key: 'putin'}) RETURN p").WithNeighbourhood(1);
        var near = Select("MATCH (p:Person {key: 'putin'})-[r:!MENTIONS]-(n) RETURN p, r, n");
        Assert.Equal(DescribeKeys(near), DescribeKeys(selection));
        var nodes = selection.Nodes.ToArray().ToHashSet();
        var expected = GraphSelection.All(Store).WithoutMentions().Edges.ToArray()
            .Where(edge => nodes.Contains(Store.GetEdgeTable(edge).GetSource(edge))
                && nodes.Contains(Store.GetEdgeTable(edge).GetTarget(edge)));
        Assert.Equal(expected, selection.Edges.ToArray());
    }

    [Fact]
    public void APictureOfAllHasNoArticles()
    {
        var selection = GraphSelection.All(Store).WithoutMentions();
        Assert.DoesNotContain(selection.Nodes.ToArray(), node => Store.HasLabel(node, Store.FindLabel("Article")));
        Assert.DoesNotContain(selection.Edges.ToArray(), edge => Store.GetEdgeTable(edge).Type == StoreNames.MentionType);
    }

    private static GraphSelection Select(string query)
    {
        var engine = new QueryEngine(Store);
        return GraphSelection.FromRows(Store, engine.Run(engine.Prepare(new SourceText(query))));
    }

    private static string DescribeKeys(GraphSelection selection) =>
        string.Join(
            ' ', selection.Nodes
                .ToArray()
                .Select(node => Store.GetNodeProperty(node, StoreNames.Key).AsString())
                .Order(StringComparer.Ordinal));
}
