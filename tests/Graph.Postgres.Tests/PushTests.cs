using System.Globalization;
using Npgsql;

namespace Graph.Postgres.Tests;

public sealed class PushTests
{
    [SkippableFact]
    public void EveryNodeAndRelationIsInItsTable()
    {
        var graph = Graphs.RemoteData;

        Assert.Equal(Graphs.Data.NodeCount, graph.NodeCount);
        Assert.Equal(Graphs.Data.EdgeCount, graph.RelationCount);
        Assert.Equal([$"{Graphs.Data.NodeCount}"], RowText.ReadAll(graph.Engine, "MATCH (n) RETURN count(*) AS n"));
        Assert.Equal([$"{Graphs.Data.EdgeCount}"], RowText.ReadAll(graph.Engine, "MATCH ()-[r]->() RETURN count(*) AS n"));
    }

    /// <summary>The tables as others see them: typed columns, a date as its text with its first and last day.</summary>
    [SkippableFact]
    public void TablesHaveTypedColumns()
    {
        _ = Graphs.RemoteData;

        Verifier.Verify(string.Join('\n', ReadRows("""
            SELECT table_name || '.' || column_name || ' ' || data_type FROM information_schema.columns
            WHERE table_schema = 'news' AND table_name IN ('Article', 'SENT_TROOPS_TO', '_articles', '_names', '_graph', '_node_evidence')
            ORDER BY table_name COLLATE "C", ordinal_position
            """)) + "\n");
    }

    [SkippableFact]
    public void PushingAgainGivesTheSameGraph()
    {
        using var first = Graphs.Push(Graphs.Data, "again");
        using var second = Graphs.Push(Graphs.Data, "again");
        const string Query = "MATCH (a)-[r]->(b) RETURN a.key, type(r), b.key";

        Assert.Equal(RowText.Sorted(RowText.ReadAll(first.Engine, Query)), RowText.Sorted(RowText.ReadAll(second.Engine, Query)));
        Assert.Equal(["1"], ReadRows("SELECT count(*)::text FROM pg_namespace WHERE nspname LIKE 'again%'"));
    }

    /// <summary>Half a push is what a killed one leaves behind: a schema of its own, which the next push removes.</summary>
    [SkippableFact]
    public void PushThatWasStoppedLeavesTheOldGraph()
    {
        using var old = Graphs.Push(Graphs.Data, "stopped");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => GraphPush.Run(Graphs.Data, Graphs.AddressOf("stopped"), cancellation: stop.Token));
        Assert.Equal([$"{Graphs.Data.NodeCount}"], RowText.ReadAll(old.Engine, "MATCH (n) RETURN count(*) AS n"));

