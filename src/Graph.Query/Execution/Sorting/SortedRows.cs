namespace Graph.Query.Execution;

/// <summary>
/// Rows that are held back to be put in order: their sort keys and the columns that live on, in a subquery the number of the outer row too.
/// </summary>
internal sealed class SortedRows
{
    private readonly ExecutionState state;
    private readonly ImmutableArray<CompiledSortItem> items;
    private readonly Argument argument;
    private readonly int[] slots;
    private readonly HeldColumn[] columns;

    /// <summary>The column of a variable that is a key itself is held once.</summary>
    private readonly HeldColumn[] keys;
    private readonly HeldColumn[] held;
    private long bytes;

    public SortedRows(ExecutionState state, ImmutableArray<CompiledSortItem> items, int[] slots, Argument argument)
    {
        this.state = state;
        this.items = items;
        this.argument = argument;
        this.slots = argument.IsNumbered ? [.. slots, argument.OrdinalSlot] : slots;
        columns = [.. this.slots.Select(_ => new HeldColumn())];
        keys = [.. items.Select(item => FindColumn(item.Expression) ?? new HeldColumn())];
        held = [.. columns.Union(keys)];
    }

    public int Count { get; private set; }

    /// <summary>Takes all rows of a batch.</summary>
    public void Add(Batch batch) => Add(batch, EvaluateKeys(batch), null);

    /// <summary>
    /// Takes the rows of a batch that can be among the first <paramref name="limit"/>, which stand in order at the front.
    /// </summary>
    public void AddBetter(Batch batch, int limit)
    {
        var sortColumns = EvaluateKeys(batch);
        var rows = FindBetter(sortColumns, batch.Count, limit - 1);
        if (rows.Length > 0)
            Add(batch, sortColumns, rows.Length == batch.Count ? null : rows);
    }

    /// <summary>The order of the rows; rows with equal keys keep the order they came in.</summary>
    public int[] GetOrder() => GetFirst(Count);

    /// <summary>The first rows of the order.</summary>
    public int[] GetFirst(int limit)
    {
        var order = Sort(rows => rows.SortFirst(limit));
        return order.Length > limit ? order[..limit] : order;
    }

    /// <summary>The order by the codes of the first key alone; rows of one code keep the order they came in.</summary>
    public int[] GetRoughOrder() => Sort(rows => rows.SortByCodes());

    private int[] Sort(Func<RowOrder, int[]> sort)
    {
        if (Count == 0)
            return [];

        state.Allocate(Count * (long)RowOrder.BytesPerRow);
        var order = sort(
            new RowOrder(state, [.. items.Zip(keys, (item, key) => new SortKey(key.ToColumn(), Count, item.Descending, state.Check))]));
        state.Release(Count * (long)RowOrder.BytesPerRow);
        return order;
    }

    /// <summary>The order without the rows whose places among those of their outer row are not in a range.</summary>
    public int[] GetOrderOfEach(long first, long end)
    {
        var order = GetOrder();
        if (order.Length == 0)
            return order;

        var places = new OuterRowPlaces(argument);
        var ordinals = ((OrdinalColumn)columns[^1].ToColumn()).Ordinals;
        var count = 0;
        foreach (var row in order)
        {
            if (places.TakePlace(ordinals[row]) is var place && place >= first && place < end)
                order[count++] = row;
        }

        return order[..count];
    }

    /// <summary>Keeps only some rows, in their new order.</summary>
    public void Keep(ReadOnlySpan<int> order)
    {
        foreach (var column in held)
            column.Keep(order);
        Count = order.Length;
        Account();
    }

    /// <summary>Some rows in batches, with the variables of their outer rows.</summary>
    public IEnumerable<Batch> Take(ReadOnlyMemory<int> order, int[] outerSlots)
    {
        for (var start = 0; start < order.Length; start += state.Sizes.LargestBatch)
        {
            var count = Math.Min(state.Sizes.LargestBatch, order.Length - start);
            var batch = Batch.Create(argument.Rows.SlotCount, count);
            for (var i = 0; i < slots.Length; i++)
                batch.Set(slots[i], columns[i].ToColumn().Gather(order.Span.Slice(start, count)));
            argument.AddOuter(batch, outerSlots);
            yield return batch;
        }
    }

    /// <summary>The keys of a row.</summary>
    public Value[] GetKeys(int row) => Array.ConvertAll(keys, key => key[row]);

    public void Release()
    {
        state.Release(bytes);
        bytes = 0;
    }

    private HeldColumn? FindColumn(CompiledExpression key) =>
        key is ReferenceExpression { Slot: var slot } && slots.IndexOf(slot) is >= 0 and var at ? columns[at] : null;

    private Column[] EvaluateKeys(Batch batch) => [.. items.Select(item => item.Expression.Evaluate(state, batch))];

    private void Add(Batch batch, Column[] sortColumns, int[]? rows)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            // Where columns of many millions grow, all of them do at once.
            state.Check();
            columns[i].Append(batch[slots[i]], batch.Count, rows);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            state.Check();
            if (!columns.Contains(keys[i]))
                keys[i].Append(sortColumns[i], batch.Count, rows);
        }

        Count += rows?.Length ?? batch.Count;
        Account();
    }

    private void Account()
    {
        var total = held.Sum(column => column.Bytes);
        state.Allocate(total - bytes);
        bytes = total;
    }

    /// <summary>
    /// The rows that come before a row that is held, by all keys; what the first key alone tells is told by codes.
    /// </summary>
    private int[] FindBetter(Column[] sortColumns, int count, int worst)
    {
        var worstValues = GetKeys(worst);
        var isNotBetter = KeyTests.TestNotBetter(sortColumns[0], items[0].Descending, worstValues[0], count);
        var isWorse = items.Length == 1 ? isNotBetter : KeyTests.TestWorse(sortColumns[0], items[0].Descending, worstValues[0], count);

        // NaN is before no number and yet has its place in the order.
        var areOrdered = (worstValues[0].IsInteger && sortColumns[0].NumberForm == NumberForm.Integers)
            || (worstValues[0].Kind == ValueKind.String && sortColumns[0].AreTexts);
        var better = new int[count];
        var next = 0;
        for (var row = 0; row < count; row++)
        {
            if (isWorse[row] == Truth.True)
                continue;
            if ((areOrdered && isNotBetter[row] == Truth.False) || Compare(sortColumns, row, worstValues) < 0)
                better[next++] = row;
        }

        return better[..next];
    }

    private int Compare(Column[] sortColumns, int row, Value[] others)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var order = ValueComparer.Compare(sortColumns[i][row], others[i]);
            if (order != 0)
                return items[i].Descending ? -order : order;
        }

        return 0;
    }
}

internal readonly record struct CompiledSortItem(CompiledExpression Expression, bool Descending);
