namespace Graph.Query.Execution;

/// <summary>Each input row beside every inner row with an equal key, found in a table that is made once.</summary>
/// <param name="slots">The columns of the inner rows that somebody reads.</param>
internal sealed class HashJoinOperator(
    Operator input, Operator inner, ImmutableArray<CompiledExpression> outerKeys, ImmutableArray<CompiledExpression> innerKeys, int[] slots)
    : Operator, IShared
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var size = new BatchSize(state.Sizes);
        KeyReader? reader = null;
        foreach (var batch in input.Run(state, argument))
        {
            // Only now, so that nothing runs, or fails, where there is no row to join.
            var table = GetTable(state, argument);
            if (table.IsEmpty)
                yield break;

            reader ??= new KeyReader(table.Keys, outerKeys, adds: false);
            var keys = reader.Read(state, batch);
            var pairs = new JoinedRows(size.Next());
            for (var row = 0; row < keys.Length; row++)
            {
                if ((row & 63) == 0)
                    state.Check();
                for (var next = 0; keys[row] >= 0 && !argument.IsDone(batch, row) && pairs.Add(row, table.GetRows(keys[row]), ref next);)
                {
                    yield return pairs.Take(batch, table, slots);
                    pairs = new JoinedRows(size.Next());
                }
            }

            if (pairs.Count > 0)
                yield return pairs.Take(batch, table, slots);
        }
    }

    public void Prepare(ExecutionState state, Argument argument) => GetTable(state, argument);

    private JoinTable GetTable(ExecutionState state, Argument argument) => state.Share(this, () =>
        JoinTable.Create(state, inner.Run(state, new Argument(Batch.Create(argument.Rows.SlotCount, 1))), innerKeys, slots));

    /// <summary>Pairs of an input row and a row of the table.</summary>
    private sealed class JoinedRows(int capacity)
    {
        private readonly int[] outer = new int[capacity];
        private readonly int[] inner = new int[capacity];

        public int Count { get; private set; }

        /// <summary>Adds the pairs of a row from a position on; true when it stopped because there is no more room.</summary>
        public bool Add(int row, ReadOnlySpan<int> matches, ref int next)
        {
            var count = Math.Min(matches.Length - next, capacity - Count);
            outer.AsSpan(Count, count).Fill(row);
            matches.Slice(next, count).CopyTo(inner.AsSpan(Count));
            Count += count;
            next += count;
            return Count == capacity;
        }

        public Batch Take(Batch input, JoinTable table, int[] slots)
        {
            var batch = input.Select(outer.AsSpan(0, Count).ToArray());
            for (var i = 0; i < slots.Length; i++)
                batch.Set(slots[i], table.GetColumn(i, inner.AsSpan(0, Count)));
            return batch;
        }
    }
}
