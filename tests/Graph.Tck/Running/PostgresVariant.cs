using Graph.Postgres;

namespace Graph.Tck.Running;

/// <summary>The same questions on a PostgreSQL server, each graph in a schema of its own.</summary>
public static class PostgresVariant
{
    /// <param name="url">A database, without the name of a graph.</param>
    public static EngineVariant Create(string url)
    {
        var address = GraphAddress.Parse($"{url}/tck", out var reason) ?? throw new ArgumentException(reason, nameof(url));
        PostgresGraph? last = null;
        return new EngineVariant("postgres", (store, _) =>
        {
            // One graph after the other, so that the one before is no longer asked.
            last?.Dispose();
            GraphPush.Run(store, address);
            last = PostgresGraph.Open(address);
            return last.Engine;
        });
    }
}
