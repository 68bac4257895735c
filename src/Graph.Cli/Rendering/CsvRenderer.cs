using Graph.Terminal;
using Graph.Query;

namespace Graph.Cli.Rendering;

/// <summary>
/// RFC 4180 with a header, and LF at line ends. Null is an empty field, an empty string <c>""</c>. Text that a spreadsheet would run as a
/// formula (it begins with <c>= + - @</c>, a tab or a carriage return) gets an apostrophe in front, as spreadsheets themselves
/// do; numbers stay as they are. On a terminal, control characters come out as signs.
/// </summary>
internal sealed class CsvRenderer(GraphStore store, RenderOptions options) : ResultRenderer
{
    private static readonly System.Buffers.SearchValues<char> NeedQuotes = System.Buffers.SearchValues.Create(",\"\r\n");

    private readonly ValueFormatter formatter = new(store);

    public override long Render(QueryResult result, TextWriter output)
    {
        output.Write(string.Join(',', result.Columns.Select(column => Quote(Guard(column.Name)))));
        output.Write('\n');
        var rows = 0L;
        foreach (var batch in result.Batches)
        {
            for (var row = 0; row < batch.Count; row++)
                WriteRow(batch, row, result.Columns.Length, output);
            rows += batch.Count;
        }

        return rows;
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
        ValueKind.String => Quote(Guard(value.AsString())),
        _ => Quote(formatter.Format(value)),
    };

    private static string Guard(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    private string Quote(string text)
    {
        var field = text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        return options.IsTerminal ? VisibleText.Show(field) : field;
    }
}
