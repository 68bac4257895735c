using System.Data;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// Writes a graph as tables. Everything is made in a schema of its own, which takes the place of the old graph in one transaction, so that
/// a push that was stopped leaves the old graph or none, and the next one of the same goes on with it. Tables may be cut into partitions,
/// which may stand on other servers.
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
    /// <exception cref="ArgumentException">Tables that stand on several servers are cut by node, into a partition for each at
    /// least.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the old graph stands.</exception>
    public static PushResult Run(
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
            var result = Write(server, connection, store, cut, set, cancellation);
            Unlock(connection);
            return result;
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

    private static PushResult Write(
        Server server, NpgsqlConnection connection, GraphStore store, TableCut cut, ShardSet shards, CancellationToken cancellation)
    {
        var layout = LayoutBuilder.Build(store);
        var (address, schema) = (server.Address, GetLoadingSchema(server.Address));
        shards.Prepare(connection);
        var tables = TableDefinitions.List(layout, store);
        var copy = new StoreCopy(store, layout, tables, cut, cancellation);
        var result = shards.IsEmpty
            ? WriteHere(server, connection, copy, tables, cut, cancellation)
            : WriteThere(server, connection, copy, tables, cut, shards, cancellation);
        cancellation.ThrowIfCancellationRequested();
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute(
                string.Join(";\n", [.. TableDefinitions.CreateViews(layout), TableDefinitions.Description, PushProgress.Forget(schema)]));
            WriteDescription(connection, layout, store, cut.Partitioning);
            connection.Execute(
                $"DROP SCHEMA IF EXISTS {address.Name.InQuotes()} CASCADE; ALTER SCHEMA {schema.InQuotes()} RENAME TO "
                    + $"{address.Name.InQuotes()}; {shards.DropOthers()}");
            transaction.Commit();
        }

        shards.Clean();
        return result;
    }

    /// <summary>All tables and their partitions on the server of the graph.</summary>
    private static PushResult WriteHere(
        Server server,
        NpgsqlConnection connection,
        StoreCopy copy,
        ImmutableArray<TableDefinition> tables,
        TableCut cut,
        CancellationToken cancellation)
    {
        var schema = GetLoadingSchema(server.Address);
        var create = string.Join(";\n", [SqlResources.Functions, .. tables.SelectMany(cut.Create)]);
        var pieces = copy.ListPieces(null).ToImmutableArray();
        var indexes = tables.SelectMany(cut.CreateIndexes).ToImmutableArray();
        if (copy.RowCount < FewRows)
        {
            CreateAnew(connection, schema, create);
            foreach (var piece in pieces)
                piece.Copy(connection);
            connection.Execute(string.Join(";\n", [.. indexes, .. tables.Select(Analyze)]));
            return new PushResult(pieces.Length, 0);
        }

        var progress = new PushProgress(server, schema, create, ToSteps(pieces), ToSteps(indexes));
        progress.Begin(connection);
        PushTask.RunAll(progress.Copies, cancellation);
        PushTask.RunAll(progress.Indexes, cancellation);
        PushTask.RunAll(tables.Select(table => PushTask.Execute(server, schema, Analyze(table))), cancellation);
        return new PushResult(pieces.Length, pieces.Length - progress.Copies.Length);
    }

    /// <summary>Each partition straight to the server that holds it; the server of the graph only learns where.</summary>
    private static PushResult WriteThere(
        Server home,
        NpgsqlConnection connection,
        StoreCopy copy,
        ImmutableArray<TableDefinition> tables,
        TableCut cut,
        ShardSet shards,
        CancellationToken cancellation)
    {
        var schema = GetLoadingSchema(home.Address);
        var foreign = Enumerable.Range(0, cut.Partitioning.Parts)
            .SelectMany(part => tables.Select(table => cut.CreateForeignPart(table, part, shards[part % shards.Count].Schema)));
        CreateAnew(connection, schema, string.Join(";\n", [SqlResources.Functions, .. tables.Select(cut.CreateWhole), .. foreign]));

        var each = Enumerable.Range(0, shards.Count).Select(shard => BeginShard(copy, tables, cut, shards, shard)).ToImmutableArray();
        PushTask.RunAll(each.SelectMany(shard => shard.Copies), cancellation);
        PushTask.RunAll(each.SelectMany(shard => shard.Indexes), cancellation);
        PushTask.RunAll(tables.Select(table => PushTask.Execute(home, schema, Analyze(table))), cancellation);
        return new PushResult(each.Sum(shard => shard.PieceCount), each.Sum(shard => shard.PieceCount - shard.Copies.Length));
    }

    /// <summary>The tables of the partitions that stand on a server; partitions go round.</summary>
    private static PushProgress BeginShard(StoreCopy copy, ImmutableArray<TableDefinition> tables, TableCut cut, ShardSet shards, int shard)
    {
        var (server, schema) = shards[shard];
        var parts = Enumerable.Range(0, cut.Partitioning.Parts).Where(part => part % shards.Count == shard).ToArray();
        var create = parts.SelectMany(part => tables.Select(table => cut.CreatePart(table, part))).Prepend(shards.ClaimSchema(shard));
        var indexes = parts.SelectMany(part => tables.Select(table =>
            string.Join(";\n", [.. cut.CreateIndexesOfPart(table, part), cut.AnalyzePart(table, part)])));
        var progress = new PushProgress(
            server, schema, string.Join(";\n", create), ToSteps(parts.SelectMany(part => copy.ListPieces(part))), ToSteps(indexes));
        server.Use(progress.Begin);
        return progress;
    }

    private static void CreateAnew(NpgsqlConnection connection, string schema, string create)
    {
        connection.Execute($"DROP SCHEMA IF EXISTS {schema.InQuotes()} CASCADE");
        connection.Execute($"CREATE SCHEMA {schema.InQuotes()}; SET search_path = {schema.InQuotes()}");
        connection.Execute(create);
    }

    private static string Analyze(TableDefinition table) => $"ANALYZE {table.Name.InQuotes()}";

    private static ImmutableArray<PushStep> ToSteps(IEnumerable<CopyPiece> pieces) => [.. pieces.Select(piece => piece.ToStep())];

    private static ImmutableArray<PushStep> ToSteps(IEnumerable<string> indexes) => [.. indexes.Select(PushStep.Execute)];

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
            SELECT CASE WHEN to_regclass(quote_ident($1) || '._graph') IS NULL THEN 'other' ELSE 'graph' END
            FROM pg_namespace WHERE nspname = $1
            """;
        if (connection.ReadText(Find, address.Name) == "other")
            throw new PostgresGraphException(
                $"Schema '{address.Name}' in database '{address.Database}' holds something else than a graph; choose another name.");
    }
}
