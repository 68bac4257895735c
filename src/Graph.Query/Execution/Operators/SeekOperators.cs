using Graph.Query.Selection;

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
                Find(state, values[row], nodes);
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

    protected abstract void Find(ExecutionState state, Value wanted, List<int> nodes);

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
internal sealed class NodeSeekOperator(Operator input, int slot, NodeSelection nodes, string? property, CompiledExpression value)
    : SeekOperator(input, slot, value)
{
    protected override void Find(ExecutionState state, Value wanted, List<int> found) =>
        ValueIndex.Find(state.Store, nodes, property, wanted, found);
}

/// <summary>Nodes by any of the values in a list.</summary>
internal sealed class NodeSeekAnyOperator(Operator input, int slot, NodeSelection nodes, string? property, CompiledExpression list)
    : SeekOperator(input, slot, list)
{
    private readonly CompiledExpression list = list;

    protected override void Find(ExecutionState state, Value wanted, List<int> found)
    {
        if (wanted.IsNull)
            return;
        if (wanted.Kind != ValueKind.List)
            throw list.Locate(RuntimeErrors.WrongOperand("IN", "a list", wanted), state);

        var first = found.Count;
        foreach (var item in wanted.AsList().Span)
            ValueIndex.Find(state.Store, nodes, property, item, found);
        SortAndDistinct(found, first);
    }

    private static void SortAndDistinct(List<int> found, int first)
    {
        found.Sort(first, found.Count - first, null);
        var next = first;
        for (var i = first; i < found.Count; i++)
        {
            if (i == first || found[i] != found[next - 1])
                found[next++] = found[i];
        }

        found.RemoveRange(next, found.Count - next);
    }
}

/// <summary>Nodes by a part of a string property.</summary>
internal sealed class NodeTextSeekOperator(
    Operator input, int slot, NodeSelection nodes, string property, string @operator, CompiledExpression value)
    : SeekOperator(input, slot, value)
{
    protected override void Find(ExecutionState state, Value wanted, List<int> found)
    {
        if (wanted.Kind == ValueKind.String)
            TextIndex.Find(state.Store, nodes, property, @operator, wanted.AsString(), found);
    }
}
