using System.Collections.Concurrent;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// Writes a graph as tables. Everything is made in a schema of its own, which takes the place of the old graph in one transaction, so that
/// a push that was stopped leaves the old graph or none.
/// </summary>
public static class GraphPush
{
    internal const int Format = 1;

    private const string Loading = "__loading";
    private const int MostConnections = 4;

    /// <summary>Fewer are sooner written on one connection than others are opened.</summary>
    private const int FewRows = 20_000;

    /// <exception cref="PostgresGraphException">The server cannot be reached or refuses; something else has the graph's name.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the old graph stands.</exception>
    public static void Run(GraphStore store, GraphAddress address, CancellationToken cancellation = default)
    {
        using var server = new Server(address);
        using var connection = server.Open();
        try
        {
            Lock(connection, address);
            RequireGraphOrNothing(connection, address);
            Write(server, connection, store, address, cancellation);
        }
        catch (NpgsqlException exception)
        {
            throw server.Explain(exception);
        }
    }

    internal static string GetLoadingSchema(GraphAddress address) => address.Name + Loading;

    private static void Write(
        Server server, NpgsqlConnection connection, GraphStore store, GraphAddress address, CancellationToken cancellation)
    {
        var layout = LayoutBuilder.Build(store);
        var schema = GetLoadingSchema(address);
        connection.Execute(
            $"DROP SCHEMA IF EXISTS {schema.InQuotes()} CASCADE; CREATE SCHEMA {schema.InQuotes()}; SET search_path = {schema.InQuotes()}");
        connection.Execute(SqlResources.Functions);
        connection.Execute(string.Join(";\n", TableDefinitions.CreateTables(layout)));
        var parts = new StoreCopy(store, layout, cancellation).ListParts();
        var indexes = TableDefinitions.CreateIndexes(layout, store);
        var statistics = TableDefinitions.ListTables(layout).Select(table => $"ANALYZE {table}");
        if (store.NodeCount + (long)store.EdgeCount < FewRows)
        {
            foreach (var part in parts)
                part(connection);
            connection.Execute(string.Join(";\n", [.. indexes, .. statistics]));
        }
        else
        {
            RunAll(server, schema, parts, cancellation);
            RunAll(server, schema, indexes.Select(Execute), cancellation);
            RunAll(server, schema, statistics.Select(Execute), cancellation);
        }

        WriteDescription(connection, layout, store);
        cancellation.ThrowIfCancellationRequested();
        connection.Execute(
            $"BEGIN; DROP SCHEMA IF EXISTS {address.Name.InQuotes()} CASCADE; ALTER SCHEMA {schema.InQuotes()} RENAME TO "
                + $"{address.Name.InQuotes()}; COMMIT");
    }

    private static Action<NpgsqlConnection> Execute(string sql) => connection => connection.Execute(sql);

    /// <summary>The parts in any order, on several connections.</summary>
    private static void RunAll(Server server, string schema, IEnumerable<Action<NpgsqlConnection>> parts, CancellationToken cancellation)
    {
        var waiting = new ConcurrentQueue<Action<NpgsqlConnection>>(parts);
        var workers = Math.Min(Math.Min(MostConnections, Environment.ProcessorCount), waiting.Count);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var all = Enumerable.Range(0, workers)
            .Select(_ => Task.Factory.StartNew(() => Work(failed), TaskCreationOptions.LongRunning))
            .ToArray();
        try
        {
            Task.WaitAll(all, CancellationToken.None);
        }
        catch (AggregateException exception)
        {
            var first = exception.InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException)
                ?? exception.InnerExceptions[0];
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        void Work(CancellationTokenSource stop)
        {
            try
            {
                using var connection = server.Open();
                connection.Execute($"SET search_path = {schema.InQuotes()}");
                while (waiting.TryDequeue(out var part))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    part(connection);
                }
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }

    private static void WriteDescription(NpgsqlConnection connection, GraphLayout layout, GraphStore store)
    {
        using var command = new NpgsqlCommand("INSERT INTO _graph VALUES ($1, $2, $3, $4)", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Format });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LayoutJson.Write(layout) });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = store.NodeCount });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = store.EdgeCount });
        command.ExecuteNonQuery();
    }

    /// <summary>Two pushes of one graph would write into each other's tables.</summary>
    private static void Lock(NpgsqlConnection connection, GraphAddress address)
    {
        if (connection.ReadText("SELECT pg_try_advisory_lock(hashtextextended($1, 0))::text", $"graph push {address.Name}") != "true")
            throw new PostgresGraphException($"Another push of {address} is under way.");
    }

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
