using Parquet;
using Parquet.Schema;

namespace Graph.Export;

/// <summary>Parquet; each call writes one group of rows.</summary>
internal sealed class ParquetTable : ITableWriter
{
    /// <summary>A list that is there and has an item; one that is there; none.</summary>
    private const int Item = 3;
    private const int EmptyList = 1;

    private readonly ImmutableArray<TableColumn> columns;
    private readonly DataField[] fields;
    private readonly ParquetWriter writer;

    public ParquetTable(Stream output, ImmutableArray<TableColumn> columns, LossLedger losses)
    {
        this.columns = columns;
        var schema = new ParquetSchema(columns.Select(CreateField).ToArray());
        fields = schema.DataFields;
        writer = ParquetWriter.CreateAsync(schema, output).GetAwaiter().GetResult();
    }

    public void Write(IReadOnlyList<Value[]> values, int rows)
    {
        using var group = writer.CreateRowGroup();
        for (var column = 0; column < columns.Length; column++)
            WriteColumn(group, fields[column], columns[column].Kind, values[column].AsSpan(0, rows)).GetAwaiter().GetResult();
    }

    public void Dispose() => writer.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static Field CreateField(TableColumn column) => column.Kind switch
    {
        ColumnKind.Boolean => new DataField(column.Name, typeof(bool), isNullable: true),
        ColumnKind.Integer => new DataField(column.Name, typeof(long), isNullable: true),
        ColumnKind.Float => new DataField(column.Name, typeof(double), isNullable: true),
        ColumnKind.TextList => new ListField(column.Name, new DataField("element", typeof(string), isNullable: true)),
        _ => new DataField(column.Name, typeof(string), isNullable: true),
    };

    private static Task WriteColumn(ParquetRowGroupWriter group, DataField field, ColumnKind kind, ReadOnlySpan<Value> values)
    {
        switch (kind)
        {
            case ColumnKind.Boolean: return group.WriteAsync<bool>(field, Convert(values, value => value.AsBoolean()).AsMemory());
            case ColumnKind.Integer: return group.WriteAsync<long>(field, Convert(values, value => value.AsInteger()).AsMemory());
            case ColumnKind.Float: return group.WriteAsync<double>(field, Convert(values, value => value.AsNumber()).AsMemory());
            case ColumnKind.TextList: return WriteLists(group, field, values);
            default:
                var texts = new string?[values.Length];
                for (var row = 0; row < texts.Length; row++)
                    texts[row] = values[row].IsNull ? null : PlainText.Format(values[row]);
                return group.WriteAsync(field, texts);
        }
    }

    private static T?[] Convert<T>(ReadOnlySpan<Value> values, Func<Value, T> convert)
        where T : struct
    {
        var converted = new T?[values.Length];
        for (var row = 0; row < converted.Length; row++)
            converted[row] = values[row].IsNull ? null : convert(values[row]);
        return converted;
    }

    private static Task WriteLists(ParquetRowGroupWriter group, DataField field, ReadOnlySpan<Value> values)
    {
        var (items, definitions, repetitions) = (new List<ReadOnlyMemory<char>>(), new List<int>(), new List<int>());
        foreach (var value in values)
        {
            var texts = ColumnKinds.ListTexts(value).ToList();
            if (texts.Count == 0)
            {
                definitions.Add(value.IsNull ? 0 : EmptyList);
                repetitions.Add(0);
            }

            for (var i = 0; i < texts.Count; i++)
            {
                items.Add(texts[i].AsMemory());
                definitions.Add(Item);
                repetitions.Add(i == 0 ? 0 : 1);
            }
        }

        return group.WriteAllPartsAsync<ReadOnlyMemory<char>>(
            field, items.ToArray(), definitions.ToArray().AsMemory(), repetitions.ToArray().AsMemory(), default);
    }
}
