using Npgsql;

namespace Graph.Postgres;

/// <summary>What a push does in one transaction on one server.</summary>
/// <param name="Name">No other step in its schema has it.</param>
/// <param name="Run">Does it, and gives the digest of what it wrote.</param>
/// <param name="ComputeDigest">The same digest without doing it.</param>
internal sealed record PushStep(string Name, Func<NpgsqlConnection, string> Run, Func<string> ComputeDigest)
{
    public static PushStep Execute(string sql) => new(
        sql,
        connection =>
        {
            connection.Execute(sql);
            return "";
        },
        () => "");
}
