namespace Graph.Query.Algorithms;

/// <summary>
/// A procedure that is a table: the rows whose first cells are the arguments, with the other cells. Without columns it does nothing.
/// </summary>
internal static class TableProcedure
{
    /// <param name="rows">A cell for each parameter, then one for each column.</param>
    public static Procedure Create(
        string name,
        ImmutableArray<ProcedureParameter> parameters,
        ImmutableArray<Types.BoundColumn> columns,
        ImmutableArray<Value[]> rows) => new(
        name,
        parameters,
        columns,
        (_, arguments) => columns.IsEmpty ? [[]] : rows.Where(row => IsFor(row, arguments)).Select(row => row[parameters.Length..]));

    // An integer is as good as the float that it equals.
    private static bool IsFor(Value[] row, IReadOnlyList<Value> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!ValueComparer.AreEquivalent(row[i], arguments[i]))
                return false;
        }

        return true;
    }
}
