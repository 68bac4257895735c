using System.Buffers;
using Graph.Query;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>
/// RFC 4180 with a header, and LF at line ends: data for programs, so no value is changed. Null is an empty field, an empty string
/// <c>""</c>. For a spreadsheet (<c>--excel</c>) a byte order mark tells the encoding, every text is quoted, and text that would be run as
/// a formula gets an apostrophe in front, as spreadsheets themselves do; numbers stay as they are. On a terminal, control characters come
/// out as signs.
/// </summary>
internal sealed class CsvRenderer(GraphStore store, RenderOptions options) : ResultRenderer
{
    private const char ByteOrderMark = '\uFEFF';
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    private readonly ValueFormatter formatter = new(store, guard: options.Guard);

    public override RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default)
    {
        using var reader = new RowReader(result, null, cancellation);
        if (options.ForSpreadsheet && !options.IsTerminal)
            output.Write(ByteOrderMark);
        for (var column = 0; column < result.Columns.Length; column++)
        {
            output.Write(column > 0 ? "," : "");
            output.Write(GetText(result.Columns[column].Name));
        }

        output.Write('\n');
        while (reader.MoveNext())
            WriteRow(reader.Batch, reader.Row, result.Columns.Length, output);
        return reader.Finish();
    }

    private void WriteRow(RowBatch batch, int row, int columns, TextWriter output)
    {
        for (var column = 0; column < columns; column++)
        {
            if (column > 0)
                output.Write(',');
            output.Write(GetField(batch.GetValue(column, row)));
        }

        output.Write('\n');
    }

    private string GetField(Value value) => value.Kind switch
    {
        ValueKind.Null => "",
        ValueKind.String when value.AsString().Length == 0 => "\"\"",
        ValueKind.String => GetText(value.AsString()),
        ValueKind.Boolean or ValueKind.Integer or ValueKind.Float or ValueKind.Date => Quote(formatter.Format(value), always: false),
        _ => GetText(formatter.Format(value)),
    };

    private string GetText(string text) =>
        options.ForSpreadsheet ? Quote(SpreadsheetGuard.Disarm(text), always: true) : Quote(text, always: false);

    private string Quote(string text, bool always)
    {
        var field = always || text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        return options.IsTerminal ? VisibleText.Show(field) : field;
    }
}
