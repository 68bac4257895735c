using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>
/// <c>labels(n)</c>, <c>keys(n)</c>, <c>keys(r)</c> and <c>type(r)</c> of a column of nodes or edges: few answers stand for all rows, and
/// each is made once. Anything else is left to the function.
/// </summary>
internal sealed class ElementKindExpression(
    CallExpression call, CompiledExpression element, ElementKinds? nodes, ElementKinds? edges, TextSpan span)
    : CompiledExpression(span)
{
    private const string Labels = "labels";
    private const string Keys = "keys";
    private const string Type = "type";

    /// <summary>Whether an expression is one of these calls, of a variable.</summary>
    public static bool Includes(BoundExpression expression) =>
        expression is BoundCall { Function.Name: Labels or Keys or Type, Arguments: [BoundReference] };

    public static CompiledExpression Create(GraphStore store, Function function, CompiledExpression element, TextSpan span)
    {
        var call = new CallExpression(function, [element], span);
        var nodes = function.Name == Type ? null : ElementKinds.OfNodes(store, function, distinguishesKeys: function.Name == Keys);
        var edges = function.Name == Labels ? null : ElementKinds.OfEdges(store, function, distinguishesKeys: function.Name == Keys);
        return new ElementKindExpression(call, element, nodes, edges, span);
    }

    protected override Column Compute(ExecutionState state, Batch batch) => element.Evaluate(state, batch) switch
    {
        NodeColumn column when nodes is not null => nodes.CreateColumn(state, column.Ids.AsSpan(0, batch.Count)),
        EdgeColumn column when edges is not null => edges.CreateColumn(state, column.Ids.AsSpan(0, batch.Count)),
        var column => call.Apply(state, batch.Count, column),
    };
}
