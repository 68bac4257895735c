using System.Text;
using Npgsql;

namespace Graph.Postgres;

/// <summary>Copies the rows of a store into the tables of its layout, a part of a table at a time.</summary>
internal sealed class StoreCopy(GraphStore store, GraphLayout layout, CancellationToken cancellation)
{
    private const int RowsAtATime = 500_000;

    /// <summary>Parts that several connections may copy at once.</summary>
    public IEnumerable<Action<NpgsqlConnection>> ListParts()
    {
        for (var i = 0; i < layout.NodeTables.Length; i++)
        {
            var (range, table) = (store.NodeRanges[i], layout.NodeTables[i]);
            foreach (var (start, end) in Split(range.Count))
                yield return connection => CopyNodes(connection, range, table, start, end);
        }

        for (var i = 0; i < layout.RelationTables.Length; i++)
        {
            var (edges, table) = (store.EdgeTables[i], layout.RelationTables[i]);
            foreach (var (start, end) in Split(edges.Count))
                yield return connection => CopyRelations(connection, edges, table, start, end);
        }

        yield return CopyArticles;
        yield return CopyNodeEvidence;
        yield return CopyNames;
    }

    private static IEnumerable<(int Start, int End)> Split(int count)
    {
        for (var start = 0; start < count; start += RowsAtATime)
            yield return (start, Math.Min(count, start + RowsAtATime));
    }

    private void CopyNodes(NpgsqlConnection connection, NodeRange range, NodeTable table, int start, int end)
    {
        using var writer = Begin(connection, TableDefinitions.Quote(table.Name));
        var fields = 1 + TableDefinitions.CountColumns(table.Properties);
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.StartRow(fields);
            writer.WriteInteger(range.Start + row);
            WriteProperties(writer, table.Properties, range.Columns, row);
        }

        writer.Finish();
    }

    private void CopyRelations(NpgsqlConnection connection, EdgeTable edges, RelationTable table, int start, int end)
    {
        using var writer = Begin(connection, TableDefinitions.Quote(table.Name));
        var fields = 3 + TableDefinitions.CountColumns(table.Properties) + (table.HasEvidence ? 3 : 0);
        var sources = new int[end - start];
        edges.Outgoing.View.CopyNodes(start, sources);
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.StartRow(fields);
            writer.WriteInteger(edges.FirstEdge + row);
            writer.WriteInteger(sources[row - start]);
            writer.WriteInteger(edges.Outgoing.View.Neighbours[row]);
            WriteProperties(writer, table.Properties, edges.Columns, row);
            if (table.HasEvidence)
                WriteEvidence(writer, edges.Evidence!, row);
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

    private void CopyArticles(NpgsqlConnection connection)
    {
        using var writer = Begin(connection, "_articles");
        var articles = EvidenceArticles.List(store);
        for (var rank = 0; rank < articles.Count; rank++)
        {
            cancellation.ThrowIfCancellationRequested();
            var article = articles[rank];
            var sentences = store.Articles.GetSentences(article).Select(span => CountCodePoints(article, span)).ToArray();
            writer.StartRow(5);
            writer.WriteInteger(article);
            writer.WriteInt32(rank);
            writer.WriteText(store.Articles.GetUtf8(article));
            writer.WriteIntegers(Array.ConvertAll(sentences, span => span.Start));
            writer.WriteIntegers(Array.ConvertAll(sentences, span => span.End));
        }

        writer.Finish();
    }

    private void CopyNodeEvidence(NpgsqlConnection connection)
    {
        using var writer = Begin(connection, "_node_evidence");
        foreach (var node in store.NodeEvidence.Nodes.ToArray())
        {
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

    private void CopyNames(NpgsqlConnection connection)
    {
        using var writer = Begin(connection, "_names");
        foreach (var range in store.NodeRanges)
        {
            var (names, aliases) = (range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases));
            for (var row = 0; row < range.Count && (names ?? aliases) is not null; row++)
            {
                cancellation.ThrowIfCancellationRequested();
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

    private static CopyWriter Begin(NpgsqlConnection connection, string table) =>
        new(connection.BeginRawBinaryCopy($"COPY {table} FROM STDIN (FORMAT BINARY)"));
}
