using System.Buffers;
using System.Text;
using Graph.Query;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>
/// Fields between tabs, one row a line, under a header. A tab, a line break and a backslash inside a field are written <c>\t</c>,
/// <c>\n</c>, <c>\r</c> and <c>\\</c>; null is an empty field.
/// </summary>
internal sealed class TsvRenderer(GraphStore store, RenderOptions options) : ResultRenderer
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\t\n\r\\");

    private readonly ValueFormatter formatter = new(store, guard: options.Guard);

    public override RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default)
    {
        using var reader = new RowReader(result, null, cancellation);
        output.Write(string.Join('\t', result.Columns.Select(column => Escape(column.Name))));
        output.Write('\n');
        while (reader.MoveNext())
        {
            for (var column = 0; column < result.Columns.Length; column++)
            {
                if (column > 0)
                    output.Write('\t');
                output.Write(GetField(reader.Batch.GetValue(column, reader.Row)));
            }

            output.Write('\n');
        }

        return reader.Finish();
    }

    private string GetField(Value value) => value.Kind switch
    {
        ValueKind.Null => "",
        ValueKind.String => Escape(value.AsString()),
        _ => Escape(formatter.Format(value)),
    };

    private string Escape(string text)
    {
        if (text.AsSpan().ContainsAny(Special))
        {
            var escaped = new StringBuilder(text.Length + 8);
            foreach (var unit in text)
                escaped.Append(unit switch { '\t' => "\\t", '\n' => "\\n", '\r' => "\\r", '\\' => "\\\\", _ => unit.ToString() });
            text = escaped.ToString();
        }

        return options.IsTerminal ? VisibleText.Show(text) : text;
    }
}
