using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace Graph.Export;

/// <summary>
/// Arrow IPC as a file, which is read at any place, or as a stream, which is read from its beginning; each call writes one batch.
/// </summary>
internal sealed class ArrowTable : ITableWriter
{
    private readonly ImmutableArray<TableColumn> columns;
    private readonly Apache.Arrow.Schema schema;
    private readonly ArrowStreamWriter writer;

    private ArrowTable(ImmutableArray<TableColumn> columns, Func<Apache.Arrow.Schema, ArrowStreamWriter> open)
    {
        this.columns = columns;
        schema = new Apache.Arrow.Schema(columns.Select(column => new Field(column.Name, GetArrowType(column.Kind), nullable: true)), null);
        writer = open(schema);
        writer.WriteStart();
    }

    public static ITableWriter OpenFile(Stream output, ImmutableArray<TableColumn> columns, LossLedger losses) =>
        new ArrowTable(columns, schema => new ArrowFileWriter(output, schema, leaveOpen: true));

    public static ITableWriter OpenStream(Stream output, ImmutableArray<TableColumn> columns, LossLedger losses) =>
        new ArrowTable(columns, schema => new ArrowStreamWriter(output, schema, leaveOpen: true));

    public void Write(IReadOnlyList<Value[]> values, int rows)
    {
        using var batch = new RecordBatch(schema, columns.Select((column, i) => CreateArray(column.Kind, values[i], rows)), rows);
        writer.WriteRecordBatch(batch);
    }

    public void Dispose()
    {
        writer.WriteEnd();
        writer.Dispose();
    }

    private static IArrowType GetArrowType(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => BooleanType.Default,
        ColumnKind.Integer => Int64Type.Default,
        ColumnKind.Float => DoubleType.Default,
        ColumnKind.TextList => new ListType(StringType.Default),
        _ => StringType.Default,
    };

    private static IArrowArray CreateArray(ColumnKind kind, Value[] values, int rows)
    {
        switch (kind)
        {
            case ColumnKind.Boolean:
                var flags = new BooleanArray.Builder();
                for (var row = 0; row < rows; row++)
                    _ = values[row].IsNull ? flags.AppendNull() : flags.Append(values[row].AsBoolean());
                return flags.Build();
            case ColumnKind.Integer:
                var integers = new Int64Array.Builder();
                for (var row = 0; row < rows; row++)
                    integers.Append(values[row].IsNull ? (long?)null : values[row].AsInteger());
                return integers.Build();
            case ColumnKind.Float:
                var floats = new DoubleArray.Builder();
                for (var row = 0; row < rows; row++)
                    floats.Append(values[row].IsNull ? (double?)null : values[row].AsNumber());
                return floats.Build();
            case ColumnKind.TextList:
                return CreateLists(values, rows);
            default:
                var texts = new StringArray.Builder();
                for (var row = 0; row < rows; row++)
                    texts.Append(values[row].IsNull ? null : PlainText.Format(values[row]));
                return texts.Build();
        }
    }

    private static ListArray CreateLists(Value[] values, int rows)
    {
        var lists = new ListArray.Builder(StringType.Default);
        var items = (StringArray.Builder)lists.ValueBuilder;
        for (var row = 0; row < rows; row++)
        {
            if (values[row].IsNull)
            {
                lists.AppendNull();
                continue;
            }

            lists.Append();
            foreach (var text in ColumnKinds.ListTexts(values[row]))
                items.Append(text);
        }

        return lists.Build();
    }
}
