using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// An edge that an earlier clause has bound: checks its type, and checks or binds its ends.
/// An undirected pattern with free ends matches it both ways.
/// </summary>
internal sealed class BoundEdgeOperator(
    Operator input, BoundEdgeStep step, EdgeDirection direction, ImmutableArray<EdgeTable> tables, EdgeDistinctness distinctness) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var matches = Match(state.Store, batch);
            if (matches.Rows.Count == 0)
                continue;

            var output = batch.Select([.. matches.Rows]);
            if (!step.IsFromBound)
                output.Set(step.FromSlot, new NodeColumn([.. matches.From]));
            if (!step.IsToBound)
                output.Set(step.ToSlot, new NodeColumn([.. matches.To]));
            yield return output;
        }
    }

    private Matches Match(GraphStore store, Batch batch)
    {
        var edges = batch[step.EdgeSlot].GetEdges(batch.Count);
        var matches = new Matches(batch, step);
        for (var row = 0; row < batch.Count; row++)
        {
            if (edges[row] < 0 || FindTable(edges[row]) is not { } table || distinctness.IsUsed(batch, row, edges[row]))
                continue;

            var source = table.GetSource(edges[row]);
            var target = table.GetTarget(edges[row]);
            if (direction != EdgeDirection.Left)
                matches.Add(row, source, target);
            if (direction == EdgeDirection.Left || (direction == EdgeDirection.Both && source != target))
                matches.Add(row, target, source);
        }

        return matches;
    }

    private EdgeTable? FindTable(int edge)
    {
        foreach (var table in tables)
        {
            if (edge >= table.FirstEdge && edge < table.EndEdge)
                return table;
        }

        return null;
    }

    private sealed class Matches(Batch batch, BoundEdgeStep step)
    {
        public List<int> Rows { get; } = [];

        public List<int> From { get; } = [];

        public List<int> To { get; } = [];

        public void Add(int row, int from, int to)
        {
            if (step.IsFromBound && batch[step.FromSlot].GetNodes(batch.Count)[row] != from)
                return;
            if (step.IsToBound && (step.ToSlot == step.FromSlot ? from : batch[step.ToSlot].GetNodes(batch.Count)[row]) != to)
                return;

            Rows.Add(row);
            From.Add(from);
            To.Add(to);
        }
    }
}

internal sealed record BoundEdgeStep(int FromSlot, bool IsFromBound, int EdgeSlot, int ToSlot, bool IsToBound);
