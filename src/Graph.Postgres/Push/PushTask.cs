using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Npgsql;

namespace Graph.Postgres;

/// <summary>A piece of a push on one server, which others may run beside.</summary>
internal sealed record PushTask(Server Server, string Schema, Action<NpgsqlConnection> Run)
{
    private const int MostConnections = 4;

    public static PushTask Execute(Server server, string schema, string sql) => new(server, schema, connection => connection.Execute(sql));

    /// <summary>All of them in any order, on several connections.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void RunAll(IEnumerable<PushTask> tasks, CancellationToken cancellation)
    {
        var waiting = new ConcurrentQueue<PushTask>(tasks);
        var workers = Math.Min(Math.Min(MostConnections, Environment.ProcessorCount), waiting.Count);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var all = Enumerable.Range(0, workers)
            .Select(_ => Task.Factory.StartNew(() => Work(waiting, failed), TaskCreationOptions.LongRunning))
            .ToArray();
        try
        {
            Task.WaitAll(all, CancellationToken.None);
        }
        catch (AggregateException exception)
        {
            var first = exception.InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException)
                ?? exception.InnerExceptions[0];
            ExceptionDispatchInfo.Throw(first);
        }
    }

    private static void Work(ConcurrentQueue<PushTask> waiting, CancellationTokenSource stop)
    {
        var connections = new Dictionary<Server, NpgsqlConnection>();
        try
        {
            while (waiting.TryDequeue(out var task))
            {
                stop.Token.ThrowIfCancellationRequested();
                task.RunOn(connections);
            }
        }
        catch
        {
            stop.Cancel();
            throw;
        }
        finally
        {
            foreach (var connection in connections.Values)
                connection.Dispose();
        }
    }

    private void RunOn(Dictionary<Server, NpgsqlConnection> connections)
    {
        try
        {
            if (!connections.TryGetValue(Server, out var connection))
            {
                connection = connections[Server] = Server.Open();
                connection.Execute($"SET search_path = {Schema.InQuotes()}");
            }

            Run(connection);
        }
        catch (NpgsqlException exception)
        {
            throw Server.Explain(exception);
        }
    }
}
