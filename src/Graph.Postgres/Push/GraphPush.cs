using System.Data;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// Writes a graph as tables. Everything is made in a schema of its own, which takes the place of the old graph in one transaction, so that
/// a push that was stopped leaves the old graph or none. Tables may be cut into partitions, which may stand on other servers.
/// </summary>
public static class GraphPush
{
    internal const int Format = 2;

    private const string Loading = "__loading";

    /// <summary>Fewer are sooner written on one connection than others are opened.</summary>
    private const int FewRows = 20_000;

    /// <param name="partitioning">How the tables are cut; null for not at all, or into a partition for each shard.</param>
    /// <param name="shards">Databases that the partitions stand in, each with the name of the graph; none: that of the graph.</param>
    /// <exception cref="PostgresGraphException">A server cannot be reached or refuses; something else has the graph's name.</exception>
    /// <exception cref="ArgumentException">Tables that stand on several servers are cut by node, into a partition for each at least.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the old graph stands.</exception>
    public static void Run(
        GraphStore store,
        GraphAddress address,
        Partitioning? partitioning = null,
        ImmutableArray<GraphAddress> shards = default,
        CancellationToken cancellation = default)
    {
        shards = shards.IsDefault ? [] : shards;
        partitioning ??= Partitioning.ByNode(Math.Max(1, shards.Length));
        if (!shards.IsEmpty && (partitioning.ByYear || partitioning.Parts < shards.Length))
            throw new ArgumentException("Each server needs a partition by node.", nameof(partitioning));

        using var server = new Server(address);
        using var connection = server.Open();
        try
        {
            Lock(connection, address);
            RequireGraphOrNothing(connection, address);
            using var set = ShardSet.Create(connection, address.Name, shards);
            var cut = new TableCut(partitioning, partitioning.ByYear ? new ArticleYears(store) : null, !shards.IsEmpty);
            Write(server, connection, store, cut, set, cancellation);
            Unlock(connection);
        }
        catch (OperationCanceledException) when (connection.State == ConnectionState.Open)
        {
            Unlock(connection);
            throw;
        }
        catch (NpgsqlException exception)
        {
            throw server.Explain(exception);
        }
    }

    internal static string GetLoadingSchema(GraphAddress address) => address.Name + Loading;

    private static void Write(
        Server server, NpgsqlConnection connection, GraphStore store, TableCut cut, ShardSet shards, CancellationToken cancellation)
    {
        var layout = LayoutBuilder.Build(store);
        var (address, schema) = (server.Address, GetLoadingSchema(server.Address));
        connection.Execute($"DROP SCHEMA IF EXISTS {schema.InQuotes()} CASCADE");
        shards.Prepare(connection);
        connection.Execute($"CREATE SCHEMA {schema.InQuotes()}; SET search_path = {schema.InQuotes()}");
        connection.Execute(SqlResources.Functions);
        connection.Execute(TableDefinitions.Description);

        var tables = TableDefinitions.List(layout, store);
        var copy = new StoreCopy(store, layout, tables, cut, cancellation);
        if (shards.IsEmpty)
            WriteHere(server, connection, copy, tables, cut, cancellation);
        else
            WriteThere(server, connection, copy, tables, cut, shards, cancellation);
        connection.Execute(string.Join(";\n", TableDefinitions.CreateViews(layout)));
        WriteDescription(connection, layout, store, cut.Partitioning);
        cancellation.ThrowIfCancellationRequested();
        connection.Execute(
            $"BEGIN; DROP SCHEMA IF EXISTS {address.Name.InQuotes()} CASCADE; ALTER SCHEMA {schema.InQuotes()} RENAME TO "
                + $"{address.Name.InQuotes()}; {shards.DropOthers()}; COMMIT");
        shards.Clean();
    }

