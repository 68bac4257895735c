using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>Nodes that are looked up, for each input row; those of several look-ups once each and ascending.</summary>
internal sealed class SeekOperator(Operator input, int slot, ImmutableArray<LookUp> lookUps) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            Column[] values = [.. lookUps.Select(lookUp => lookUp.Value.Evaluate(state, batch))];
            var rows = new List<int>();
            var nodes = new List<int>();
            for (var row = 0; row < batch.Count; row++)
            {
                state.Check();
                Find(state, values, row, nodes);
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

    private void Find(ExecutionState state, Column[] values, int row, List<int> nodes)
    {
        var first = nodes.Count;
        for (var i = 0; i < lookUps.Length; i++)
            lookUps[i].Find(state, values[i][row], nodes);
        if (lookUps.Length > 1)
            NodeList.SortAndDistinct(nodes, first);
    }

    private Batch Take(Batch batch, List<int> rows, List<int> nodes)
    {
        var found = batch.Select([.. rows]);
        found.Set(slot, new NodeColumn([.. nodes]));
        rows.Clear();
        nodes.Clear();
        return found;
    }
}

/// <summary>Finds nodes of a set for a value.</summary>
internal abstract class LookUp(CompiledExpression value)
{
    public CompiledExpression Value => value;

    public abstract void Find(ExecutionState state, Value wanted, List<int> found);
}

/// <summary>Nodes by the value of a property.</summary>
internal sealed class ValueLookUp(NodeSelection nodes, string? property, CompiledExpression value) : LookUp(value)
{
    public override void Find(ExecutionState state, Value wanted, List<int> found) =>
        ValueIndex.Find(state.Store, nodes, property, wanted, found);
}

/// <summary>Nodes by any of the values in a list.</summary>
internal sealed class AnyValueLookUp(NodeSelection nodes, string? property, CompiledExpression list) : LookUp(list)
{
    public override void Find(ExecutionState state, Value wanted, List<int> found)
    {
        if (wanted.IsNull)
            return;
        if (wanted.Kind != ValueKind.List)
            throw Value.Locate(RuntimeErrors.WrongOperand("IN", "a list", wanted), state);

        var first = found.Count;
        foreach (var item in wanted.AsList().Span)
            ValueIndex.Find(state.Store, nodes, property, item, found);
        NodeList.SortAndDistinct(found, first);
    }
}

/// <summary>Nodes by a part of a string property.</summary>
internal sealed class TextLookUp(NodeSelection nodes, string property, string @operator, CompiledExpression value) : LookUp(value)
{
    public override void Find(ExecutionState state, Value wanted, List<int> found)
    {
        if (wanted.Kind == ValueKind.String)
            TextIndex.Find(state.Store, nodes, property, @operator, wanted.AsString(), found);
    }
}

internal static class NodeList
{
    /// <summary>Puts the nodes from a place on in order, each once.</summary>
    public static void SortAndDistinct(List<int> nodes, int first)
    {
        nodes.Sort(first, nodes.Count - first, null);
        var next = first;
        for (var i = first; i < nodes.Count; i++)
        {
            if (i == first || nodes[i] != nodes[next - 1])
                nodes[next++] = nodes[i];
        }

        nodes.RemoveRange(next, nodes.Count - next);
    }
}
