using Graph.Query;

namespace Graph.News.Tests;

public sealed class GeneratedQueryTests
{
    private static readonly QueryEngine Engine = new(SmallNews.Build().Store);

    [Fact]
    public void ManyGivesEveryRow() => Assert.Equal(
        ["Freedonia 1933", "Sylvania "],
        Engine.MembersOf("league").Select(row => $"{row.Member} {row.Since?.Text}"));

    [Fact]
    public void OneGivesTheFirstRowOrNone()
    {
        Assert.Equal("Rufus Firefly", Engine.Leader("League")!.Value.Leader);
        Assert.Null(Engine.Leader("Nobody"));
    }

    [Fact]
    public void ScalarGivesTheValue() => Assert.Equal((1L, 0L), (Engine.CountMentions("freedonia"), Engine.CountMentions("league")));

    [Fact]
    public void RowsCarryProvenance() => Assert.Equal(
        new TroopsAtLeastRow("Freedonia", "Marx", 500, "Freedonia sent 500 soldiers to Marx"),
        Assert.Single(Engine.TroopsAtLeast(100)));

    [Fact]
    public void QueryThatTheStoreCannotAnswerSaysWhy()
    {
        var other = SchemaOf("CREATE GRAPH TYPE Other AS { (:Thing) }");
        var exception = Assert.Throws<QueryException>(() => new QueryEngine(new GraphBuilder(other).Build()).MembersOf("x").Any());
        Assert.Equal("GR2006", exception.Diagnostic.Id);
    }

    private static GraphType SchemaOf(string text) => Graph.Query.Schema.SchemaReader.Read(new SourceText(text)).Type!;
}
