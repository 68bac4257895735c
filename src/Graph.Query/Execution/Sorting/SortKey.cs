namespace Graph.Query.Execution;

/// <summary>One key of an order over held rows.</summary>
internal sealed class SortKey(Column column, int count, bool isDescending, Action check)
{
    private ulong[]? codes;
    private bool areExact;

    /// <summary>A number for each row; a smaller one stands before. Made when it is first asked for.</summary>
    public ulong[] Codes => codes ??= CreateCodes();

    /// <summary>Whether rows of one code are equal; else <see cref="Compare"/> has to tell.</summary>
    public bool AreExact => Codes.Length >= 0 && areExact;

    public int Compare(int left, int right) => isDescending ? column.Compare(right, left) : column.Compare(left, right);

    private ulong[] CreateCodes()
    {
        var created = GC.AllocateUninitializedArray<ulong>(count);
        areExact = column.GetOrderCodes(created, check);
        if (isDescending)
        {
            foreach (ref var code in created.AsSpan())
                code = ~code;
        }

        return created;
    }
}
