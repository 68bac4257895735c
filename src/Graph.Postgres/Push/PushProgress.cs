using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// The steps that a schema holds of a push, so that one which was stopped is gone on with. Each is noted in the transaction that does it,
/// with a digest of its rows: only what is the same to the byte is not sent again, and where anything differs, all begins anew.
/// </summary>
/// <param name="create">The SQL that makes the empty tables in an empty schema.</param>
/// <param name="copies">Those that write rows.</param>
/// <param name="indexes">Those that come after all rows.</param>
internal sealed class PushProgress(
    Server server, string schema, string create, ImmutableArray<PushStep> copies, ImmutableArray<PushStep> indexes)
{
    private const string Table = "_progress";
    private const string Creation = "";

    public int PieceCount => copies.Length;

    /// <summary>What is left to copy.</summary>
    public ImmutableArray<PushTask> Copies { get; private set; }

    /// <summary>What is left to do when all rows are there.</summary>
    public ImmutableArray<PushTask> Indexes { get; private set; }

    public static string Forget(string schema) => $"DROP TABLE IF EXISTS {schema.InQuotes()}.{Table}";

    /// <summary>Finds what is left. The schema has then its tables, and what was done.</summary>
    /// <param name="connection">To the server; it stays in the schema.</param>
    public void Begin(NpgsqlConnection connection)
    {
        var done = Read(connection);
        if (IsOfThisPush(done))
            connection.Execute($"SET search_path = {schema.InQuotes()}");
        else
            CreateAnew(connection, done);
        Copies = [.. copies.Where(step => !done.ContainsKey(step.Name)).Select(ToTask)];
        Indexes = [.. indexes.Where(step => !done.ContainsKey(step.Name)).Select(ToTask)];
    }

    private void CreateAnew(NpgsqlConnection connection, Dictionary<string, string> done)
    {
        done.Clear();
        connection.Execute($"DROP SCHEMA IF EXISTS {schema.InQuotes()} CASCADE");
        using var transaction = connection.BeginTransaction();
        connection.Execute($"CREATE SCHEMA {schema.InQuotes()}; SET search_path = {schema.InQuotes()}");
        connection.Execute(create);
        connection.Execute($"CREATE TABLE {Table} (step text PRIMARY KEY, digest text NOT NULL)");
        Note(connection, Creation, DigestOf(create));
        transaction.Commit();
    }

    /// <summary>A step as a task that is done and noted, or neither.</summary>
    private PushTask ToTask(PushStep step) => new(server, schema, connection =>
    {
        using var transaction = connection.BeginTransaction();
        Note(connection, step.Name, step.Run(connection));
        transaction.Commit();
    });

    private Dictionary<string, string> Read(NpgsqlConnection connection)
    {
        var done = new Dictionary<string, string>();
        if (connection.ReadText("SELECT to_regclass($1)::text", $"{schema.InQuotes()}.{Table}") is null)
            return done;

        using var command = new NpgsqlCommand($"SELECT step, digest FROM {schema.InQuotes()}.{Table}", connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            done.Add(reader.GetString(0), reader.GetString(1));
        return done;
    }

    private bool IsOfThisPush(Dictionary<string, string> done)
    {
        if (!done.Remove(Creation, out var created) || created != DigestOf(create))
            return false;

        var known = copies.Concat(indexes).Where(step => done.ContainsKey(step.Name)).ToArray();
        return known.Length == done.Count && known.All(step => step.ComputeDigest() == done[step.Name]);
    }

    private static void Note(NpgsqlConnection connection, string step, string digest) =>
        connection.Execute($"INSERT INTO {Table} VALUES ($1, $2)", step, digest);

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
