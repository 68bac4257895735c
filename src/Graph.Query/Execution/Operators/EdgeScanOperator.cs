namespace Graph.Query.Execution;

/// <summary>Every edge of some relation types, for each input row.</summary>
internal sealed class EdgeScanOperator(Operator input, int slot, ImmutableArray<EdgeTable> tables) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var size = new BatchSize(state.Sizes);
        foreach (var batch in input.Run(state, argument))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                foreach (var table in tables)
                {
                    for (var edge = table.FirstEdge; edge < table.EndEdge && !argument.IsDone(batch, row);)
                    {
                        state.Check();
                        var end = Math.Min(table.EndEdge, edge + size.Next());
                        yield return Create(batch, row, edge, end);
                        edge = end;
                    }
                }
            }
        }
    }

    private Batch Create(Batch batch, int row, int start, int end)
    {
        var edges = new int[end - start];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = start + i;

        var scanned = batch.Repeat(row, edges.Length);
        scanned.Set(slot, new EdgeColumn(edges));
        return scanned;
    }
}
