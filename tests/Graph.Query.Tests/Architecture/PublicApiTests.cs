namespace Graph.Query.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void IsSmall() => Assert.InRange(typeof(QueryEngine).Assembly.GetExportedTypes().Length, 1, 59);
}
