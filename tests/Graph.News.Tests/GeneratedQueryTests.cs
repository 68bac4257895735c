namespace Graph.News.Tests;

public sealed class GeneratedQueryTests
{
    private static readonly NewsGraph News = SmallNews.Build();

    [Fact]
    public void ManyGivesEveryRow() => Assert.Equal(
        ["Freedonia 1933", "Sylvania "],
        News.MembersOf("league").Select(row => $"{row.Member} {row.Since?.Text}"));

    [Fact]
    public void OneGivesTheFirstRowOrNone()
    {
        Assert.Equal("Rufus Firefly", News.Leader("League")!.Value.Leader);
        Assert.Null(News.Leader("Nobody"));
    }

    [Fact]
    public void ScalarGivesTheValue() => Assert.Equal((1L, 0L), (News.CountMentions("freedonia"), News.CountMentions("league")));

    [Fact]
    public void RowsCarryProvenance() => Assert.Equal(
        new TroopsAtLeastRow("Freedonia", "Marx", 500, "Freedonia sent 500 soldiers to Marx"),
        Assert.Single(News.TroopsAtLeast(100)));
}
