using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// A transaction over several servers ends on one after the other, that of the graph last. Where the machines failed in that instant, some
/// may hold rows that the graph does not count; they are removed.
/// </summary>
internal static class HalfCommits
{
    public static void Remove(NpgsqlConnection connection, HeldGraph held)
    {
        var nodes = held.Layout.NodeTables.Select(table => table.Name).ToList();
        var relations = held.Layout.RelationTables.Select(table => table.Name).ToList();
        var checks = nodes.Select(table => Exists(table, held.Nodes)).Concat(relations.Select(table => Exists(table, held.Relations)));
        if (connection.ReadText($"SELECT ({string.Join(" OR ", checks.DefaultIfEmpty("false"))})::text") != "true")
            return;

        var deletions = nodes.Select(table => $"DELETE FROM {table.InQuotes()} WHERE _id >= {held.Nodes}")
            .Concat(relations.Select(table => $"DELETE FROM {table.InQuotes()} WHERE _id >= {held.Relations}"))
            .Append($"DELETE FROM _articles WHERE node >= {held.Nodes}")
            .Append($"DELETE FROM _node_evidence WHERE node >= {held.Nodes} OR article >= {held.Nodes}")
            .Append($"DELETE FROM _names WHERE node >= {held.Nodes}");
        connection.Execute($"BEGIN; {string.Join("; ", deletions)}; COMMIT");
    }

    private static string Exists(string table, long next) => $"EXISTS (SELECT FROM {table.InQuotes()} WHERE _id >= {next})";
}