    /// <summary>All tables and their partitions on the server of the graph.</summary>
    private static void WriteHere(
        Server server,
        NpgsqlConnection connection,
        StoreCopy copy,
        ImmutableArray<TableDefinition> tables,
        TableCut cut,
        CancellationToken cancellation)
    {
        var schema = GetLoadingSchema(server.Address);
        connection.Execute(string.Join(";\n", tables.SelectMany(cut.Create)));
        if (copy.RowCount < FewRows)
        {
            foreach (var part in copy.ListParts(null))
                part(connection);
            connection.Execute(string.Join(";\n", [.. tables.SelectMany(cut.CreateIndexes), .. tables.Select(Analyze)]));
            return;
        }

        PushTask.RunAll(copy.ListParts(null).Select(part => new PushTask(server, schema, part)), cancellation);
        PushTask.RunAll(tables.SelectMany(cut.CreateIndexes).Select(index => PushTask.Execute(server, schema, index)), cancellation);
        PushTask.RunAll(tables.Select(table => PushTask.Execute(server, schema, Analyze(table))), cancellation);
    }

    private static string Analyze(TableDefinition table) => $"ANALYZE {table.Name.InQuotes()}";

    /// <summary>Each partition straight to the server that holds it; the server of the graph only learns where.</summary>
    private static void WriteThere(
        Server home,
        NpgsqlConnection connection,
        StoreCopy rows,
        ImmutableArray<TableDefinition> tables,
        TableCut cut,
        ShardSet shards,
        CancellationToken cancellation)
    {
        var (create, copy, index) = (new List<PushTask>(), new List<PushTask>(), new List<PushTask>());
        connection.Execute(string.Join(";\n", tables.Select(cut.CreateWhole)));
        for (var part = 0; part < cut.Partitioning.Parts; part++)
        {
            var (number, (server, schema)) = (part, shards.Find(part));
            connection.Execute(string.Join(";\n", tables.Select(table => cut.CreateForeignPart(table, number, schema))));
            create.Add(PushTask.Execute(server, schema, string.Join(";\n", tables.Select(table => cut.CreatePart(table, number)))));
            copy.AddRange(rows.ListParts(number).Select(piece => new PushTask(server, schema, piece)));
            index.AddRange(tables.Select(table =>
                PushTask.Execute(server, schema, string.Join(";\n", [.. cut.CreateIndexesOfPart(table, number), cut.AnalyzePart(table, number)]))));
        }

        PushTask.RunAll(create, cancellation);
        PushTask.RunAll(copy, cancellation);
        PushTask.RunAll(index, cancellation);
        PushTask.RunAll(tables.Select(table => PushTask.Execute(home, GetLoadingSchema(home.Address), Analyze(table))), cancellation);
    }

    private static void WriteDescription(NpgsqlConnection connection, GraphLayout layout, GraphStore store, Partitioning partitioning)
    {
        using var command = new NpgsqlCommand("INSERT INTO _graph VALUES ($1, $2, $3, $4, $5)", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Format });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LayoutJson.Write(layout) });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = store.NodeCount });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = store.EdgeCount });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = partitioning.ToString() });
        command.ExecuteNonQuery();
    }

    /// <summary>Two pushes of one graph would write into each other's tables.</summary>
    internal static void Lock(NpgsqlConnection connection, GraphAddress address)
    {
        if (connection.ReadText("SELECT pg_try_advisory_lock(hashtextextended($1, 0))::text", $"graph push {address.Name}") != "true")
            throw new PostgresGraphException($"Another push of {address} is under way.");
    }

    /// <summary>A busy server ends a connection some time after it was closed, and the next push should not wait for that.</summary>
    internal static void Unlock(NpgsqlConnection connection) => connection.Execute("SELECT pg_advisory_unlock_all()");

    private static void RequireGraphOrNothing(NpgsqlConnection connection, GraphAddress address)
    {
        const string Find = """
            SELECT CASE WHEN to_regclass(quote_ident($1) || '._graph') IS NULL THEN 'other' ELSE 'graph' END FROM pg_namespace WHERE nspname = $1
            """;
        if (connection.ReadText(Find, address.Name) == "other")
            throw new PostgresGraphException(
                $"Schema '{address.Name}' in database '{address.Database}' holds something else than a graph; choose another name.");
    }
}
