using System.Globalization;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// The servers that hold the partitions of a graph, and how the server of the graph knows them. Each push has schemas and names of its own
/// there, so that the old graph stands until the new one is whole.
/// </summary>
internal sealed class ShardSet : IDisposable
{
    // Nobody waits longer for a machine that is gone; a row takes little, so many travel at once.
    private const string ServerOptions = "connect_timeout '5', keepalives_idle '5', fetch_size '10000', async_capable 'true'";

    private readonly string graph;
    private readonly string owner;
    private readonly int generation;
    private readonly ImmutableArray<Server> servers;

    private ShardSet(string graph, string owner, int generation, ImmutableArray<Server> servers)
    {
        this.graph = graph;
        this.owner = owner;
        this.generation = generation;
        this.servers = servers;
    }

    public bool IsEmpty => servers.IsEmpty;

    /// <param name="connection">To the server of the graph.</param>
    /// <param name="shards">Databases, each with the name of the graph.</param>
    public static ShardSet Create(NpgsqlConnection connection, string graph, ImmutableArray<GraphAddress> shards)
    {
        const string Identify = """
            SELECT system_identifier || '/' || (SELECT oid FROM pg_database WHERE datname = current_database()) FROM pg_control_system()
            """;
        var owner = shards.IsEmpty ? "" : $"part of graph '{graph}' of {connection.ReadText(Identify)}";
        return new ShardSet(graph, owner, FindLive(connection, graph) + 1, [.. shards.Select(shard => new Server(shard))]);
    }

    public void Dispose()
    {
        foreach (var server in servers)
            server.Dispose();
    }

    public int Count => servers.Length;

    /// <summary>A server, and its schema, which is also the name by which the server of the graph knows it.</summary>
    public (Server Server, string Schema) this[int index] => (servers[index], NameOf(index));

    /// <summary>The SQL that says whose a schema is.</summary>
    public string ClaimSchema(int index) => $"COMMENT ON SCHEMA {NameOf(index).InQuotes()} IS {Literal(owner)}";

    /// <summary>Removes what other pushes left on the servers, and gives them names on the server of the graph.</summary>
    /// <exception cref="PostgresGraphException">A server cannot be reached, or holds something else under the name.</exception>
    public void Prepare(NpgsqlConnection connection)
    {
        connection.Execute(DropOthers(generation - 1));
        if (IsEmpty)
            return;

        connection.Execute("CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA public");
        for (var i = 0; i < servers.Length; i++)
        {
            RequireSchema(servers[i], NameOf(i));
            connection.Execute(Describe(servers[i].Address, NameOf(i)));
        }
    }

    /// <summary>The SQL that forgets the servers of every other push of the graph.</summary>
    public string DropOthers() => DropOthers(IsEmpty ? 0 : generation);

    /// <summary>Removes what former pushes left on the servers.</summary>
    public void Clean()
    {
        for (var i = 0; i < servers.Length; i++)
        {
            var schema = NameOf(i);
            servers[i].Use(shard =>
            {
                shard.Execute(PushProgress.Forget(schema));
                DropSchemas(shard, $"<> {generation}");
            });
        }
    }

    /// <summary>The number of a server, from its schema.</summary>
    public static int GetNumber(string schema) => int.Parse(schema.AsSpan(schema.LastIndexOf('_') + 1), CultureInfo.InvariantCulture);

    private string NameOf(int server) => string.Create(CultureInfo.InvariantCulture, $"{graph}__shard_{generation}_{server}");

    private static string PatternOf(string graph) => $"^{graph}__shard_([0-9]+)_[0-9]+$";

    /// <summary>The number of the push that the graph stands from; 0 where it stands on one server.</summary>
    private static int FindLive(NpgsqlConnection connection, string graph)
    {
        const string Find = """
            SELECT max((regexp_match(s.srvname, $2))[1]::int)::text FROM pg_foreign_table t
            JOIN pg_class c ON c.oid = t.ftrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_foreign_server s ON s.oid = t.ftserver WHERE n.nspname = $1
            """;
        return connection.ReadText(Find, graph, PatternOf(graph)) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
    }

    private string DropOthers(int kept) => $"""
        DO $$ DECLARE other text; BEGIN
        FOR other IN SELECT srvname FROM pg_foreign_server
            WHERE srvname ~ '{PatternOf(graph)}' AND (regexp_match(srvname, '{PatternOf(graph)}'))[1]::int <> {kept}
        LOOP EXECUTE format('DROP SERVER %I CASCADE', other); END LOOP; END $$
        """;

    private void RequireSchema(Server server, string schema) => server.Use(shard =>
    {
        DropSchemas(shard, $"NOT IN ({generation - 1}, {generation})");
        const string FindOwner = "SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = $1";
        if (shard.ReadText(FindOwner, schema) is { } found && found != owner)
            throw new PostgresGraphException($"Schema '{schema}' in database '{server.Address.Database}' belongs to another graph.");
    });

    /// <summary>Schemas of this graph only: another server may have a graph of the same name.</summary>
    /// <param name="generations">A condition on the number of their push.</param>
    private void DropSchemas(NpgsqlConnection shard, string generations) => shard.Execute($"""
        DO $$ DECLARE other text; BEGIN
        FOR other IN SELECT nspname FROM pg_namespace
            WHERE nspname ~ '{PatternOf(graph)}' AND (regexp_match(nspname, '{PatternOf(graph)}'))[1]::int {generations}
                AND obj_description(oid, 'pg_namespace') = {Literal(owner)}
        LOOP EXECUTE format('DROP SCHEMA %I CASCADE', other); END LOOP; END $$
        """);

    private static string Describe(GraphAddress shard, string name)
    {
        var connection = new NpgsqlConnectionStringBuilder(shard.ConnectionString);
        var password = connection.Password is { Length: > 0 } given ? $", password {Literal(given)}" : "";
        return $"CREATE SERVER {name.InQuotes()} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host {Literal(connection.Host!)}, "
            + $"port '{connection.Port}', dbname {Literal(connection.Database!)}, {ServerOptions}); "
            + $"CREATE USER MAPPING FOR CURRENT_USER SERVER {name.InQuotes()} OPTIONS (user {Literal(connection.Username!)}{password})";
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
