using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>Each row with each of the rows that a subquery makes of it, in their order.</summary>
/// <param name="isOptional">A row of which it makes none is kept, with nulls.</param>
internal sealed class CallOperator(Operator input, CompiledSubquery subquery, ImmutableArray<CalledColumn> columns, bool isOptional)
    : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument) =>
        input.Run(state, argument).SelectMany(batch => Call(state, batch));

    private IEnumerable<Batch> Call(ExecutionState state, Batch batch)
    {
        if (batch.Count == 0)
            yield break;

        if (subquery.IsConstant)
        {
            var called = state.Share(
                this, () => Hold(state, new Argument(OrdinalColumn.Number(batch.Select([0]), subquery.OrdinalSlot), subquery.OrdinalSlot)));
            foreach (var joined in Join(state, batch, called))
                yield return joined;
            yield break;
        }

        foreach (var part in subquery.Divide(state, batch))
        {
            var called = Hold(state, part);
            foreach (var joined in Join(state, part.Rows, called))
                yield return joined;
            state.Release(called.Bytes);
        }
    }

    private CalledRows Hold(ExecutionState state, Argument argument)
    {
        var called = new CalledRows(argument, columns);
        foreach (var batch in subquery.Root.Run(state, argument))
        {
            state.Check();
            state.Allocate(called.Add(batch));
        }

        called.Sort();
        return called;
    }

    private IEnumerable<Batch> Join(ExecutionState state, Batch outer, CalledRows called)
    {
        var rows = new List<int>();
        var positions = new List<int>();
        for (var row = 0; row < outer.Count; row++)
        {
            var (start, end) = called.GetRange(subquery.IsConstant ? 0 : row);
            for (var position = start; position < end; position++)
            {
                rows.Add(row);
                positions.Add(position);
                if (rows.Count < state.Sizes.LargestBatch)
                    continue;

                state.Check();
                yield return Join(outer, rows, called, positions);
            }

            if (start < end || !isOptional)
                continue;
            rows.Add(row);
            positions.Add(-1);
        }

        if (rows.Count > 0)
            yield return Join(outer, rows, called, positions);
    }

    private static Batch Join(Batch outer, List<int> rows, CalledRows called, List<int> positions)
    {
        var joined = outer.Select([.. rows]);
        called.Fill(joined, [.. positions]);
        rows.Clear();
        positions.Clear();
        return joined;
    }
}

/// <summary>A column of a subquery, and where it goes.</summary>
internal readonly record struct CalledColumn(int Source, int Target, TypeKind Kind);

/// <summary>What a subquery made of some outer rows, the rows of each together.</summary>
internal sealed class CalledRows(Argument argument, ImmutableArray<CalledColumn> columns)
{
    private readonly HeldColumn[] held = [.. columns.Select(_ => new HeldColumn())];
    private readonly List<int> owners = [];
    private int[] starts = [];
    private int[] order = [];

    public long Bytes { get; private set; }

    /// <returns>How many bytes it took.</returns>
    public long Add(Batch batch)
    {
        var before = Bytes;
        for (var i = 0; i < held.Length && batch.Count > 0; i++)
            held[i].Append(batch[columns[i].Source], batch.Count, null);
        owners.AddRange(argument.GetOrdinals(batch));
        Bytes = held.Sum(column => column.Bytes) + (owners.Count * 12L);
        return Bytes - before;
    }

    /// <summary>Puts the rows of each outer row together; they keep their order.</summary>
    public void Sort()
    {
        starts = new int[argument.Rows.Count + 1];
        foreach (var owner in owners)
            starts[owner - argument.FirstOrdinal + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];

        var next = starts[..^1];
        order = new int[owners.Count];
        for (var position = 0; position < order.Length; position++)
            order[next[owners[position] - argument.FirstOrdinal]++] = position;
    }

    /// <summary>The places of the rows of an outer row, counted from the first of all.</summary>
    public (int Start, int End) GetRange(int outer) => (starts[outer], starts[outer + 1]);

    /// <param name="places">-1 for a row of nulls.</param>
    public void Fill(Batch batch, int[] places)
    {
        var rows = new int[places.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = places[i] < 0 ? -1 : order[places[i]];
        for (var i = 0; i < held.Length; i++)
            batch.Set(
                columns[i].Target,
                order.Length == 0 ? NullColumns.Create(columns[i].Kind, rows.Length) : held[i].ToColumn().GatherOrNull(rows));
    }
}
