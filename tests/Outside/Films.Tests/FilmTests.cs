using Graph.Core;
using Graph.Query;
using Graph.Snapshots;

namespace Films.Tests;

public sealed class FilmTests
{
    private readonly GraphStore store = Sample.Build();

    private QueryEngine Engine => new(store);

    [Fact]
    public Task TheGraphIsAsVerified() => Snapshot.Of(store);

    [Fact]
    public Task AnAnswerIsAsVerified() => Snapshot.OfQuery(store, "MATCH (p:Person)-[r]->(m:Movie) RETURN p.name AS who, type(r) AS did, m");

    [Fact]
    public void QueriesAreTyped()
    {
        Assert.Equal([new CastRow("Ann Actor", "the stranger"), new CastRow("Bob Both", null)], Engine.Cast("rain"));
        Assert.Equal((2L, 7.5), (Engine.CountFilms(), Engine.BestRating()));
        Assert.Equal((true, false), (Engine.HasActed("ann"), Engine.HasActed("nobody")));
        Assert.Equal("Sun", Engine.MaybeFilm("sun")?.Name);
        Assert.Null(Engine.MaybeFilm("nothing"));
        Assert.Throws<RowCountException>(() => Engine.FilmOf("nothing"));
        Assert.Equal(["Rain", "Sun"], Engine.ReleasedSince(null).Select(row => row.Name));
        Assert.Equal(["Rain"], Engine.ReleasedSince(2000).Select(row => row.Name));
        Assert.Equal(["DIRECTED Sun", "ACTED_IN Rain"], Engine.Of(new FilmGraph(store).FindPerson("bob")!.Value).Select(row => $"{row.Role} {row.Movie}").OrderDescending());
    }
}
