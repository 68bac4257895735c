using System.Globalization;
using Npgsql;

namespace Graph.Postgres;

/// <summary>A graph that was pushed, as an append finds it.</summary>
/// <param name="Nodes">The number that the next node gets.</param>
/// <param name="Relations">The number that the next relation gets.</param>
/// <param name="Shards">The servers that hold the partitions, with the schemas there; partitions go round. None: all stand in the graph's
/// own.</param>
internal sealed record HeldGraph(
    GraphLayout Layout, long Nodes, long Relations, Partitioning Partitioning, ImmutableArray<(GraphAddress Address, string Schema)> Shards)
{
    /// <exception cref="PostgresGraphException">There is no graph, or one of another version.</exception>
    public static HeldGraph Read(NpgsqlConnection connection, GraphAddress address)
    {
        if (connection.ReadText("SELECT to_regclass(quote_ident($1) || '._graph')::text", address.Name) is null)
            throw new PostgresGraphException($"There is no {address} to append to; push it first, without '--append'.");
        RequireFormat(connection, address);

        using var command = new NpgsqlCommand(
            $"SELECT layout, nodes, relations, partitioning FROM {address.Name.InQuotes()}._graph", connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        var (layout, nodes, relations) = (LayoutJson.Read(reader.GetString(0)), reader.GetInt64(1), reader.GetInt64(2));
        var partitioning = Partitioning.Parse(reader.GetString(3))!;
        reader.Close();
        return new HeldGraph(layout, nodes, relations, partitioning, ReadShards(connection, address));
    }

    private static void RequireFormat(NpgsqlConnection connection, GraphAddress address)
    {
        var format = connection.ReadText($"SELECT format::text FROM {address.Name.InQuotes()}._graph");
        if (format != GraphPush.Format.ToString(CultureInfo.InvariantCulture))
            throw new PostgresGraphException($"The {address} was pushed by another version; push it again.");
    }

    /// <summary>Where the partitions stand, in the order in which they go round.</summary>
    private static ImmutableArray<(GraphAddress Address, string Schema)> ReadShards(NpgsqlConnection connection, GraphAddress address)
    {
        const string Find = """
            SELECT DISTINCT s.srvname, s.srvoptions, m.umoptions FROM pg_foreign_table t
            JOIN pg_class c ON c.oid = t.ftrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_foreign_server s ON s.oid = t.ftserver LEFT JOIN pg_user_mappings m ON m.srvid = s.oid AND m.usename = current_user
            WHERE n.nspname = $1
            """;
        using var command = new NpgsqlCommand(Find, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = address.Name });
        using var reader = command.ExecuteReader();
        var found = new List<(GraphAddress Address, string Schema)>();
        while (reader.Read())
        {
            if (reader.IsDBNull(2))
                throw new PostgresGraphException(
                    $"A right is missing for {address}: its user has no mapping for server {reader.GetString(0)}.");
            string[] options = [.. reader.GetFieldValue<string[]>(1), .. reader.GetFieldValue<string[]>(2)];
            var values = options.Select(option => option.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            found.Add((GraphAddress.Create(
                values["host"], values["port"], values["dbname"], values["user"], values.GetValueOrDefault("password"), address.Name),
                reader.GetString(0)));
        }

        return [.. found.OrderBy(shard => ShardSet.GetNumber(shard.Schema))];
    }
}
