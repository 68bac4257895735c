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

    public override int Count => finder.Count;

    public override long Bytes => finder.Bytes;

    public override ReadOnlySpan<int> Find(Batch batch)
    {
        var columns = keys.Select(key => key.Expression.Evaluate(state, batch));
        var groups = new int[batch.Count];
        finder.Find([.. argument.IsNumbered ? columns.Append(batch[argument.OrdinalSlot]) : columns], groups);
        return groups;
    }

    public override void Fill(Batch batch, int start)
    {
        for (var key = 0; key < keys.Length; key++)
            batch.Set(keys[key].Slot, finder.GetKeys(start, batch.Count, key));

        if (argument.IsNumbered)
            batch.Set(argument.OrdinalSlot, CreateOrdinals(start, batch.Count));
    }

    private OrdinalColumn CreateOrdinals(int start, int count)
    {
        var ordinals = new int[count];
        for (var i = 0; i < ordinals.Length; i++)
            ordinals[i] = (int)finder.GetKey(start + i, keys.Length).AsInteger();
        return new OrdinalColumn(ordinals);
    }
}
