using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Graph.Postgres.Tests;

/// <summary>What a user is told when something goes wrong beside the query.</summary>
public sealed class FaultTests
{
    /// <summary>Each row costs the server a while, and there are more of them than anybody could wait for.</summary>
    private const string Endless =
        "UNWIND range(1, 400) AS a UNWIND range(1, 400) AS b UNWIND range(1, 400) AS c RETURN sum(a * b % (c + 1)) AS x";

    [SkippableFact]
    public void TimeLimitReachesTheServer()
    {
        var engine = Graphs.RemoteData.Engine;

        var exception = Assert.Throws<QueryException>(
            () => Run(engine, Endless, new QueryLimits(TimeSpan.FromMilliseconds(300)), CancellationToken.None));

        Assert.Equal("Stopped: time limit of 0.3 s reached after 0 rows.", exception.Message);
        Assert.Equal(["1"], RowText.ReadAll(engine, "RETURN 1 AS x"));
    }

    [SkippableFact]
    public async Task CancelReachesTheServer()
    {
        var engine = Graphs.RemoteData.Engine;
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => Run(engine, Endless, new QueryLimits(), stop.Token));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(["1"], RowText.ReadAll(engine, "RETURN 1 AS x"));
    }

    /// <summary>Rows are read as they come: the first ones are there long before the last one could be.</summary>
    [SkippableFact]
    public void RowsComeAsTheyAreFound()
    {
        var engine = Graphs.RemoteData.Engine;
        var query = engine.Prepare(
            new SourceText("UNWIND range(1, 400) AS a UNWIND range(1, 400) AS b UNWIND range(1, 400) AS c RETURN a + b + c AS x"));

        Assert.Equal(3, engine.Run(query).Rows.First()[0].AsInteger());
    }

    /// <summary>
    /// A server that goes away while it answers costs the answer, soon and with a clear word; never a part of it that looks whole.
    /// </summary>
    [SkippableFact]
    public void LostServerEndsTheAnswer()
    {
        var cluster = PostgresCluster.RequireAnother();
        GraphPush.Run(Graphs.Data, Graphs.AddressOf(cluster, "news"));
        using var graph = PostgresGraph.Open(Graphs.AddressOf(cluster, "news"));
        var query = graph.Engine.Prepare(
            new SourceText("UNWIND range(1, 400) AS a UNWIND range(1, 400) AS b UNWIND range(1, 400) AS c RETURN a + b + c AS x"));
        var rows = graph.Engine.Run(query).Rows.GetEnumerator();
        Assert.True(rows.MoveNext());

        var watch = Stopwatch.StartNew();
        cluster.Dispose();
        var exception = Assert.Throws<QueryException>(() =>
        {
            while (rows.MoveNext())
            {
            }
        });

        Assert.Equal("GR8003", exception.Diagnostic.Id);
        Assert.StartsWith("The answer is not complete, because the server was lost", exception.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.StartsWith(
            "The server of graph 'news' in database 'postgres'",
            Assert.Throws<PostgresGraphException>(() => PostgresGraph.Open(Graphs.AddressOf(cluster, "news"))).Message,
            StringComparison.Ordinal);
    }

    [SkippableFact]
    public void GraphThatIsNotThereIsToldWithThoseThatAre()
    {
        _ = Graphs.RemoteData;

        var message = Assert.Throws<PostgresGraphException>(() => PostgresGraph.Open(Graphs.AddressOf("nothing"))).Message;

        Assert.Contains("There is no graph 'nothing' in database 'postgres'", message, StringComparison.Ordinal);
        Assert.Contains("news", message, StringComparison.Ordinal);
    }

    /// <summary>No old server is at hand, so a socket says what one says when somebody connects.</summary>
    [Theory]
    [InlineData("12.22", "is PostgreSQL 12.22; graphs need version 13 or later.")]
    [InlineData("9.6.24", "is PostgreSQL 9.6.24; graphs need version 13 or later.")]
    public async Task OldServerIsNamedWithTheVersionThatIsNeeded(string version, string reason)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var greeting = GreetAsync(listener, version);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var address = GraphAddress.Parse($"postgres://me@127.0.0.1:{port}/db/g?Server%20Compatibility%20Mode=NoTypeLoading", out _)!;
        var message = Assert.Throws<PostgresGraphException>(() => PostgresGraph.Open(address)).Message;

        Assert.EndsWith(reason, message, StringComparison.Ordinal);
        await greeting;
    }

    [Theory]
    [InlineData("postgres://host/", "the path is /DATABASE/NAME, or /NAME in the database with the name of the user")]
    [InlineData("postgres://host/a/b/c", "the path is /DATABASE/NAME, or /NAME in the database with the name of the user")]
    [InlineData("postgres://host/db/pg_x", "a graph's name is letters, digits and '_', at most 40 of them, and begins with a letter that is not 'pg_'")]
    [InlineData("postgres://host/db/a%22b", "a graph's name is letters, digits and '_', at most 40 of them, and begins with a letter that is not 'pg_'")]
    [InlineData("postgres://host/db/a?nonsense=1", "'nonsense' is no option of a connection")]
    public void WrongAddressSaysWhy(string address, string reason)
    {
        Assert.Null(GraphAddress.Parse(address, out var found));
        Assert.Equal(reason, found);
    }

    [Fact]
    public void AddressDoesNotShowThePassword() =>
        Assert.Equal(
            "graph 'g' in database 'db' on host:1234", GraphAddress.Parse("postgres://me:secret@host:1234/db/g", out _)!.ToString());

    /// <summary>The first messages of PostgreSQL's protocol, version 3: no encryption, welcome, the server's version, ready.</summary>
    private static async Task GreetAsync(TcpListener listener, string version)
    {
        const int LengthOfEncryptionRequest = 8;
        var parameter = Encoding.ASCII.GetBytes($"server_version\0{version}\0");
        byte[] welcome = [(byte)'R', 0, 0, 0, 8, 0, 0, 0, 0, (byte)'S', 0, 0, 0, (byte)(parameter.Length + 4), .. parameter, (byte)'Z', 0,
            0, 0, 5, (byte)'I'];
        var request = new byte[8192];
        while (true)
        {
            // Who tries an encryption that is not there may come again without.
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var length = await stream.ReadAsync(request);
            for (; length == LengthOfEncryptionRequest; length = await stream.ReadAsync(request))
                await stream.WriteAsync("N"u8.ToArray());
            if (length == 0)
                continue;

            await stream.WriteAsync(welcome);
            _ = await stream.ReadAsync(request);
            return;
        }
    }

    private static void Run(QueryEngine engine, string query, QueryLimits limits, CancellationToken cancellation)
    {
        foreach (var _ in engine.Run(engine.Prepare(new SourceText(query), null, cancellation), null, limits, cancellation).Rows)
        {
        }
    }
}
