using System.Net.Sockets;
using Npgsql;

namespace Graph.Postgres;

/// <summary>Connections to the server of one graph. What goes wrong there is told in one sentence.</summary>
internal sealed class Server(GraphAddress address) : IDisposable
{
    public const int OldestVersion = 13;

    private readonly NpgsqlDataSource source = CreateSource(address);

    public GraphAddress Address => address;

    /// <exception cref="PostgresGraphException">The server cannot be reached, refuses, or is too old.</exception>
    public NpgsqlConnection Open()
    {
        try
        {
            var connection = source.OpenConnection();
            if (connection.PostgreSqlVersion.Major >= OldestVersion)
                return connection;

            var version = connection.PostgreSqlVersion;
            connection.Dispose();
            throw new PostgresGraphException(
                $"The server of {address} is PostgreSQL {version}; graphs need version {OldestVersion} or later.");
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            throw Explain(exception);
        }
    }

    /// <summary>Does something on a connection of its own; a fault names this server.</summary>
    /// <exception cref="PostgresGraphException">The server cannot be reached, or refuses.</exception>
    public void Use(Action<NpgsqlConnection> run)
    {
        using var connection = Open();
        try
        {
            run(connection);
        }
        catch (NpgsqlException exception)
        {
            throw Explain(exception);
        }
    }

    /// <summary>The same fault as a sentence that names the graph.</summary>
    public PostgresGraphException Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused =>
            new PostgresGraphException($"A right is missing for {address}: {refused.MessageText}.", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } refused =>
            new PostgresGraphException($"There is no {address}: {refused.MessageText}.", exception),
        PostgresException refused => new PostgresGraphException(
            $"The server of {address} refused: {refused.MessageText} "
                + $"({refused.SqlState}){(refused.Detail is { } detail ? $": {detail}" : "")}.", exception),
        _ =>
            new PostgresGraphException($"The server of {address} does not answer: {Innermost(exception).Message.TrimEnd('.')}.", exception),
    };

    public void Dispose() => source.Dispose();

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private static NpgsqlDataSource CreateSource(GraphAddress address)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(address.ConnectionString);
        builder.EnableTransportSecurity().EnableArrays();
        return builder.Build();
    }
}

/// <summary>Commands without rows.</summary>
internal static class ConnectionExtensions
{
    public static void Execute(this NpgsqlConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
        command.ExecuteNonQuery();
    }

    public static string? ReadText(this NpgsqlConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
        return command.ExecuteScalar() as string;
    }
}
