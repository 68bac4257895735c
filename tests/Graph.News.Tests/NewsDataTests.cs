using Graph.Annotations;

namespace Graph.News.Tests;

/// <summary>The graph type fits what people really annotate.</summary>
public sealed class NewsDataTests
{
    [SkippableFact]
    public void SeedFitsTheGraphType() => AssertFits(SharedData.Require("corpora/seed"));

    [Fact]
    public void SampleArticlesFitTheGraphType() => AssertFits(Repository.GetPath("data"));

    private static void AssertFits(string path)
    {
        var result = GraphLoader.Load([path], new LoadOptions(NewsSchema.GraphType));
        Assert.True(result.Store.EdgeCount > 0);
        var violations = result.Diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("GR60", StringComparison.Ordinal));
        Assert.Empty(violations.Select(diagnostic => diagnostic.Message));
    }
}
