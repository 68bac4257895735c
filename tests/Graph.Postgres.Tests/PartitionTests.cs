using Npgsql;

namespace Graph.Postgres.Tests;

/// <summary>Graphs whose tables are cut, on one server and on several: the answers are those of the graph in this process.</summary>
public sealed class PartitionTests
{
    private static readonly string[] Queries =
    [
        "MATCH (n) RETURN count(*) AS n",
        "MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS n ORDER BY t",
        "MATCH (a:Article) RETURN a.key AS k, a.published AS p ORDER BY k",
        "MATCH (a)-[r:SENT_TROOPS_TO]->(b) RETURN a.name AS a, b.name AS b, r.on AS d, sentence(r) AS s ORDER BY a, b",
        "MATCH (a:Article)-[:MENTIONS]->(c:Country) RETURN c.name AS c, count(DISTINCT a) AS n ORDER BY n DESC, c",
        "MATCH (c:Country) WHERE c.name ~= 'kazakhstan' RETURN c.key AS k",
        "MATCH p = ANY SHORTEST (a:Country {key: 'russia'})-[:!MENTIONS]-{1,3}(b:Alliance) RETURN length(p) AS l, b.name AS b ORDER BY b",
        "MATCH (c:Country) RETURN c.name AS c, size(sources(c)) AS n, quote(c) AS q ORDER BY c",
    ];

    [Theory]
    [InlineData("key:1", 1, false)]
    [InlineData("key:1024", 1024, false)]
    [InlineData("year", 1, true)]
    [InlineData("key:0", null, false)]
    [InlineData("key:1025", null, false)]
    [InlineData("key:", null, false)]
    [InlineData("Year", null, false)]
    public void APartitioningIsReadFromItsText(string text, int? parts, bool byYear)
    {
        var read = Partitioning.Parse(text);
        Assert.Equal((parts, byYear), (read?.Parts, read?.ByYear ?? false));
    }

    /// <summary>Rows are sent straight to the partition that PostgreSQL would put them in.</summary>
    [SkippableFact]
    public void AHashIsThatOfTheServer()
    {
        using var server = new Server(Graphs.AddressOf("hash"));
        using var connection = server.Open();
        connection.Execute("CREATE TEMPORARY TABLE cut (node bigint) PARTITION BY HASH (node)");
        long[] nodes = [0, 1, 2, 3, 41, 1023, int.MaxValue, int.MaxValue + 1L, 1L << 40, long.MaxValue, -1, long.MinValue];
        foreach (var parts in (int[])[2, 3, 7, 64])
        {
            foreach (var node in nodes)
            {
                var part = PartitionHash.GetPart(node, parts);
                Assert.Equal(
                    "true",
                    connection.ReadText($"SELECT satisfies_hash_partition('cut'::regclass, {parts}, {part}, '{node}'::bigint)::text"));
            }
        }
    }

    [SkippableTheory]
    [InlineData("key:3", "_p0_Article,_p1_Article,_p2_Article")]
    [InlineData("year", "_y0_Article,_y2010_Article,_y2022_Article")]
    public void TablesAreCutOnOneServer(string partition, string tables)
    {
        var address = Graphs.AddressOf("cut");
        GraphPush.Run(Graphs.Data, address, Partitioning.Parse(partition));
        using var graph = PostgresGraph.Open(address);

        AssertSame(graph);
        Assert.Equal(tables, Read(address, """
            SELECT string_agg(c.relname::text, ',' ORDER BY c.relname::text COLLATE "C") FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'cut."Article"'::regclass
            """));
    }

    /// <summary>Some articles say no date, and some facts stand in no article.</summary>
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatHasNoYearIsKept(bool hasUndatedArticle)
    {
        var builder = new GraphBuilder();
        var country = builder.AddNode(["Country"], [KeyValuePair.Create("key", Value.FromString("a"))]);
        var dated = AddArticle(builder, "dated", [KeyValuePair.Create("published", Value.FromDate(PartialDate.Parse("2022-01")))]);
        var undated = hasUndatedArticle ? AddArticle(builder, "undated", []) : dated;
        foreach (var evidence in (Evidence?[])[new Evidence(dated, new TextSpan(0, 1)), new Evidence(undated, new TextSpan(0, 1)), null])
            builder.AddEdge("KNOWS", country, country, [], evidence);
        var store = builder.Build();
        var address = Graphs.AddressOf("undated");
        GraphPush.Run(store, address, Partitioning.Parse("year"));
        using var graph = PostgresGraph.Open(address);

        foreach (var query in (string[])["MATCH (a:Article) RETURN a.key AS k ORDER BY k", "MATCH ()-[r]->() RETURN count(*) AS n"])
            Assert.Equal(RowText.ReadAll(new QueryEngine(store), query), RowText.ReadAll(graph.Engine, query));
    }

