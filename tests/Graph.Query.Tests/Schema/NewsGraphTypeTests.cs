using Graph.Query.Schema;

namespace Graph.Query.Tests.Schema;

public sealed class NewsGraphTypeTests
{
    private static readonly SchemaResult News =
        SchemaReader.Read(new SourceText(File.ReadAllText(Repository.GetPath("grammar", "news.gql")), "grammar/news.gql"));

    [Fact]
    public void NewsHasNothingToReport() => Assert.Empty(News.Diagnostics);

    [Fact]
    public void LabelsAndPropertiesFollowWhatIsImplied()
    {
        Assert.True(News.Type!.TryGetNodeType("Country", out var country));
        Assert.Equal("Country Place Actor Entity", string.Join(" ", country.Labels));
        Assert.Equal("key name aliases wikidata iso", string.Join(" ", country.Properties.Select(property => property.Name)));
        Assert.Equal("name", country.Hints["caption"]);
    }
}
