namespace Graph.Query.Execution;

internal sealed class ValueColumn(Value[] values) : Column
{
    public override Value this[int row] => values[row];

    /// <summary>The values as nodes, edges or integers where they are nothing else but null.</summary>
    public static Column Create(Value[] values)
    {
        var first = Array.Find(values, value => !value.IsNull);
        return first.Kind switch
        {
            ValueKind.Node => TryReadIds(values, ValueKind.Node) is { } nodes ? new NodeColumn(nodes) : new ValueColumn(values),
            ValueKind.Edge => TryReadIds(values, ValueKind.Edge) is { } edges ? new EdgeColumn(edges) : new ValueColumn(values),
            ValueKind.Integer => TryReadIntegers(values) is { } integers ? new IntegersColumn(integers) : new ValueColumn(values),
            _ => new ValueColumn(values),
        };
    }

    private static int[]? TryReadIds(Value[] values, ValueKind kind)
    {
        var ids = new int[values.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            if (!values[row].IsNull && values[row].Kind != kind)
                return null;
            ids[row] = values[row].IsNull ? -1 : kind == ValueKind.Node ? values[row].AsNode() : values[row].AsEdge();
        }

        return ids;
    }

    private static long[]? TryReadIntegers(Value[] values)
    {
        var integers = new long[values.Length];
        for (var row = 0; row < integers.Length; row++)
        {
            if (values[row].IsNull)
                integers[row] = PropertyReader.NullCode;
            else if (values[row].IsInteger && values[row].AsInteger() != PropertyReader.NullCode)
                integers[row] = values[row].AsInteger();
            else
                return null;
        }

        return integers;
    }

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = new Value[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = values[rows[i]];
        return new ValueColumn(gathered);
    }
}
