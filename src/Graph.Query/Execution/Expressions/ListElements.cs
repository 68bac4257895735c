namespace Graph.Query.Execution;

/// <summary>
/// The elements of a column of lists as rows of their own, many at a time, so that what stands inside a comprehension runs
/// over batches too.
/// </summary>
internal readonly record struct ListElements(Batch Rows, int[] Owners, Value[] Values)
{
    public static IEnumerable<ListElements> Enumerate(ExecutionState state, Batch batch, Column lists, int slot, string operation)
    {
        var owners = new List<int>();
        var values = new List<Value>();
        for (var row = 0; row < batch.Count; row++)
        {
            var value = lists[row];
            if (value.IsNull)
                continue;
            if (value.Kind != ValueKind.List)
                throw RuntimeErrors.WrongKind(operation, value.Kind);

            foreach (var item in value.AsList())
            {
                owners.Add(row);
                values.Add(item);
                if (owners.Count < state.Sizes.ListElements)
                    continue;

                state.Check();
                yield return Create(batch, owners, values, slot);
            }
        }

        if (owners.Count > 0)
            yield return Create(batch, owners, values, slot);
    }

    /// <summary>The same for lists that are numbered: no value is read row by row.</summary>
    public static IEnumerable<ListElements> Enumerate(
        ExecutionState state, Batch batch, NumberedColumn lists, NumberedElements numbered, int slot, string operation)
    {
        var (elements, values) = numbered.Find(lists, batch.Count, operation);
        var owners = new int[state.Sizes.ListElements];
        var numbers = new int[state.Sizes.ListElements];
        var count = 0;
        for (var row = 0; row < batch.Count; row++)
        {
            foreach (var number in elements[lists.Numbers[row]]!)
            {
                (owners[count], numbers[count]) = (row, number);
                if (++count < owners.Length)
                    continue;

                state.Check();
                yield return Create(batch, owners[..count], numbers[..count], values, numbered, slot);
                count = 0;
            }
        }

        if (count > 0)
            yield return Create(batch, owners[..count], numbers[..count], values, numbered, slot);
    }

    private static ListElements Create(Batch batch, int[] rows, int[] numbers, Value[] values, NumberedElements space, int slot)
    {
        var elements = batch.Select(rows);
        elements.Set(slot, new NumberedColumn(numbers, values, space));
        return new ListElements(elements, rows, []);
    }

    private static ListElements Create(Batch batch, List<int> owners, List<Value> values, int slot)
    {
        var rows = owners.ToArray();
        var items = values.ToArray();
        owners.Clear();
        values.Clear();
        var elements = batch.Select(rows);
        elements.Set(slot, ValueColumn.Create(items));
        return new ListElements(elements, rows, items);
    }
}
