namespace Graph.Query.Execution;

/// <summary>Nodes of a set that a look-up finds for a value, for each input row.</summary>
internal abstract class SeekOperator(Operator input, int slot, CompiledExpression value) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            var values = value.Evaluate(state, batch);
            var rows = new List<int>();
            var nodes = new List<int>();
            for (var row = 0; row < batch.Count; row++)
            {
                state.Check();
                Find(state.Store, values[row], nodes);
                while (rows.Count < nodes.Count)
                    rows.Add(row);
                if (nodes.Count < state.Sizes.LargestBatch)
                    continue;

                yield return Take(batch, rows, nodes);
            }

            if (nodes.Count > 0)
                yield return Take(batch, rows, nodes);
        }
    }

    protected abstract void Find(GraphStore store, Value wanted, List<int> nodes);

    private Batch Take(Batch batch, List<int> rows, List<int> nodes)
    {
        var found = batch.Select([.. rows]);
        found.Set(slot, new NodeColumn([.. nodes]));
        rows.Clear();
        nodes.Clear();
        return found;
    }
}

/// <summary>Nodes by the value of a property.</summary>
internal sealed class NodeSeekOperator(Operator input, int slot, NodeSet nodes, string property, CompiledExpression value)
    : SeekOperator(input, slot, value)
{
    protected override void Find(GraphStore store, Value wanted, List<int> found) => ValueIndex.Find(store, nodes, property, wanted, found);
}

/// <summary>Nodes by a part of a string property.</summary>
internal sealed class NodeTextSeekOperator(Operator input, int slot, NodeSet nodes, string property, string @operator, CompiledExpression value)
    : SeekOperator(input, slot, value)
{
    protected override void Find(GraphStore store, Value wanted, List<int> found)
    {
        if (wanted.Kind == ValueKind.String)
            TextIndex.Find(store, nodes, property, @operator, wanted.AsString(), found);
    }
}