    [SkippableFact]
    public void OneServerMayHoldAllParts()
    {
        using var second = PostgresCluster.RequireAnother();
        var address = Graphs.AddressOf("apart");
        GraphPush.Run(Graphs.Data, address, null, [Graphs.AddressOf(second, "apart")]);
        using var graph = PostgresGraph.Open(address);

        AssertSame(graph);
    }

    [SkippableFact]
    public void PartsStandOnSeveralServersAndAreReplacedTogether()
    {
        using var second = PostgresCluster.RequireAnother();
        var address = Graphs.AddressOf("sharded");
        ImmutableArray<GraphAddress> shards = [Graphs.AddressOf("sharded"), Graphs.AddressOf(second, "sharded")];
        for (var push = 0; push < 2; push++)
        {
            GraphPush.Run(Graphs.Data, address, Partitioning.ByNode(4), shards);
            using var graph = PostgresGraph.Open(address);
            AssertSame(graph);
        }

        const string Schemas =
            "SELECT string_agg(nspname::text, ',' ORDER BY nspname::text COLLATE \"C\") FROM pg_namespace WHERE nspname LIKE 'sharded%'";
        Assert.Equal("sharded,sharded__shard_2_0", Read(address, Schemas));
        Assert.Equal("sharded__shard_2_1", Read(shards[1], Schemas));
        Assert.NotEqual("0", Read(shards[1], "SELECT count(*)::text FROM sharded__shard_2_1.\"_p1_MENTIONS\""));

        // Without shards, nothing of them is left to ask.
        GraphPush.Run(Graphs.Data, address);
        Assert.Null(Read(address, "SELECT string_agg(srvname::text, ',') FROM pg_foreign_server WHERE srvname LIKE 'sharded%'"));
    }

    [SkippableFact]
    public void AServerThatIsGoneIsToldAndGivesNoPartOfAnAnswer()
    {
        var second = PostgresCluster.RequireAnother();
        var address = Graphs.AddressOf("halved");
        GraphPush.Run(Graphs.Data, address, null, [Graphs.AddressOf("halved"), Graphs.AddressOf(second, "halved")]);
        using var graph = PostgresGraph.Open(address);
        Assert.NotEmpty(RowText.ReadAll(graph.Engine, "MATCH (n) RETURN count(*) AS n"));
        second.Dispose();

        var query = graph.Engine.Prepare(new SourceText("MATCH (n) RETURN n.key AS k"));
        var exception = Assert.Throws<QueryException>(() => graph.Engine.Run(query).Rows.Count());
        Assert.Contains("halved__shard_1_1", exception.Message);
    }

    /// <summary>More rows than any buffer on their way holds: those that come after the server went are missed.</summary>
    [SkippableFact]
    public void AServerThatGoesInTheMiddleEndsTheAnswer()
    {
        var second = PostgresCluster.RequireAnother();
        var address = Graphs.AddressOf("middle");
        var builder = new GraphBuilder();
        for (var i = 0; i < 40_000; i++)
            builder.AddNode(["N"], [KeyValuePair.Create("text", Value.FromString($"{i}".PadRight(1000)))]);
        GraphPush.Run(builder.Build(), address, null, [Graphs.AddressOf("middle"), Graphs.AddressOf(second, "middle")]);
        using var graph = PostgresGraph.Open(address);
        using var rows = graph.Engine.Run(graph.Engine.Prepare(new SourceText("MATCH (n) RETURN n.text AS t"))).Rows.GetEnumerator();
        Assert.True(rows.MoveNext());
        second.Dispose();

        var exception = Assert.Throws<QueryException>(() =>
        {
            while (rows.MoveNext())
            {
            }
        });
        Assert.Equal("GR8003", exception.Diagnostic.Id);
        Assert.StartsWith("The answer is not complete, because the server was lost: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    private static int AddArticle(GraphBuilder builder, string key, KeyValuePair<string, Value>[] more)
    {
        var article = builder.AddNode(["Article"], [KeyValuePair.Create("key", Value.FromString(key)), .. more]);
        builder.SetText(article, "text", [new TextSpan(0, 4)]);
        return article;
    }

    private static void AssertSame(PostgresGraph graph)
    {
        var engine = new QueryEngine(Graphs.Data);
        foreach (var query in Queries)
            Assert.Equal(RowText.ReadAll(engine, query), RowText.ReadAll(graph.Engine, query));
    }

    private static string? Read(GraphAddress address, string sql)
    {
        using var server = new Server(address);
        using var connection = server.Open();
        return connection.ReadText(sql);
    }
}
