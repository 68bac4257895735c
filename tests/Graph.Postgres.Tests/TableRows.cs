using Npgsql;

namespace Graph.Postgres.Tests;

/// <summary>All rows of all tables of a graph, with the keys of nodes in the place of their numbers: equal for equal graphs.</summary>
internal static class TableRows
{
    private static readonly string[] NodeColumns = ["_source", "_target", "_article", "node", "article"];

    public static string ReadAll(GraphAddress address)
    {
        using var server = new Server(address);
        using var connection = server.Open();
        connection.Execute($"SET search_path = {address.Name.InQuotes()}");
        var layout = LayoutJson.Read(connection.ReadText("SELECT layout FROM _graph")!);
        var keys = string.Join(
            " UNION ALL ", layout.NodeTables.Select(table => $"SELECT _id, '{table.Name} ' || key AS key FROM {table.Name.InQuotes()}"));
        connection.Execute($"CREATE TEMPORARY VIEW keys AS {keys}");
        string[] tables = [.. layout.NodeTables.Select(table => table.Name), .. layout.RelationTables.Select(table => table.Name),
            "_articles", "_node_evidence", "_names"];
        return $"{connection.ReadText("SELECT 'nodes ' || nodes || ' relations ' || relations FROM _graph")}\n{LayoutJson.Write(layout)}\n"
            + string.Join('\n', tables.Select(table => $"{table}\n{string.Join('\n', Read(connection, table))}"));
    }

    private static IEnumerable<string> Read(NpgsqlConnection connection, string table)
    {
        using var command = new NpgsqlCommand(
            $"SELECT row_to_json(t)::jsonb, {SelectKeys(connection, table)} FROM {table.InQuotes()} t", connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            using var row = System.Text.Json.JsonDocument.Parse(reader.GetString(0));
            var values = row.RootElement.EnumerateObject().Where(column => column.Name != "_id" && !NodeColumns.Contains(column.Name))
                .OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => $"{column.Name}={column.Value.GetRawText()}");
            rows.Add($"  {(reader.IsDBNull(1) ? "" : reader.GetString(1))} {string.Join(' ', values)}");
        }

        return rows.Order(StringComparer.Ordinal);
    }

    /// <summary>The keys of the nodes in a row.</summary>
    private static string SelectKeys(NpgsqlConnection connection, string table)
    {
        var columns = connection.ReadText(
            "SELECT string_agg(attname::text, ' ') FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1)) AND attnum > 0",
            table)!.Split(' ');
        var found = NodeColumns.Intersect(columns)
            .Select(column => $"'{column}=' || coalesce((SELECT key FROM keys WHERE keys._id = t.{column}), '') || ' '")
            .ToList();
        return found.Count == 0 ? "''" : string.Join(" || ", found);
    }
}
