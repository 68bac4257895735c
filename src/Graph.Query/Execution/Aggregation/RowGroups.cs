namespace Graph.Query.Execution;

/// <summary>Which group each row belongs to.</summary>
internal abstract class RowGroups
{
    public abstract int Count { get; }

    /// <summary>What is remembered of the groups, in bytes.</summary>
    public abstract long Bytes { get; }

    public static RowGroups Create(ImmutableArray<CompiledItem> keys, ExecutionState state, Argument argument)
    {
        if (!keys.IsEmpty)
            return new KeyGroups(keys, state, argument);
        return argument.IsNumbered ? new OuterGroups(argument) : new OnlyGroup();
    }

    /// <summary>The number of each row's group.</summary>
    public abstract ReadOnlySpan<int> Find(Batch batch);

    /// <summary>Gives a batch of groups, from a number on, their keys.</summary>
    public abstract void Fill(Batch batch, int start);
}

/// <summary>All rows together, also where there are none.</summary>
internal sealed class OnlyGroup : RowGroups
{
    private static readonly int[] First = new int[4096];

    public override int Count => 1;

    public override long Bytes => 0;

    public override ReadOnlySpan<int> Find(Batch batch) =>
        batch.Count <= First.Length ? First.AsSpan(0, batch.Count) : new int[batch.Count];

    public override void Fill(Batch batch, int start)
    {
    }
}

/// <summary>The rows of each outer row, also where there are none.</summary>
internal sealed class OuterGroups(Argument argument) : RowGroups
{
    public override int Count => argument.Rows.Count;

    public override long Bytes => 0;

    public override ReadOnlySpan<int> Find(Batch batch)
    {
        var ordinals = argument.GetOrdinals(batch);
        return argument.FirstOrdinal == 0 ? ordinals : Move(ordinals, -argument.FirstOrdinal);
    }

    public override void Fill(Batch batch, int start)
    {
        var ordinals = argument.GetOrdinals(argument.Rows).Slice(start, batch.Count);
        batch.Set(argument.OrdinalSlot, new OrdinalColumn(ordinals.ToArray()));
    }

    private static int[] Move(ReadOnlySpan<int> ordinals, int by)
    {
        var moved = new int[ordinals.Length];
        for (var row = 0; row < moved.Length; row++)
            moved[row] = ordinals[row] + by;
        return moved;
    }
}

/// <summary>Rows with equivalent keys, in a subquery those of each outer row.</summary>
internal sealed class KeyGroups(ImmutableArray<CompiledItem> keys, ExecutionState state, Argument argument) : RowGroups
{
    private readonly GroupFinder finder = new(argument.IsNumbered ? keys.Length + 1 : keys.Length);

    /// <summary>Keys that are read from ids stay the ids of each group's first row; null for those that are kept as values.</summary>
    private readonly HeldColumn?[] held = new HeldColumn?[keys.Length];

    public override int Count => finder.Count;

    public override long Bytes => finder.Bytes + held.Sum(column => column?.Bytes ?? 0);

    public override ReadOnlySpan<int> Find(Batch batch)
    {
        var known = finder.Count;
        Column[] columns = [.. keys.Select(key => key.Expression.Evaluate(state, batch))];
        var groups = new int[batch.Count];
        finder.Find(argument.IsNumbered ? [.. columns, batch[argument.OrdinalSlot]] : columns, groups);
        Hold(columns, batch.Count, finder.Count > known ? ListFirstRows(groups, known) : [], isFirst: known == 0);
        return groups;
    }

    public override void Fill(Batch batch, int start)
    {
        int[] rows = [.. Enumerable.Range(start, batch.Count)];
        for (var key = 0; key < keys.Length; key++)
            batch.Set(keys[key].Slot, held[key]?.ToColumn().Gather(rows) ?? finder.GetKeys(start, batch.Count, key));

        if (argument.IsNumbered)
            batch.Set(argument.OrdinalSlot, CreateOrdinals(start, batch.Count));
    }

    private void Hold(Column[] columns, int count, int[] rows, bool isFirst)
    {
        if (rows.Length == 0)
            return;

        for (var key = 0; key < columns.Length; key++)
        {
            if (isFirst && columns[key].HeldIds is not null)
                held[key] = new HeldColumn();
            held[key]?.Append(columns[key], count, rows);
        }
    }

    /// <summary>Groups are numbered as they come, so a number not seen yet is the next one.</summary>
    private int[] ListFirstRows(int[] groups, int known)
    {
        var rows = new int[finder.Count - known];
        var next = 0;
        for (var row = 0; next < rows.Length; row++)
        {
            if (groups[row] == known + next)
                rows[next++] = row;
        }

        return rows;
    }

    private OrdinalColumn CreateOrdinals(int start, int count)
    {
        var ordinals = new int[count];
        for (var i = 0; i < ordinals.Length; i++)
            ordinals[i] = (int)finder.GetKey(start + i, keys.Length).AsInteger();
        return new OrdinalColumn(ordinals);
    }
}
