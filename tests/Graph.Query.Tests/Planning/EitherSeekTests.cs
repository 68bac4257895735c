using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>Conditions of which one must hold are looked up where each of them can be, and find what a scan finds, in its order.</summary>
public sealed class EitherSeekTests
{
    private static readonly GraphStore Store = NewsGraph.Create(articles: 300, entities: 300);

    [Theory]
    [InlineData("MATCH (a:Article) WHERE a.title CONTAINS 'ville 1' OR a.title CONTAINS 'report 2' RETURN a.id", "Seek (a:Article) by title CONTAINS 'ville 1' OR title CONTAINS 'report 2'")]
    [InlineData("MATCH (p:Person) WHERE p.name STARTS WITH 'Kash' OR p.name = 'Person One' OR p.id IN [4, 9, 3] RETURN p.id, p.name", "Seek (p:Person) by name STARTS WITH 'Kash' OR name = 'Person One' OR id IN [4, 9, 3]")]
    [InlineData("MATCH (e) WHERE e.name = 'Org Zero' OR (e.name = 'Place One' OR e.title CONTAINS '7') RETURN e.name, e.title", "Seek (e) by name IN ['Org Zero', 'Place One'] OR title CONTAINS '7'")]
    [InlineData("MATCH (p:Person) WHERE id(p) = 7 OR p.name = 'Person Zero' OR p.name = null RETURN p.name", "Seek (p:Person) by id() = 7 OR name IN ['Person Zero', null]")]
    [InlineData("UNWIND ['Person One', null, 'Kash'] AS n MATCH (p:Person) WHERE p.name = n OR p.name STARTS WITH n RETURN n, p.name", "Seek (p:Person) by name = n OR name STARTS WITH n")]
    [InlineData("MATCH (p:Person) WHERE p.name = 'Person One' OR p.country = p.name RETURN p.name", "Scan (p:Person)")]
    [InlineData("MATCH (p:Person) WHERE p.name = 'Person One' OR p.name STARTS WITH toString(1 / p.id) RETURN p.name", "Scan (p:Person)")]
    public void EachIsLookedUpOrAllAreScanned(string query, string step)
    {
        Assert.Contains(step, PlannedRows.Explain(Store, RewriteSet.All, query), StringComparison.Ordinal);
        var rows = PlannedRows.Of(Store, RewriteSet.None, BufferSizes.Default, query);
        Assert.NotEmpty(rows);
        Assert.Equal(rows, PlannedRows.Of(Store, RewriteSet.All, BufferSizes.Default, query));
    }
}
