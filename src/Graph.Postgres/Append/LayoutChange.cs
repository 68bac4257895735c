using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// Makes room for what is appended: tables, columns, partitions of years, and indexes for texts that are longer than any before. What a
/// stopped append has made already stays.
/// </summary>
internal sealed class LayoutChange(HeldGraph held, LayoutMerge merge, ImmutableArray<TableDefinition> definitions, TableCut cut)
{
    private readonly Dictionary<string, TableProperty[]> heldTables = held.Layout.NodeTables
        .Select(table => (table.Name, table.Properties)).Concat(held.Layout.RelationTables.Select(table => (table.Name, table.Properties)))
        .ToDictionary(pair => pair.Name, pair => pair.Properties.ToArray());

    /// <exception cref="PostgresGraphException">Relations begin to stand in articles, and the tables are cut by the year of
    /// these.</exception>
    public void Apply(NpgsqlConnection home)
    {
        RequireSameCut();
        for (var part = 0; part < (held.Shards.IsEmpty ? 0 : held.Partitioning.Parts); part++)
            ApplyOnShard(part);

        var statements = definitions.SelectMany(ListChanges).Concat(TableDefinitions.CreateViews(merge.Whole));
        using var transaction = home.BeginTransaction();
        home.Execute(string.Join(";\n", statements));
        home.Execute($"UPDATE _graph SET layout = $1", LayoutJson.Write(merge.Whole));
        transaction.Commit();
    }

    private void RequireSameCut()
    {
        if (!held.Partitioning.ByYear)
            return;
        foreach (var table in held.Layout.RelationTables.Where(table => !table.HasEvidence))
        {
            if (merge.Given.RelationTables.FirstOrDefault(other => other.Name == table.Name) is { HasEvidence: true })
                throw new PostgresGraphException(
                    $"Relations {table.Type} stand in no article there and in articles here, and the tables are cut by year; push all "
                        + "articles "
                        + "together, without '--append'.");
        }
    }

    /// <summary>What changes on the server of the graph.</summary>
    private IEnumerable<string> ListChanges(TableDefinition table)
    {
        if (IsNew(table))
        {
            foreach (var statement in held.Shards.IsEmpty ? [.. cut.Create(table), .. cut.CreateIndexes(table)] : CreateOverShards(table))
                yield return statement;
            yield break;
        }

        foreach (var column in ListNewColumns(table))
            yield return AddColumn(table.Name, column);
        foreach (var partition in cut.CreateMissingYears(table))
            yield return partition;
        if (!held.Shards.IsEmpty)
            yield break;
        foreach (var index in ListNewIndexes(table))
            yield return $"CREATE INDEX ON {table.Name.InQuotes()} {index}";
        foreach (var statement in ListLongTexts(table, table.Name))
            yield return statement;
    }

    private IEnumerable<string> CreateOverShards(TableDefinition table) => Enumerable.Range(0, held.Partitioning.Parts)
        .Select(part => cut.CreateForeignPart(table, part, held.Shards[part % held.Shards.Length].Schema)).Prepend(cut.CreateWhole(table));

    /// <summary>What changes on the server of a partition; that of the graph learns of it later.</summary>
    private void ApplyOnShard(int part)
    {
        var (address, schema) = held.Shards[part % held.Shards.Length];
        using var server = new Server(address);
        using var connection = server.Open();
        connection.Execute($"SET search_path = {schema.InQuotes()}");
        foreach (var table in definitions)
        {
            var name = TableCut.NameOf(table, part);
            if (IsNew(table))
            {
                if (connection.ReadText("SELECT to_regclass(quote_ident($1))::text", name) is null)
                    connection.Execute(string.Join(";\n", [cut.CreatePart(table, part), .. cut.CreateIndexesOfPart(table, part)]));
                continue;
            }

            var isThere = ListNewColumns(table).FirstOrDefault() is not { Name: { } first } || HasColumn(connection, name, first);
            connection.Execute(string.Join(";\n",
            [
                .. ListNewColumns(table).Select(column => AddColumn(name, column)),
                .. isThere ? [] : ListNewIndexes(table).Select(index => $"CREATE INDEX ON {name.InQuotes()} {index}"),
                .. ListLongTexts(table, name), "SELECT",
            ]));
        }
    }

    private static bool HasColumn(NpgsqlConnection connection, string table, string column) => connection.ReadText(
        "SELECT attname::text FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1)) AND attname = $2", table, column) is not null;

    private bool IsNew(TableDefinition table) => !heldTables.ContainsKey(table.Name) && !TableDefinitions.IsBeside(table.Name);

    private static string AddColumn(string table, TableColumn column) =>
        $"ALTER TABLE {table.InQuotes()} ADD COLUMN IF NOT EXISTS {column}";

    private IEnumerable<TableColumn> ListNewColumns(TableDefinition table)
    {
        if (!heldTables.TryGetValue(table.Name, out var known))
            return [];

        var columns = FindProperties(table.Name)
            .Where(property => known.All(other => other.Key != property.Key))
            .SelectMany(property => TableDefinitions.Define(property));
        var gainsEvidence = held.Layout.RelationTables.FirstOrDefault(other => other.Name == table.Name) is { HasEvidence: false }
            && merge.Given.RelationTables.First(other => other.Name == table.Name).HasEvidence;
        return gainsEvidence ? columns.Concat(TableDefinitions.EvidenceColumns) : columns;
    }

    private IEnumerable<TableIndex> ListNewIndexes(TableDefinition table)
    {
        var columns = ListNewColumns(table).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return table.Indexes.Where(index => columns.Contains(index.Columns[0]));
    }

    private ImmutableArray<TableProperty> FindProperties(string table) =>
        merge.Given.NodeTables.FirstOrDefault(other => other.Name == table)?.Properties
            ?? merge.Given.RelationTables.First(other => other.Name == table).Properties;

    /// <summary>Sorted indexes have no room for long texts, so those give way that would have to hold one.</summary>
    private static IEnumerable<string> ListLongTexts(TableDefinition table, string name) => table.Indexes.Where(index => index.HoldsLong)
        .Select(index => $"""
            DO $$ DECLARE other text; BEGIN
            FOR other IN SELECT i.indexrelid::regclass::text FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indrelid = '{name.InQuotes()}'::regclass AND a.attname = '{index.Columns[0]}'
                    AND m.amname = 'btree' AND NOT i.indisprimary
            LOOP
                EXECUTE 'DROP INDEX ' || other;
                EXECUTE 'CREATE INDEX ON {name.InQuotes()} {index}';
            END LOOP; END $$
            """);
}
