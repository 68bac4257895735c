namespace Graph.Query.Execution;

/// <summary>A property of a node or edge, an entry of a map, or a component of a date, told apart by the value.</summary>
internal sealed class PropertyExpression(GraphStore store, CompiledExpression target, string key, TextSpan span) : CompiledExpression(span)
{
    private readonly NodePropertyReader nodes = new(store, key);
    private readonly EdgePropertyReader edges = new(store, key);

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var values = new Value[batch.Count];
        switch (target.Evaluate(state, batch))
        {
            case NodeColumn column:
                ReadNodes(column.GetNodes(batch.Count), values);
                break;
            case EdgeColumn column:
                ReadEdges(column.GetEdges(batch.Count), values);
                break;
            case var column:
                ReadAny(state, column, values);
                break;
        }

        return new ValueColumn(values);
    }

    private void ReadNodes(ReadOnlySpan<int> ids, Value[] values)
    {
        var range = 0;
        for (var row = 0; row < values.Length; row++)
            values[row] = ids[row] < 0 ? Value.Null : nodes.Read(ids[row], ref range);
    }

    private void ReadEdges(ReadOnlySpan<int> ids, Value[] values)
    {
        var table = 0;
        for (var row = 0; row < values.Length; row++)
            values[row] = ids[row] < 0 ? Value.Null : edges.Read(ids[row], ref table);
    }

    private void ReadAny(ExecutionState state, Column column, Value[] values)
    {
        for (var row = 0; row < values.Length; row++)
            values[row] = PropertyAccess.Get(state.Context, column[row], key);
    }
}
