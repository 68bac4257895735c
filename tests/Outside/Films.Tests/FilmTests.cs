using System.Text.Json;
using Graph.Annotations;
using Graph.Core;
using Graph.Query;
using Graph.Snapshots;
using Graph.Snapshots.Xunit;

namespace Films.Tests;

public sealed class FilmTests
{
    private readonly FilmGraph films = Sample.Build();

    [Fact]
    public Task TheGraphIsAsVerified() => VerifyGraph();

    [Fact]
    public Task RowsAreAsVerified() => Snapshot.OfRows(films.Directors());

    [Fact]
    public Task AnAnswerIsAsVerified() =>
        Snapshot.OfQuery(films.Store, "MATCH (p:Person)-[r]->(m:Movie) RETURN p.name AS who, type(r) AS did, m");

    [Fact]
    public void QueriesAreTyped()
    {
        Assert.Equal([new CastRow("Ann Actor", "the stranger"), new CastRow("Bob Both", null)], films.Cast("rain"));
        Assert.Equal((2L, 7.5), (films.CountFilms(), films.BestRating()));
        Assert.Equal((true, false), (films.HasActed("ann"), films.HasActed("nobody")));
        Assert.Equal("Sun", films.MaybeFilm("sun")?.Name);
        Assert.Null(films.MaybeFilm("nothing"));
        Assert.Throws<RowCountException>(() => films.FilmOf("nothing"));
        Assert.Equal(["Rain", "Sun"], films.ReleasedSince(null).Select(row => row.Name));
        Assert.Equal(["Rain"], films.ReleasedSince(2000).Select(row => row.Name));
        Assert.Equal(
            ["DIRECTED Sun", "ACTED_IN Rain"],
            films.Of(films.FindPerson("bob")!.Value).Select(row => $"{row.Role} {row.Movie}").OrderDescending());
    }

    [Fact]
    public void AStoredGraphIsReadAgain()
    {
        var folder = Directory.CreateTempSubdirectory("films-").FullName;
        GraphFile.Write(films.Store, folder);
        using (var stored = FilmGraph.Open(folder))
            Assert.Equal(films.Cast("rain"), stored.Cast("rain"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void ArticlesAreLoaded()
    {
        var folder = Directory.CreateTempSubdirectory("films-").FullName;
        File.WriteAllText(
            Path.Combine(folder, "a.md"),
            "---\nid: a\ntitle: A film\n---\n\n[Ann Actor]{.Person #ann} is in [Rain]{.Movie #rain}.\n\n```facts\n(#ann)-[:ACTED_IN]->(#rain)\n```\n");
        using var loaded = FilmGraph.Load(folder);
        Assert.Equal([new CastRow("Ann Actor", null)], loaded.Cast("rain"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void NodesAreJson() => Assert.Equal(
        """{"key":"sun","labels":["Entity","Movie"],"properties":{"key":"sun","name":"Sun","released":1999}}""",
        JsonSerializer.Serialize(films.FindMovie("sun")));

    /// <summary>A helper: the snapshot is named after the test that calls it.</summary>
    private Task VerifyGraph() => Snapshot.Of(films);
}

public sealed class Orphans() : SnapshotOrphanTests(Here());
