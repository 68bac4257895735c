using Graph.Annotations;
using Graph.News;

namespace Graph.Postgres.Tests;

/// <summary>Articles that join a graph which was pushed: in the end it is the one that all of them give together.</summary>
public sealed class AppendTests
{
    private static readonly string[] Files = [.. Directory.GetFiles(
        Repository.GetPath("data", "articles"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>The articles under data/, one after the other, in every way that tables may be cut.</summary>
    [SkippableTheory]
    [InlineData(null)]
    [InlineData("key:3")]
    [InlineData("year")]
    public void ArticlesOneByOneGiveTheSameTables(string? partition)
    {
        var partitioning = partition is null ? null : Partitioning.Parse(partition);
        var (whole, grown) = (Graphs.AddressOf("whole"), Graphs.AddressOf("grown"));
        GraphPush.Run(Load(Files), whole, partitioning);
        GraphPush.Run(Load(Files[0]), grown, partitioning);
        for (var count = 2; count <= Files.Length; count++)
            AssertTaken(1, count - 1, Append(Load(Files[..count]), grown));

        Assert.Equal(TableRows.ReadAll(whole), TableRows.ReadAll(grown));
    }

    [SkippableFact]
    public void ArticlesOnSeveralServersGiveTheSameTables()
    {
        using var second = PostgresCluster.RequireAnother();
        var (whole, grown) = (Graphs.AddressOf("wholeshards"), Graphs.AddressOf("grownshards"));
        GraphPush.Run(Load(Files), whole);
        GraphPush.Run(
            Load(Files[..4]), grown, Partitioning.ByNode(4), [Graphs.AddressOf("grownshards"), Graphs.AddressOf(second, "grownshards")]);
        AssertTaken(Files.Length - 4, 4, Append(Load(Files), grown));

        Assert.Equal(TableRows.ReadAll(whole), TableRows.ReadAll(grown));
        using var graph = PostgresGraph.Open(grown);
        const string Query =
            "MATCH (a:Article)-[:MENTIONS]->(c:Country) RETURN c.name AS c, count(DISTINCT a) AS n, sources(c) AS s ORDER BY n DESC, c";
        Assert.Equal(RowText.ReadAll(new QueryEngine(Load(Files)), Query), RowText.ReadAll(graph.Engine, Query));
    }

    [SkippableFact]
    public void AppendingAgainChangesNothing()
    {
        var address = Graphs.AddressOf("twice");
        GraphPush.Run(Load(Files[..5]), address);
        AssertTaken(Files.Length - 5, 5, Append(Load(Files), address));
        var before = TableRows.ReadAll(address);

        AssertTaken(0, Files.Length, Append(Load(Files), address));
        Assert.Equal(before, TableRows.ReadAll(address));
    }

    /// <summary>A stop in the middle leaves whole articles; the rest comes when it is run again.</summary>
    [SkippableFact]
    public void StoppedAppendIsRunAgain()
    {
        var (whole, grown) = (Graphs.AddressOf("unstopped"), Graphs.AddressOf("appendstopped"));
        GraphPush.Run(Load(Files), whole);
        GraphPush.Run(Load(Files[..2]), grown);
        Execute(grown, """
            CREATE FUNCTION appendstopped.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF (SELECT count(*) FROM appendstopped._articles) = 5 THEN RAISE EXCEPTION 'stopped'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER stop BEFORE INSERT ON appendstopped._articles FOR EACH ROW EXECUTE FUNCTION appendstopped.stop()
            """);
        Assert.Throws<PostgresGraphException>(() => GraphAppend.Run(Load(Files), grown, ProperName.Is, 1, default));
        using (var graph = PostgresGraph.Open(grown))
        {
            const string Query = "MATCH (a:Article)-[m:MENTIONS]->(n) WITH a, count(*) AS n RETURN a.key AS k, n ORDER BY k";
            var all = RowText.ReadAll(new QueryEngine(Load(Files)), Query);
            var found = RowText.ReadAll(graph.Engine, Query);
            Assert.Equal(5, found.Count);
            Assert.Empty(found.Except(all));
        }

        Execute(grown, "DROP TRIGGER stop ON appendstopped._articles; DROP FUNCTION appendstopped.stop()");
        AssertTaken(Files.Length - 5, 5, Append(Load(Files), grown));
        Assert.Equal(TableRows.ReadAll(whole), TableRows.ReadAll(grown));
    }

    /// <summary>What several servers have of a transaction that the graph's own never ended is not counted, and goes.</summary>
    [SkippableFact]
    public void HalfCommittedRowsAreRemoved()
    {
        using var second = PostgresCluster.RequireAnother();
        var address = Graphs.AddressOf("halfcommit");
        GraphPush.Run(Load(Files[..4]), address, null, [Graphs.AddressOf("halfcommit"), Graphs.AddressOf(second, "halfcommit")]);
        var before = TableRows.ReadAll(address);
        Execute(address, """
            INSERT INTO halfcommit."Article" (_id, key) SELECT nodes, 'lost' FROM halfcommit._graph;
            INSERT INTO halfcommit._articles SELECT nodes, 'J', 'text', '{}', '{}' FROM halfcommit._graph;
            INSERT INTO halfcommit."MENTIONS" (_id, _source, _target) SELECT relations, nodes, 0 FROM halfcommit._graph
            """);
        Assert.NotEqual(before, TableRows.ReadAll(address));

        AssertTaken(0, 4, Append(Load(Files[..4]), address));
        Assert.Equal(before, TableRows.ReadAll(address));
    }

    private static GraphStore Load(params string[] files)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // The aliases beside the articles belong to each of them.
            foreach (var file in files.Append(Repository.GetPath("data", "aliases.csv")))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            return GraphLoader.Load([folder.FullName], new LoadOptions(NewsSchema.GraphType)).Store;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static AppendResult Append(GraphStore store, GraphAddress address) => GraphAppend.Run(store, address, ProperName.Is);

    private static void AssertTaken(int added, int known, AppendResult result)
    {
        Assert.Equal("", string.Join('\n', result.Refused.Select(article => $"{article.Key}: {article.Reason}")));
        Assert.Equal((added, known), (result.Added, result.Known));
    }

    private static void Execute(GraphAddress address, string sql)
    {
        using var server = new Server(address);
        using var connection = server.Open();
        connection.Execute(sql);
    }
}
