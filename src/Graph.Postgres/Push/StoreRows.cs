using System.Text;

namespace Graph.Postgres;

/// <summary>Rows of a store as its tables have them.</summary>
/// <param name="layout">That of the store, a table for each range of nodes and each type of relations.</param>
/// <param name="number">What number a node of the store has on the server.</param>
internal sealed class StoreRows(GraphStore store, GraphLayout layout, TableCut cut, Func<int, long> number)
{
    /// <param name="table">The index of its range.</param>
    /// <param name="row">In its range.</param>
    /// <param name="key">Its key, where that is another than in the store.</param>
    public void WriteNode(CopyWriter writer, TableDefinition definition, int table, int row, string? key = null)
    {
        var (range, properties) = (store.NodeRanges[table], layout.NodeTables[table].Properties);
        Start(writer, definition);
        writer.WriteInteger(number(range.Start + row));
        for (var i = 0; i < properties.Length; i++)
        {
            if (key is not null && properties[i].Key == StoreNames.Key)
                writer.WriteText(Encoding.UTF8.GetBytes(key));
            else
                WriteProperty(writer, properties[i], range.Columns[i], row);
        }

        WriteYear(writer, definition, range.Start + row);
    }

    /// <param name="table">The index of its type.</param>
    /// <param name="row">In its type.</param>
    /// <param name="id">Its number on the server.</param>
    public void WriteRelation(CopyWriter writer, TableDefinition definition, int table, int row, long id, int source, int target)
    {
        var (edges, properties) = (store.EdgeTables[table], layout.RelationTables[table].Properties);
        Start(writer, definition);
        writer.WriteInteger(id);
        writer.WriteInteger(number(source));
        writer.WriteInteger(number(target));
        for (var i = 0; i < properties.Length; i++)
            WriteProperty(writer, properties[i], edges.Columns[i], row);
        var hasEvidence = edges.Evidence?.HasEvidence(row) == true;
        if (layout.RelationTables[table].HasEvidence)
            WriteEvidence(writer, hasEvidence ? edges.Evidence![row] : null);
        WriteYear(writer, definition, hasEvidence ? edges.Evidence![row].Article : null);
    }

    public void WriteArticle(CopyWriter writer, int article)
    {
        var sentences = store.Articles.GetSentences(article).Select(span => CountCodePoints(article, span)).ToArray();
        Start(writer, TableDefinitions.Articles);
        writer.WriteInteger(number(article));
        writer.WriteText(Encoding.UTF8.GetBytes(ArticleRank.Get(store, article)));
        writer.WriteText(store.Articles.GetUtf8(article));
        writer.WriteIntegers(Array.ConvertAll(sentences, span => span.Start));
        writer.WriteIntegers(Array.ConvertAll(sentences, span => span.End));
        WriteYear(writer, TableDefinitions.Articles, article);
    }

    public void WriteNodeEvidence(CopyWriter writer, int node, Evidence evidence)
    {
        var span = CountCodePoints(evidence.Article, evidence.Span);
        Start(writer, TableDefinitions.NodeEvidence);
        writer.WriteInteger(number(node));
        writer.WriteInteger(number(evidence.Article));
        writer.WriteInt32(span.Start);
        writer.WriteInt32(span.End);
    }

    public void WriteName(CopyWriter writer, string folded, int node)
    {
        Start(writer, TableDefinitions.Names);
        writer.WriteText(Encoding.UTF8.GetBytes(folded));
        writer.WriteInteger(number(node));
    }

    private void Start(CopyWriter writer, TableDefinition definition) => writer.StartRow(cut.ColumnsOf(definition).Length);

    private void WriteYear(CopyWriter writer, TableDefinition definition, int? article)
    {
        if (cut.YearsOf(definition) is { } years)
            writer.WriteInt32(article is { } known ? years.Get(known) : ArticleYears.Unknown);
    }

    private void WriteEvidence(CopyWriter writer, Evidence? evidence)
    {
        if (evidence is not { } known)
        {
            writer.WriteNull();
            writer.WriteNull();
            writer.WriteNull();
            return;
        }

        var span = CountCodePoints(known.Article, known.Span);
        writer.WriteInteger(number(known.Article));
        writer.WriteInt32(span.Start);
        writer.WriteInt32(span.End);
    }

    private static void WriteProperty(CopyWriter writer, TableProperty property, PropertyColumn column, int row)
    {
        if (!column.HasValue(row))
        {
            for (var i = 0; i < (property.Kind == ColumnKind.Date ? 3 : 1); i++)
                writer.WriteNull();
            return;
        }

        // The table may hold other kinds beside that of the column.
        switch (property.Kind == ColumnKind.Any ? null : column)
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
}
