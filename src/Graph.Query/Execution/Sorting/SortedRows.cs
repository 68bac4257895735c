using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>Rows that are held back to be put in order: their sort keys and the columns that live on.</summary>
internal sealed class SortedRows(ExecutionState state, ImmutableArray<CompiledSortItem> items, int[] slots)
{
    private readonly HeldColumn[] keys = [.. items.Select(_ => new HeldColumn())];
    private readonly HeldColumn[] columns = [.. slots.Select(_ => new HeldColumn())];
    private long bytes;

    public int Count { get; private set; }

    /// <summary>Takes all rows of a batch.</summary>
    public void Add(Batch batch) => Add(batch, EvaluateKeys(batch), null);

    /// <summary>Takes the rows of a batch that can be among the first <paramref name="limit"/>, which stand in order at the front.</summary>
    public void AddBetter(Batch batch, int limit)
    {
        var sortColumns = EvaluateKeys(batch);
        var rows = FindBetter(sortColumns, batch.Count, limit - 1);
        if (rows.Length > 0)
            Add(batch, sortColumns, rows.Length == batch.Count ? null : rows);
    }

    /// <summary>The order of the rows; rows with equal keys keep the order they came in.</summary>
    public int[] GetOrder()
    {
        var order = new int[Count];
        for (var row = 0; row < order.Length; row++)
            order[row] = row;
        var sortKeys = items.Zip(keys, (item, key) => new SortKey(key.ToColumn(), Count, item.Descending)).ToImmutableArray();
        state.Allocate(Count * (long)RowOrder.BytesPerRow);
        new RowOrder(state, sortKeys).Sort(order);
        state.Release(Count * (long)RowOrder.BytesPerRow);
        return order;
    }

    /// <summary>Puts the rows in order and keeps only the first.</summary>
    public void Truncate(int count)
    {
        var order = GetOrder().AsSpan(0, Math.Min(count, Count));
        foreach (var column in keys.Concat(columns))
            column.Keep(order);
        Count = order.Length;
        Account();
    }

    public void Fill(Batch batch, ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < slots.Length; i++)
            batch.Set(slots[i], columns[i].ToColumn().Gather(rows));
    }

    public void Release()
    {
        state.Release(bytes);
        bytes = 0;
    }

    private Column[] EvaluateKeys(Batch batch) => [.. items.Select(item => item.Expression.Evaluate(state, batch))];

    private void Add(Batch batch, Column[] sortColumns, int[]? rows)
    {
        for (var i = 0; i < keys.Length; i++)
            keys[i].Append(sortColumns[i], batch.Count, rows);
        for (var i = 0; i < columns.Length; i++)
            columns[i].Append(batch[slots[i]], batch.Count, rows);
        Count += rows?.Length ?? batch.Count;
        Account();
    }

    private void Account()
    {
        var held = keys.Sum(key => key.Bytes) + columns.Sum(column => column.Bytes);
        state.Allocate(held - bytes);
        bytes = held;
    }

    /// <summary>The rows that come before a row that is held, by all keys; those behind it by the first key alone are told by codes.</summary>
    private int[] FindBetter(Column[] sortColumns, int count, int worst)
    {
        var truths = new Truth[count];
        if (!CodeComparison.TryCompare(sortColumns[0], GetWorseOperator(), keys[0][worst], truths))
            Array.Fill(truths, Truth.Unknown);
        var better = new int[count];
        var next = 0;
        for (var row = 0; row < count; row++)
        {
            if (truths[row] != Truth.True && CompareToHeld(sortColumns, row, worst) < 0)
                better[next++] = row;
        }

        return better[..next];
    }

    /// <summary>Of one key only, equal rows are worse too, as they came later.</summary>
    private ComparisonOperator GetWorseOperator() => (items.Length, items[0].Descending) switch
    {
        (1, true) => ComparisonOperator.LessOrEqual,
        (1, false) => ComparisonOperator.GreaterOrEqual,
        (_, true) => ComparisonOperator.Less,
        _ => ComparisonOperator.Greater,
    };

    private int CompareToHeld(Column[] sortColumns, int row, int held)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var order = ValueComparer.Compare(sortColumns[i][row], keys[i][held]);
            if (order != 0)
                return items[i].Descending ? -order : order;
        }

        return 0;
    }
}

internal readonly record struct CompiledSortItem(CompiledExpression Expression, bool Descending);
