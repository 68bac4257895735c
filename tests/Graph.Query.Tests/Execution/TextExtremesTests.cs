using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Query.Tests.Planning;

namespace Graph.Query.Tests.Execution;

/// <summary>The first and the last string of each group are those of the sorted rows.</summary>
public sealed class TextExtremesTests
{
    private static readonly GraphStore Store = NewsGraph.Create(articles: 5000, entities: 400);

    [Theory]
    [InlineData("a.title")]
    [InlineData("left(a.title, 9)")]
    [InlineData("CASE WHEN a.id % 3 = 0 THEN a.title END")]
    [InlineData("CASE WHEN a.id % 3 = 0 THEN a.title ELSE a.year END")]
    [InlineData("CASE WHEN a.id < 3000 THEN '𝔄' + a.title ELSE '豈' + a.title END")]
    public void TheyAreThoseOfTheSortedRows(string text)
    {
        const string Pattern = "MATCH (a:Article)";
        var rows = PlannedRows.Of(Store, RewriteSet.None, BufferSizes.Default,
            $"{Pattern} WITH a.source AS s, {text} AS t WHERE t IS NOT NULL WITH s, t ORDER BY t WITH s, collect(t) AS all RETURN s, all[0], all[-1]");
        Assert.True(rows.Count > 1);
        foreach (var sizes in new[] { BufferSizes.Default, BufferSizes.Of(7, 1) })
        {
            Assert.Equal(
                rows.Order(StringComparer.Ordinal),
                PlannedRows.Of(Store, RewriteSet.All, sizes, $"{Pattern} RETURN a.source, min({text}), max({text})").Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Where rows stand for several, an extreme is the same.</summary>
    [Fact]
    public void RowsThatStandForSeveralAreTakenOnce() => Assert.Equal(
        PlannedRows.Bag(Store, RewriteSet.None, BufferSizes.Default, Weighted),
        PlannedRows.Bag(Store, RewriteSet.All, BufferSizes.Default, Weighted));

    private const string Weighted =
        "MATCH (a:Article)-[:MENTIONS]->(e:Entity)<-[:MENTIONS]-(b:Article) RETURN e.country, min(a.title), max(a.title), count(*)";
}
