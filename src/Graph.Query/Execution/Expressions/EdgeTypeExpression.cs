using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary><c>type(r)</c> of a column of edges, without a string for each row; anything else is left to the function.</summary>
internal sealed class EdgeTypeExpression(GraphStore store, Function function, CompiledExpression edge, TextSpan span)
    : CompiledExpression(span)
{
    public const string FunctionName = "type";

    private readonly CallExpression call = new(function, [edge], span);

    protected override Column Compute(ExecutionState state, Batch batch) =>
        edge.Evaluate(state, batch) is EdgeColumn edges ? new EdgeTypeColumn(edges, store) : call.Evaluate(state, batch);
}
