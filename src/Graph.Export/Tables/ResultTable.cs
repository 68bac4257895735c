using System.Text;
using System.Text.Json;
using Graph.Query;

namespace Graph.Export;

/// <summary>
/// The rows of a query as a table. The kind of a column is found in its values, so the rows are held until all are there.
/// </summary>
public static class ResultTable
{
    private const int BatchSize = 1 << 15;

    /// <exception cref="QueryException">A run-time error or a limit, while the rows are read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ExportReport Write(TableFormat format, QueryResult result, Stream output, CancellationToken cancellation = default)
    {
        var losses = new LossLedger();
        var values = result.Columns.Select(_ => new List<Value>()).ToArray();
        foreach (var row in result.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < values.Length; column++)
                values[column].Add(Flatten(result.Store, row[column], losses));
        }

        var names = FindNames(result.Columns.Select(column => column.Name));
        ImmutableArray<TableColumn> columns = [.. names.Select((name, i) => new TableColumn(name, ColumnKinds.Find(values[i])))];
        var rows = values.Length == 0 ? 0 : values[0].Count;
        using (var writer = format.Open(output, columns, losses))
        {
            for (var start = 0; start < rows; start += BatchSize)
            {
                var count = Math.Min(BatchSize, rows - start);
                writer.Write([.. values.Select(column => column.GetRange(start, count).ToArray())], count);
            }
        }

        return ExportReport.Create(losses, (rows, "row", "rows"), (columns.Length, "column", "columns"));
    }

    /// <summary>Two columns may have one name in a result, and not in a table.</summary>
    private static List<string> FindNames(IEnumerable<string> wanted)
    {
        var names = new List<string>();
        foreach (var name in wanted)
        {
            var own = name;
            for (var number = 2; names.Contains(own); number++)
                own = $"{name}_{number}";
            names.Add(own);
        }

        return names;
    }

    /// <summary>A value that a table can hold: nodes, relations, paths, maps and lists of these as JSON.</summary>
    private static Value Flatten(GraphStore store, Value value, LossLedger losses)
    {
        var isPlain = value.Kind is not (ValueKind.Node or ValueKind.Edge or ValueKind.Path or ValueKind.Map)
            && (value.Kind != ValueKind.List
                || value
                    .AsList()
                    .All(item =>
                        item.Kind is not (ValueKind.Node or ValueKind.Edge or ValueKind.Path or ValueKind.Map or ValueKind.List
                            or ValueKind.Null)));
        if (isPlain)
            return value;

        losses.Count("value that is no scalar, written as JSON text", "values that are no scalars, written as JSON texts");
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            ElementJson.Write(json, store, value);
        return Value.FromString(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
