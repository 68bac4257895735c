namespace Graph.Query.Execution;

/// <summary>The first of the rows that are equivalent in the given columns.</summary>
internal sealed class DistinctOperator(Operator input, int[] slots) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var table = new GroupTable(slots.Length);
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var rows = FindNew(batch, table);
            state.Allocate(rows.Count * table.BytesPerGroup);
            if (rows.Count > 0)
                yield return rows.Count == batch.Count ? batch : batch.Select([.. rows]);
        }

        state.Release(table.Count * table.BytesPerGroup);
    }

    private List<int> FindNew(Batch batch, GroupTable table)
    {
        var columns = slots.Select(slot => batch[slot]).ToArray();
        var values = new Value[columns.Length];
        var rows = new List<int>();
        for (var row = 0; row < batch.Count; row++)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = columns[i][row];
            var before = table.Count;
            table.FindOrAdd(values);
            if (table.Count > before)
                rows.Add(row);
        }

        return rows;
    }
}
