using Npgsql;
using NpgsqlTypes;

namespace Graph.Postgres;

/// <summary>Asks a graph on a server for its nodes, many at a time.</summary>
internal sealed class HeldNodes(NpgsqlConnection connection, GraphLayout layout)
{
    private const int AtATime = 10_000;

    /// <summary>The nodes of a table by their keys; those that share a key are all there.</summary>
    public IEnumerable<(string Key, long Id)> FindKeys(NodeTable table, TableProperty property, IEnumerable<string> keys)
    {
        var column = property.Column.InQuotes();
        return Read(
            $"SELECT {column}::text, _id FROM {table.Name.InQuotes()} WHERE {column} = "
                + $"ANY($1::{(property.Kind == ColumnKind.Integer ? "bigint" : "text")}[])",
            keys,
            reader => (reader.GetString(0), reader.GetInt64(1)));
    }

    /// <summary>The nodes that have one of these folded names.</summary>
    public IEnumerable<(string Folded, long Id)> FindNames(IEnumerable<string> folded) => Read(
        "SELECT folded, node FROM _names WHERE folded = ANY($1)", folded, reader => (reader.GetString(0), reader.GetInt64(1)));

    /// <summary>The keys of those of the nodes that are in the table.</summary>
    public IEnumerable<(long Id, string Key)> GetKeys(NodeTable table, TableProperty property, IEnumerable<long> nodes) => Read(
        $"SELECT _id, {property.Column.InQuotes()}::text FROM {table.Name.InQuotes()} WHERE _id = ANY($1::bigint[]) AND "
            + $"{property.Column.InQuotes()} IS NOT NULL",
        ToTexts(nodes),
        reader => (reader.GetInt64(0), reader.GetString(1)));

    /// <summary>The SHA-256 of their texts in UTF-8.</summary>
    public IEnumerable<(long Article, byte[] Hash)> GetTexts(IEnumerable<long> articles) => Read(
        "SELECT node, sha256(convert_to(text, 'UTF8')) FROM _articles WHERE node = ANY($1::bigint[])",
        ToTexts(articles),
        reader => (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));

    /// <summary>How many mentions articles have; those without any are left out.</summary>
    public IEnumerable<(long Article, long Count)> CountMentionsIn(IEnumerable<long> articles) => CountMentions("_source", articles);

    private IEnumerable<(long Node, long Count)> CountMentions(string end, IEnumerable<long> nodes) =>
        layout.RelationTables.FirstOrDefault(table => table.Type == StoreNames.MentionType) is not { } mentions ? [] : Read(
            $"SELECT {end}, count(*) FROM {mentions.Name.InQuotes()} WHERE {end} = ANY($1::bigint[]) GROUP BY {end}",
            ToTexts(nodes),
            reader => (reader.GetInt64(0), reader.GetInt64(1)));

    /// <param name="table">The index of their table.</param>
    public IEnumerable<(long Id, MapValue Properties)> GetProperties(int table, IEnumerable<long> nodes)
    {
        var context = new TranslationContext(layout, null!);
        var source = new NodeSource("n", [table], context);
        return ReadElements(context, source, source.Id.Text, nodes, [source.Id.Text], reader => reader.GetInt64(0));
    }

    /// <summary>The relations of a type, but for mentions, that leave one of these nodes.</summary>
    /// <param name="table">The index of their table.</param>
    public IEnumerable<((long Source, long Target, long? Article) Ends, MapValue Properties)> GetRelations(
        int table, IEnumerable<long> sources)
    {
        var context = new TranslationContext(layout, null!);
        var source = new RelationSource("r", [table], isUndirected: false, context);
        var article = layout.RelationTables[table].HasEvidence ? "r._article" : "NULL::bigint";
        return ReadElements(
            context,
            source,
            source.Source,
            sources,
            [source.Source, source.Target, article],
            reader => (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? (long?)null : reader.GetInt64(2)));
    }

    /// <summary>How often nodes are mentioned; those that are not are left out.</summary>
    public IEnumerable<(long Node, long Count)> CountMentionsOf(IEnumerable<long> nodes) => CountMentions("_target", nodes);

    private IEnumerable<(T Id, MapValue Properties)> ReadElements<T>(
        TranslationContext context,
        ElementSource source,
        string found,
        IEnumerable<long> ids,
        string[] columns,
        Func<NpgsqlDataReader, T> read)
    {
        var select = new Select();
        select.Add(source);
        foreach (var column in columns)
            select.AddColumn(column);
        select.AddColumn(source.AllProperties().Text);
        select.Conditions.Add($"{found} = ANY(${context.Parameters.Count + 1}::bigint[])");
        return Read(
            select.Render(),
            ToTexts(ids),
            reader => (read(reader), ValueJson.Parse(reader.GetString(columns.Length)).AsMap()),
            context.Parameters);
    }

    private static IEnumerable<string> ToTexts(IEnumerable<long> ids) => ids.Select(id => string.Create(null, $"{id}"));

    /// <param name="values">The items of the last parameter, an array.</param>
    private IEnumerable<T> Read<T>(
        string sql, IEnumerable<string> values, Func<NpgsqlDataReader, T> read, IReadOnlyList<string>? parameters = null)
    {
        foreach (var chunk in values.Distinct(StringComparer.Ordinal).Chunk(AtATime))
        {
            using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            foreach (var parameter in parameters ?? [])
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
            command.Parameters.Add(new NpgsqlParameter { Value = chunk, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            using var reader = command.ExecuteReader();
            while (reader.Read())
                yield return read(reader);
        }
    }
}
