namespace Graph.Query.Execution;

internal static class IdGather
{
    public static int[] Gather(ReadOnlySpan<int> ids, ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<int>(rows.Length);
        Gather(ids, rows, gathered);
        return gathered;
    }

    public static void Gather(ReadOnlySpan<int> ids, ReadOnlySpan<int> rows, Span<int> gathered)
    {
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = ids[rows[i]];
    }

    public static int[] GatherOrNull(ReadOnlySpan<int> ids, ReadOnlySpan<int> rows)
    {
        var gathered = GC.AllocateUninitializedArray<int>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            gathered[i] = rows[i] < 0 ? -1 : ids[rows[i]];
        return gathered;
    }
}
