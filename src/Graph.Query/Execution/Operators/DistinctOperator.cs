namespace Graph.Query.Execution;

/// <summary>The first of the rows that are equivalent in the given columns.</summary>
internal sealed class DistinctOperator(Operator input, int[] slots) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var finder = new GroupFinder(slots.Length);
        var bytes = 0L;
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var rows = FindNew(batch, finder);
            state.Allocate(finder.Bytes - bytes);
            bytes = finder.Bytes;
            if (rows.Count > 0)
                yield return rows.Count == batch.Count ? batch : batch.Select([.. rows]);
        }

        state.Release(bytes);
    }

    private List<int> FindNew(Batch batch, GroupFinder finder)
    {
        var known = finder.Table.Count;
        var groups = new int[batch.Count];
        finder.Find([.. slots.Select(slot => batch[slot])], groups);
        var rows = new List<int>();
        for (var row = 0; row < groups.Length; row++)
        {
            // Groups are numbered as they come, so a number not seen yet is the next one.
            if (groups[row] != known)
                continue;
            rows.Add(row);
            known++;
        }

        return rows;
    }
}