        using var next = Graphs.Push(Graphs.Data, "stopped");
        Assert.Equal(["stopped"], ReadRows("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'stopped%'"));
    }

    /// <summary>
    /// The first push stops at a text that the server cannot hold, when the tables before it are there. What comes next sends them again
    /// only where it has other rows or tables.
    /// </summary>
    [SkippableTheory]
    [InlineData("the same", "x", "name", true)]
    [InlineData("another value", "y", "name", false)]
    [InlineData("another column", "x", "title", false)]
    public void PushThatWasStoppedIsGoneOnWith(string what, string value, string property, bool goesOn)
    {
        var address = Graphs.AddressOf("halfway");
        Assert.Throws<PostgresGraphException>(() => GraphPush.Run(CreateLarge("x", "name", "\0"), address));
        const string Place = "SELECT 'halfway{0}.\"A\"'::regclass::oid::text";
        var before = ReadRows(string.Format(CultureInfo.InvariantCulture, Place, "__loading"));

        var store = CreateLarge(value, property, what);
        var result = GraphPush.Run(store, address);

        Assert.Equal(
            (goesOn, goesOn), (result.Kept > 0, before.SequenceEqual(ReadRows(string.Format(CultureInfo.InvariantCulture, Place, "")))));
        AssertSame(store, address);
        Assert.Equal(["halfway"], ReadRows("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'halfway%'"));
        Assert.Empty(ReadRows("SELECT tablename::text FROM pg_tables WHERE tablename = '_progress'"));
    }

    /// <summary>Where a value differs, only the server that holds it begins anew.</summary>
    [SkippableTheory]
    [InlineData("x")]
    [InlineData("y")]
    public void PushToShardsThatWasStoppedIsGoneOnWith(string value)
    {
        using var second = PostgresCluster.RequireAnother();
        var address = Graphs.AddressOf("halfshard");
        ImmutableArray<GraphAddress> shards = [Graphs.AddressOf(second, "halfshard"), Graphs.AddressOf("halfshard")];
        Assert.Throws<PostgresGraphException>(() => GraphPush.Run(CreateLarge("x", "name", "\0"), address, Partitioning.ByNode(4), shards));

        var store = CreateLarge(value, "name", "last");
        var result = GraphPush.Run(store, address, Partitioning.ByNode(4), shards);

        Assert.True(result.Kept > 0);
        AssertSame(store, address);
        Assert.Empty(ReadRows("SELECT tablename::text FROM pg_tables WHERE tablename = '_progress'"));
    }

    [SkippableFact]
    public void SchemaOfSomethingElseIsNotTouched()
    {
        ReadRows("CREATE SCHEMA IF NOT EXISTS other; CREATE TABLE IF NOT EXISTS other.t (x int); SELECT ''");

        var exception = Assert.Throws<PostgresGraphException>(() => GraphPush.Run(Graphs.Data, Graphs.AddressOf("other")));

        Assert.Equal("Schema 'other' in database 'postgres' holds something else than a graph; choose another name.", exception.Message);
    }

    [SkippableFact]
    public void TextThatPostgresCannotHoldIsRefused()
    {
        var builder = new GraphBuilder();
        builder.AddNode(["A"], [KeyValuePair.Create("name", Value.FromString("a\0b"))]);

        var exception = Assert.Throws<PostgresGraphException>(() => GraphPush.Run(builder.Build(), Graphs.AddressOf("zero")));

        Assert.StartsWith("PostgreSQL holds no text with the character U+0000", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Names of labels, relations and properties never become SQL, whatever they are.</summary>
    [SkippableTheory]
    [InlineData("x\"; DROP SCHEMA news CASCADE; --")]
    [InlineData("_id")]
    [InlineData("Straße' || (SELECT 1) || '")]
    [InlineData("a")]
    [InlineData("a name that is much too long to be the name of a column or of a table in PostgreSQL")]
    public void NamesOfTheDataAreInert(string name)
    {
        var builder = new GraphBuilder();
        var first = builder.AddNode(
            [name, "A"], [KeyValuePair.Create(name, Value.FromString(name)), KeyValuePair.Create("A", Value.FromInteger(1))]);
        builder.AddEdge(name, first, first, [KeyValuePair.Create(name, Value.FromString(name))]);
        var store = builder.Build();
        using var graph = Graphs.Push(store, "names");
        var quoted = $"`{name}`";
        var query =
            $"MATCH (n:{quoted} {{{quoted}: $p}})-[r:{quoted}]->(n) WHERE n.A = 1 RETURN n, r, labels(n), type(r), keys(n), properties(r)";
        var parameters = new Dictionary<string, Value> { ["p"] = Value.FromString(name) };

        Assert.Equal(RowText.ReadAll(new QueryEngine(store), query, parameters), RowText.ReadAll(graph.Engine, query, parameters));
    }

    /// <summary>More rows than go on one connection, in tables A, B and Z; the last is written last.</summary>
    private static GraphStore CreateLarge(string value, string property, string last)
    {
        const int Rows = 12_000;
        var builder = new GraphBuilder();
        foreach (var label in (string[])["A", "B"])
        {
            for (var i = 0; i < Rows; i++)
                builder.AddNode([label], [KeyValuePair.Create(property, Value.FromString(i == 7 ? value : $"{label}{i}"))]);
        }

        builder.AddNode(["Z"], [KeyValuePair.Create("last", Value.FromString(last))]);
        return builder.Build();
    }

    private static void AssertSame(GraphStore store, GraphAddress address)
    {
        using var graph = PostgresGraph.Open(address);
        foreach (var query in (string[])["MATCH (n) RETURN labels(n) AS l, count(*) AS n ORDER BY l",
            "MATCH (n:A|Z) RETURN n.name AS a, n.title AS b, n.last AS c"])
            Assert.Equal(
                RowText.Sorted(RowText.ReadAll(new QueryEngine(store), query)), RowText.Sorted(RowText.ReadAll(graph.Engine, query)));
    }

    private static List<string> ReadRows(string sql)
    {
        using var server = new Server(Graphs.AddressOf("news"));
        using var connection = server.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
