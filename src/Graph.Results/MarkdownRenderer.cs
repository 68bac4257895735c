using System.Buffers;
using System.Text;
using Graph.Query;
using Graph.Query.Binding;
using Graph.Query.Types;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>A table in GitHub's Markdown; what Markdown or HTML would take for their own signs is escaped.</summary>
internal sealed class MarkdownRenderer(GraphStore store, RenderOptions options) : ResultRenderer
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>|~&");

    private readonly ValueFormatter formatter = new(store, options.UseCaptions, options.Guard);

    public override RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default)
    {
        WriteLine(result.Columns.Select(column => Escape(VisibleText.Show(column.Name))), output);
        WriteLine(result.Columns.Select(column => IsNumber(column.Type) ? "---:" : "---"), output);
        using var reader = new RowReader(result, null, cancellation);
        while (reader.MoveNext())
            WriteLine(
                Enumerable.Range(0, result.Columns.Length).Select(column => GetCell(reader.Batch.GetValue(column, reader.Row))), output);
        return reader.Finish();
    }

    private static bool IsNumber(StaticType type) => type.Kind is TypeKind.Number or TypeKind.Integer or TypeKind.Float;

    private static void WriteLine(IEnumerable<string> cells, TextWriter output)
    {
        output.Write("| ");
        output.Write(string.Join(" | ", cells));
        output.Write(" |\n");
    }

    private string GetCell(Value value) => value.IsNull ? "" : Escape(formatter.FormatAlone(value));

    private static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
            return text;

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
            escaped.Append(Special.Contains(unit) ? $"\\{unit}" : unit.ToString());
        return escaped.ToString();
    }
}
