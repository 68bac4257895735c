using Graph.Query.Binding;
using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary><c>n:A&amp;!B</c> on a node, or <c>r:T</c> on an edge.</summary>
internal sealed class LabelTestExpression : CompiledExpression
{
    private readonly CompiledExpression target;
    private readonly NodeSelection nodes;
    private readonly ImmutableArray<EdgeTable> tables;

    public LabelTestExpression(GraphStore store, CompiledExpression target, LabelExpression labels, TextSpan span)
        : base(span)
    {
        this.target = target;
        nodes = LabelEvaluation.GetNodes(store, labels);
        tables = LabelEvaluation.GetTables(store, labels);
    }

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var column = target.Evaluate(state, batch);
        var truths = new Truth[batch.Count];
        for (var row = 0; row < truths.Length; row++)
            truths[row] = Test(column[row]);
        return new TruthColumn(truths);
    }

    private Truth Test(Value value) => value.Kind switch
    {
        ValueKind.Null => Truth.Unknown,
        ValueKind.Node => nodes.Contains(value.AsNode()) ? Truth.True : Truth.False,
        ValueKind.Edge => HasType(value.AsEdge()) ? Truth.True : Truth.False,
        var kind => throw RuntimeErrors.WrongKind("A label test", kind),
    };

    private bool HasType(int edge)
    {
        foreach (var table in tables)
        {
            if (edge >= table.FirstEdge && edge < table.EndEdge)
                return true;
        }

        return false;
    }
}
