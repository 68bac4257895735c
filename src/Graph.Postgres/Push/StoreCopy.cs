using System.Text;
using Npgsql;

namespace Graph.Postgres;

/// <summary>Copies the rows of a store into the tables of its layout, a part of a table at a time.</summary>
/// <param name="tables">As <see cref="TableDefinitions.List"/> has them.</param>
internal sealed class StoreCopy(
    GraphStore store,
    GraphLayout layout,
    ImmutableArray<TableDefinition> tables,
    TableCut cut,
    CancellationToken cancellation)
{
    private const int RowsAtATime = 500_000;

    /// <summary>In the order of their ranks, for every partition the same.</summary>
    private readonly Lazy<IReadOnlyList<int>> articles = new(() => EvidenceArticles.List(store));

    public long RowCount => store.NodeCount + (long)store.EdgeCount;

    /// <summary>Pieces that several connections may copy at once.</summary>
    /// <param name="part">Only the rows of this partition, into its own table; null for all, into the whole tables.</param>
    public IEnumerable<Action<NpgsqlConnection>> ListParts(int? part)
    {
        for (var i = 0; i < layout.NodeTables.Length; i++)
        {
            var (range, properties, table) = (store.NodeRanges[i], layout.NodeTables[i].Properties, tables[i]);
            foreach (var (start, end) in Split(range.Count))
                yield return connection => CopyNodes(connection, range, properties, table, start, end, part);
        }

        for (var i = 0; i < layout.RelationTables.Length; i++)
        {
            var (edges, properties, table) = (store.EdgeTables[i], layout.RelationTables[i].Properties, tables[layout.NodeTables.Length + i]);
            foreach (var (start, end) in Split(edges.Count))
                yield return connection => CopyRelations(connection, edges, properties, table, start, end, part);
        }

        yield return connection => CopyArticles(connection, part);
        yield return connection => CopyNodeEvidence(connection, part);
        yield return connection => CopyNames(connection, part);
    }

    private static IEnumerable<(int Start, int End)> Split(int count)
    {
        for (var start = 0; start < count; start += RowsAtATime)
            yield return (start, Math.Min(count, start + RowsAtATime));
    }

    private void CopyNodes(
        NpgsqlConnection connection,
        NodeRange range,
        ImmutableArray<TableProperty> properties,
        TableDefinition table,
        int start,
        int end,
        int? part)
    {
        using var writer = Begin(connection, table, part);
        var years = cut.YearsOf(table);
        var fields = 1 + TableDefinitions.CountColumns(properties) + (years is null ? 0 : 1);
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = range.Start + row;
            if (!IsTaken(node, part))
                continue;

            writer.StartRow(fields);
            writer.WriteInteger(node);
            WriteProperties(writer, properties, range.Columns, row);
            if (years is not null)
                writer.WriteInt32(years.Get(node));
        }

        writer.Finish();
    }

    private void CopyRelations(
        NpgsqlConnection connection,
        EdgeTable edges,
        ImmutableArray<TableProperty> properties,
        TableDefinition table,
        int start,
        int end,
        int? part)
    {
        using var writer = Begin(connection, table, part);
        var (years, evidence) = (cut.YearsOf(table), edges.Evidence);
        var fields = 3 + TableDefinitions.CountColumns(properties) + (evidence is null ? 0 : 3) + (years is null ? 0 : 1);
        var sources = new int[end - start];
        edges.Outgoing.View.CopyNodes(start, sources);
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsTaken(sources[row - start], part))
                continue;

            writer.StartRow(fields);
            writer.WriteInteger(edges.FirstEdge + row);
            writer.WriteInteger(sources[row - start]);
            writer.WriteInteger(edges.Outgoing.View.Neighbours[row]);
            WriteProperties(writer, properties, edges.Columns, row);
            if (evidence is not null)
                WriteEvidence(writer, evidence, row);
            if (years is not null)
                writer.WriteInt32(evidence!.HasEvidence(row) ? years.Get(evidence[row].Article) : ArticleYears.Unknown);
        }

        writer.Finish();
    }

    private void WriteEvidence(CopyWriter writer, EvidenceTable table, int row)
    {
        if (!table.HasEvidence(row))
        {
            writer.WriteNull();
            writer.WriteNull();
            writer.WriteNull();
            return;
        }

        var evidence = table[row];
        var span = CountCodePoints(evidence.Article, evidence.Span);
        writer.WriteInteger(evidence.Article);
        writer.WriteInt32(span.Start);
        writer.WriteInt32(span.End);
    }

    private void CopyArticles(NpgsqlConnection connection, int? part)
    {
        using var writer = Begin(connection, TableDefinitions.Articles, part);
        var years = cut.YearsOf(TableDefinitions.Articles);
        for (var rank = 0; rank < articles.Value.Count; rank++)
        {
            cancellation.ThrowIfCancellationRequested();
            var article = articles.Value[rank];
            if (!IsTaken(article, part))
                continue;

            var sentences = store.Articles.GetSentences(article).Select(span => CountCodePoints(article, span)).ToArray();
            writer.StartRow(years is null ? 5 : 6);
            writer.WriteInteger(article);
            writer.WriteInt32(rank);
            writer.WriteText(store.Articles.GetUtf8(article));
            writer.WriteIntegers(Array.ConvertAll(sentences, span => span.Start));
            writer.WriteIntegers(Array.ConvertAll(sentences, span => span.End));
            if (years is not null)
                writer.WriteInt32(years.Get(article));
        }

        writer.Finish();
    }

    private void CopyNodeEvidence(NpgsqlConnection connection, int? part)
    {
        using var writer = Begin(connection, TableDefinitions.NodeEvidence, part);
        foreach (var node in store.NodeEvidence.Nodes.ToArray())
        {
            if (!IsTaken(node, part))
                continue;

            var rows = store.NodeEvidence.FindRows(node);
            for (var row = rows.Start; row < rows.End; row++)
            {
                var evidence = store.NodeEvidence.Rows[row];
                var span = CountCodePoints(evidence.Article, evidence.Span);
                writer.StartRow(4);
                writer.WriteInteger(node);
                writer.WriteInteger(evidence.Article);
                writer.WriteInt32(span.Start);
                writer.WriteInt32(span.End);
            }
        }

        writer.Finish();
    }

    private void CopyNames(NpgsqlConnection connection, int? part)
    {
        using var writer = Begin(connection, TableDefinitions.Names, part);
        foreach (var range in store.NodeRanges)
        {
            var (names, aliases) = (range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases));
            for (var row = 0; row < range.Count && (names ?? aliases) is not null; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!IsTaken(range.Start + row, part))
                    continue;
                foreach (var folded in EntityNames.List(names, aliases, row).Select(NameFolding.Fold).Distinct(StringComparer.Ordinal))
                {
                    writer.StartRow(2);
                    writer.WriteText(Encoding.UTF8.GetBytes(folded));
                    writer.WriteInteger(range.Start + row);
                }
            }
        }

        writer.Finish();
    }

    private static void WriteProperties(
        CopyWriter writer, ImmutableArray<TableProperty> properties, ImmutableArray<PropertyColumn> columns, int row)
    {
        for (var i = 0; i < properties.Length; i++)
            WriteProperty(writer, properties[i], columns[i], row);
    }

    private static void WriteProperty(CopyWriter writer, TableProperty property, PropertyColumn column, int row)
    {
        if (!column.HasValue(row))
        {
            writer.WriteNull();
            if (property.Kind != ColumnKind.Date)
                return;

            writer.WriteNull();
            writer.WriteNull();
            return;
        }

        switch (column)
        {
            case BooleanColumn booleans: writer.WriteBoolean(booleans.IsTrue(row)); break;
            case IntegerColumn integers: writer.WriteInteger(integers.Values[row]); break;
            case FloatColumn floats: writer.WriteFloat(floats.Values[row]); break;
            case StringColumn strings: writer.WriteText(strings.GetUtf8(row)); break;
            case DateColumn dates: WriteDate(writer, dates.GetValue(row).AsDate()); break;
            default: writer.WriteJson(column.GetValue(row)); break;
        }
    }

    private static void WriteDate(CopyWriter writer, PartialDate date)
    {
        writer.WriteText(Encoding.UTF8.GetBytes(date.Text));
        writer.WriteDay(date.Start);
        writer.WriteDay(date.End);
    }

    /// <summary>A span counted as the server counts: it differs only in texts with characters beyond U+FFFF.</summary>
    private TextSpan CountCodePoints(int article, TextSpan span)
    {
        var utf8 = store.Articles.GetUtf8(article);
        if (!utf8.ContainsAnyInRange((byte)0xF0, (byte)0xF7))
            return span;

        var (start, end) = (CountTo(utf8, span.Start), CountTo(utf8, span.End));
        return new TextSpan(start, end - start);
    }

    private static int CountTo(ReadOnlySpan<byte> utf8, int units)
    {
        var count = 0;
        for (var passed = 0; passed < units && !utf8.IsEmpty; count++)
        {
            Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            passed += rune.Utf16SequenceLength;
            utf8 = utf8[length..];
        }

        return count;
    }

    private bool IsTaken(int node, int? part) => part is null || PartitionHash.GetPart(node, cut.Partitioning.Parts) == part;

    private static CopyWriter Begin(NpgsqlConnection connection, TableDefinition table, int? part)
    {
        var name = part is { } number ? TableCut.NameOf(table, number) : table.Name;
        return new CopyWriter(connection.BeginRawBinaryCopy($"COPY {name.InQuotes()} FROM STDIN (FORMAT BINARY)"));
    }
}
