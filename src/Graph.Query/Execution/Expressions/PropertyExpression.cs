using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>A property of a node or edge, an entry of a map, or a component of a date, told apart by the value.</summary>
internal sealed class PropertyExpression(PropertyReaders readers, CompiledExpression target, string key, TextSpan span)
    : CompiledExpression(span)
{
    private readonly Lazy<PropertyReader> nodes = readers.OfNodes(key);
    private readonly Lazy<PropertyReader> edges = readers.OfEdges(key);

    protected override Column Compute(ExecutionState state, Batch batch) => target.Evaluate(state, batch) switch
    {
        NodeColumn column => new NodePropertyColumn(column, nodes.Value),
        EdgeColumn column => new EdgePropertyColumn(column, edges.Value),
        var column => ReadAny(state, column, batch.Count),
    };

    private Column ReadAny(ExecutionState state, Column column, int count)
    {
        var values = new Value[count];
        for (var row = 0; row < values.Length; row++)
            values[row] = PropertyAccess.Get(state, column[row], key);
        return ValueColumn.Create(values);
    }
}
