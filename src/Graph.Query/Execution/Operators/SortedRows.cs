using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>Rows that are held back to be put in order: their sort keys and the columns that live on.</summary>
internal sealed class SortedRows(ExecutionState state, ImmutableArray<CompiledSortItem> items, int[] slots)
{
    private readonly List<Value>[] keys = [.. items.Select(_ => new List<Value>())];
    private readonly List<Value>[] columns = [.. slots.Select(_ => new List<Value>())];

    public int Count { get; private set; }

    private long BytesPerRow => 16L * (keys.Length + columns.Length);

    public void Add(Batch batch, int limit = int.MaxValue)
    {
        var sortColumns = items.Select(item => item.Expression.Evaluate(state, batch)).ToArray();
        var keptColumns = slots.Select(slot => batch[slot]).ToArray();
        var before = Count;
        var isWorse = Count >= limit ? FindWorse(sortColumns[0], batch.Count, limit - 1) : [];
        for (var row = 0; row < batch.Count; row++)
        {
            if (isWorse.Length > 0 && isWorse[row] == Truth.True)
                continue;
            if (Count >= limit && CompareToWorst(sortColumns, row, limit - 1) >= 0)
                continue;

            for (var i = 0; i < keys.Length; i++)
                keys[i].Add(sortColumns[i][row]);
            for (var i = 0; i < columns.Length; i++)
                columns[i].Add(keptColumns[i][row]);
            Count++;
        }

        state.Allocate((Count - before) * BytesPerRow);
    }

    /// <summary>The order of the rows; rows with equal keys keep the order they came in.</summary>
    public int[] GetOrder()
    {
        var order = new int[Count];
        for (var row = 0; row < order.Length; row++)
            order[row] = row;
        StoppableSort.Sort<int>(state, order, Compare);
        return order;
    }

    /// <summary>Keeps only the first rows of the order.</summary>
    public void Truncate(int count)
    {
        if (Count <= count)
            return;

        var order = GetOrder();
        foreach (var column in keys.Concat(columns))
        {
            var kept = order.Take(count).Select(row => column[row]).ToArray();
            column.Clear();
            column.AddRange(kept);
        }

        state.Release((Count - count) * BytesPerRow);
        Count = count;
    }

    public void Fill(Batch batch, ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            var values = new Value[rows.Length];
            for (var row = 0; row < values.Length; row++)
                values[row] = columns[i][rows[row]];
            batch.Set(slots[i], new ValueColumn(values));
        }
    }

    public void Release() => state.Release(Count * BytesPerRow);

    /// <summary>The rows whose first key alone puts them behind the last row that can be among the first, by codes; empty where there are none.</summary>
    private Truth[] FindWorse(Column column, int count, int worst)
    {
        var @operator = items[0].Descending ? ComparisonOperator.Less : ComparisonOperator.Greater;
        var truths = new Truth[count];
        return CodeComparison.TryCompare(column, @operator, keys[0][worst], truths) ? truths : [];
    }

    /// <summary>Compares with the last row that can still be among the first ones; rows after the last truncation may be better, never worse.</summary>
    private int CompareToWorst(Column[] sortColumns, int row, int worst)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var order = ValueComparer.Compare(sortColumns[i][row], keys[i][worst]);
            if (order != 0)
                return items[i].Descending ? -order : order;
        }

        return 0;
    }

    private int Compare(int left, int right)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var order = ValueComparer.Compare(keys[i][left], keys[i][right]);
            if (order != 0)
                return items[i].Descending ? -order : order;
        }

        return left.CompareTo(right);
    }
}

internal readonly record struct CompiledSortItem(CompiledExpression Expression, bool Descending);
