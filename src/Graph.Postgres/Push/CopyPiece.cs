using System.Security.Cryptography;
using Npgsql;

namespace Graph.Postgres;

/// <summary>Rows of one table that travel together.</summary>
/// <param name="Start">The first of them, so that each piece of a table has another name.</param>
internal sealed record CopyPiece(string Table, ImmutableArray<TableColumn> Columns, int Start, Action<CopyWriter> WriteRows)
{
    public void Copy(NpgsqlConnection connection)
    {
        using var writer = CopyWriter.Begin(connection, Table, Columns);
        WriteRows(writer);
        writer.Finish();
    }

    /// <summary>The piece as a step that need not be done twice.</summary>
    public PushStep ToStep() => new($"{Table} {Start}", CopyWithDigest, ComputeDigest);

    private string CopyWithDigest(NpgsqlConnection connection)
    {
        using var digest = CreateDigest();
        using var writer = CopyWriter.Begin(connection, Table, Columns, digest);
        return Write(writer, digest);
    }

    private string ComputeDigest()
    {
        using var digest = CreateDigest();
        using var writer = new CopyWriter(stream: null, digest);
        return Write(writer, digest);
    }

    private string Write(CopyWriter writer, IncrementalHash digest)
    {
        WriteRows(writer);
        writer.Finish();
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static IncrementalHash CreateDigest() => IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
}
