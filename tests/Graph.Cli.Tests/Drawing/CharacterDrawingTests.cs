using Graph.Annotations;
using Graph.Cli.Drawing;
using Graph.Cli.Rendering;
using Graph.Core;
using Graph.Export;
using Graph.News;
using Graph.Query;

namespace Graph.Cli.Tests.Drawing;

/// <summary>Small graphs drawn with characters.</summary>
public sealed class CharacterDrawingTests
{
    private static readonly Lazy<GraphStore> Data = new(
        () => GraphLoader.Load([Repository.GetPath("data")], new LoadOptions(NewsSchema.GraphType)).Store);

    [Theory]
    [InlineData("pair", "MATCH (a {key: 'russia'})-[r:SENT_TROOPS_TO]->(b) RETURN a, r, b", 100, false)]
    [InlineData("star", "MATCH (a)-[r:MEMBER_OF]->(b {key: 'csto'}) RETURN r", 100, false)]
    [InlineData("star-narrow", "MATCH (a)-[r:MEMBER_OF]->(b {key: 'csto'}) RETURN r", 44, false)]
    [InlineData("star-ascii", "MATCH (a)-[r:MEMBER_OF]->(b {key: 'csto'}) RETURN r", 100, true)]
    [InlineData("claims", "MATCH (a)-[r:WARNED_ABOUT|ATTACKED]->(b) RETURN r", 100, false)]
    [InlineData("troops", "MATCH (a)-[r:SENT_TROOPS_TO|PLEDGED_TROOPS_TO|REQUESTED_HELP_FROM|REFUSED_HELP_TO]->(b) RETURN r", 120, false)]
    public void FactsAreLinesBetweenBoxes(string name, string query, int width, bool isAscii)
    {
        var drawing = Draw(Select(Data.Value, query), width, isAscii);

        Assert.All(drawing, line => Assert.True(CellText.Measure(line) <= width, line));
        Verifier.Verify(string.Join('\n', drawing) + "\n", name);
    }

    /// <summary>Wide signs fill two cells, what steers a terminal is shown as a sign, and a node may have no name at all.</summary>
    [Fact]
    public void WideAndHostileTextsKeepTheFrames()
    {
        var builder = new GraphBuilder();
        var first = AddNode(builder, "習近平 主席");
        var second = AddNode(builder, "\e[31mred\u202E\u2028 \uD83D");
        var third = AddNode(builder, "");
        builder.AddEdge("VISITED \e[2J", first, second, []);
        builder.AddEdge("名前", second, first, [new("certainty", Value.FromString("claimed"))]);
        builder.AddEdge("KNOWS", third, third, []);
        var store = builder.Build();

        Verifier.Verify(string.Join('\n', Draw(GraphSelection.All(store), 70, isAscii: false)) + "\n");
    }

    /// <summary>Whatever the graph and the width: no line is too long, every box is whole, every relation is told.</summary>
    [Fact]
    public void AnyGraphFitsAnyWidth()
    {
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var (nodes, edges, width) = (random.Next(1, CharacterDrawing.MostNodes + 1), random.Next(0, 20), random.Next(1, 140));
            var builder = new GraphBuilder();
            var handles = Enumerable.Range(0, nodes)
                .Select(node => AddNode(builder, $"node number {node}{new string('x', random.Next(30))}"))
                .ToList();
            for (var edge = 0; edge < edges; edge++)
                builder.AddEdge($"TYPE_{edge}", handles[random.Next(nodes)], handles[random.Next(nodes)], []);
            var drawing = Draw(GraphSelection.All(builder.Build()), width, isAscii: false);
            var text = string.Join('\n', drawing);

            Assert.All(drawing, line => Assert.True(CellText.Measure(line) <= Math.Max(width, 18), line));
            Assert.Equal(
                Enumerable.Range(0, edges),
                Enumerable.Range(0, edges).Where(edge => System.Text.RegularExpressions.Regex.IsMatch(text, $@"\bTYPE_{edge}\b")));
        }
    }

    private static int AddNode(GraphBuilder builder, string name) =>
        builder.AddNode(["Person"], [new("key", Value.FromString(name)), new("name", Value.FromString(name))]);

    private static List<string> Draw(GraphSelection selection, int width, bool isAscii) =>
        [.. CharacterDrawing.Draw(selection, width, isAscii)];

    private static GraphSelection Select(GraphStore store, string query)
    {
        var engine = new QueryEngine(store);
        return GraphSelection.FromRows(store, engine.Run(engine.Prepare(new SourceText(query))));
    }
}
