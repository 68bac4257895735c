using System.Globalization;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// Where a graph is: <c>postgres://user:password@host:port/DATABASE/NAME</c>; without a database, that of the user's own name.
/// <c>?host=/run/postgresql</c> is a socket; every other option is one of Npgsql's connection strings.
/// </summary>
public sealed record GraphAddress
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private GraphAddress(string connectionString, string database, string name)
    {
        ConnectionString = connectionString;
        Database = database;
        Name = name;
    }

    /// <summary>The schema that holds the graph.</summary>
    public string Name { get; }

    public string Database { get; }

    internal string ConnectionString { get; }

    public static bool IsAddress(string text) => Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null, with a sentence that says why, where the text is no address of a graph.</summary>
    public static GraphAddress? Parse(string text, out string? reason)
    {
        reason = null;
        if (!Uri.TryCreate(Normalize(text), UriKind.Absolute, out var uri))
            return Refuse(out reason, "it is no URL; write postgres://user@host:port/DATABASE/NAME");

        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (parts.Length is 0 or > 2)
            return Refuse(out reason, "the path is /DATABASE/NAME, or /NAME in the database with the name of the user");
        if (!IsName(parts[^1]))
            return Refuse(
                out reason,
                $"a graph's name is letters, digits and '_', at most {LongestName} of them, and begins with a letter that is not 'pg_'");

        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host : "localhost",
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort
        };
        var user = uri.UserInfo.Split(':', 2);
        builder.Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : Environment.UserName;
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        builder.Database = parts.Length == 2 ? parts[0] : builder.Username;
        if (ReadOptions(builder, uri.Query) is { } wrong)
            return Refuse(out reason, $"'{wrong}' is no option of a connection");

        builder.ApplicationName ??= Program;
        return new GraphAddress(builder.ConnectionString, builder.Database, parts[^1]);
    }

    /// <summary>The address that <c>postgres_fdw</c> keeps in pieces.</summary>
    internal static GraphAddress Create(string host, string port, string database, string user, string? password, string name)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = host,
            Port = int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture),
            Database = database,
            Username = user,
            Password = password,
            ApplicationName = Program,
        };
        return new GraphAddress(builder.ConnectionString, database, name);
    }

    internal const int LongestName = 40;

    private const string Program = "graph";

    /// <summary>Without the password.</summary>
    public override string ToString()
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString);
        return $"graph '{Name}' in database '{Database}' on {builder.Host}:{builder.Port}";
    }

    private static string Normalize(string text) => "postgres://" + text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];

    private static bool IsName(string name) => name.Length <= LongestName && char.IsAsciiLetter(name[0])
        && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_') && !name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first option that is none.</summary>
    private static string? ReadOptions(NpgsqlConnectionStringBuilder builder, string query)
    {
        foreach (var option in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            try
            {
                builder[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
            }
            catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException
                or OverflowException)
            {
                return pair[0];
            }
        }

        return null;
    }

    private static GraphAddress? Refuse(out string? reason, string why)
    {
        reason = why;
        return null;
    }
}
