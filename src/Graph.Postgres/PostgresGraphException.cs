namespace Graph.Postgres;

/// <summary>
/// A server that cannot be reached, lacks a right or a graph, or holds something else; the message is one sentence for the user.
/// </summary>
public sealed class PostgresGraphException(string message, Exception? inner = null) : IOException(message, inner);
