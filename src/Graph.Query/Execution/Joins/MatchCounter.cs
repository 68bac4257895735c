using System.Collections.Concurrent;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>How the rows of two parts are matched.</summary>
/// <param name="Comparisons">How values of the outer row must stand to the inner one: none, one, or two.</param>
/// <param name="Inner">The inner value that is compared; null where keys are all.</param>
internal sealed record CompiledMatch(
    ImmutableArray<CompiledExpression> OuterKeys,
    ImmutableArray<CompiledExpression> InnerKeys,
    ImmutableArray<(ComparisonOperator Operator, CompiledExpression Outer)> Comparisons,
    CompiledExpression? Inner);

/// <summary>Counts the rows of a plan, which runs once, that match each row.</summary>
/// <param name="exclusions">Make the rows that must be taken off again.</param>
internal sealed class MatchCounter(
    Operator inner, CompiledMatch match, int innerWeightSlot, ImmutableArray<Operator> exclusions, int ordinalSlot) : RowCounter, IShared
{
    public override void Count(ExecutionState state, Batch batch, Span<long> counts)
    {
        var table = GetTable(state, batch.SlotCount);
        if (table.IsEmpty)
            return;

        table.Count(state, batch, match, counts);
        foreach (var exclusion in exclusions)
            Exclude(state, batch, exclusion, counts);
    }

    public void Prepare(ExecutionState state, Argument argument) => GetTable(state, argument.Rows.SlotCount);

    private MatchTable GetTable(ExecutionState state, int slotCount) => state.Share(this, () =>
        MatchTable.Create(state, inner.Run(state, new Argument(Batch.Create(slotCount, 1))), match, innerWeightSlot));

    private void Exclude(ExecutionState state, Batch batch, Operator exclusion, Span<long> counts)
    {
        foreach (var excluded in exclusion.Run(state, new Argument(OrdinalColumn.Number(batch, ordinalSlot), ordinalSlot)))
        {
            foreach (var row in ((OrdinalColumn)excluded[ordinalSlot]).Ordinals)
                counts[row]--;
        }
    }
}

/// <summary>The numbers of rows by key, and for a comparison by value within a key.</summary>
internal sealed class MatchTable
{
    private readonly KeyNumbers keys;
    private readonly long[] totals;
    private readonly ComparedValues?[] compared;

    // Readers remember what they met; each is used by one thread at a time.
    private readonly ConcurrentBag<KeyReader> readers = [];

    private MatchTable(KeyNumbers keys, long[] totals, ComparedValues?[] compared)
    {
        this.keys = keys;
        this.totals = totals;
        this.compared = compared;
    }

    public bool IsEmpty => totals.Length == 0;

    public static MatchTable Create(ExecutionState state, IEnumerable<Batch> batches, CompiledMatch match, int weightSlot)
    {
        var builder = new Builder(match, weightSlot);
        foreach (var batch in batches)
        {
            state.Check();
            builder.Add(state, batch);
        }

        return builder.Create(state);
    }

    public void Count(ExecutionState state, Batch batch, CompiledMatch match, Span<long> counts)
    {
        var reader = readers.TryTake(out var free) ? free : new KeyReader(keys, match.OuterKeys, adds: false);
        var numbers = reader.Read(state, batch);
        readers.Add(reader);
        if (match.Inner is null)
        {
            for (var row = 0; row < counts.Length; row++)
                counts[row] = (uint)numbers[row] < (uint)totals.Length ? totals[numbers[row]] : 0;
            return;
        }

        var (first, values) = (match.Comparisons[0].Operator, match.Comparisons[0].Outer.Evaluate(state, batch));
        var (second, bounds) = match.Comparisons.Length > 1
            ? (match.Comparisons[1].Operator, match.Comparisons[1].Outer.Evaluate(state, batch))
            : (default, null);
        for (var row = 0; row < counts.Length; row++)
        {
            if ((uint)numbers[row] >= (uint)compared.Length || compared[numbers[row]] is not { } found)
                continue;
            counts[row] = bounds is null ? found.Count(first, values[row]) : found.Count(first, values[row], second, bounds[row]);
        }
    }

    private sealed class Builder(CompiledMatch match, int weightSlot)
    {
        private readonly KeyNumbers keys = new(match.InnerKeys.Length);
        private readonly List<ComparedValues?> compared = [];
        private long[] totals = [];
        private KeyReader? reader;
        private int rows;

        public void Add(ExecutionState state, Batch batch)
        {
            reader ??= new KeyReader(keys, match.InnerKeys, adds: true);
            var numbers = reader.Read(state, batch);
            var weights = weightSlot < 0 ? default : ((CountColumn)batch[weightSlot]).Counts;
            rows += batch.Count;
            if (match.Inner is null)
                AddTotals(numbers, weights);
            else
                AddValues(state, numbers, match.Inner.Evaluate(state, batch), weights);
        }

        public MatchTable Create(ExecutionState state)
        {
            state.Allocate(keys.Bytes + (totals.Length * 8L));
            foreach (var values in compared)
                values?.Sort();
            return new MatchTable(keys, rows == 0 ? [] : totals.Length > 0 ? totals : new long[1], [.. compared]);
        }

        private void AddTotals(int[] numbers, ReadOnlySpan<long> weights)
        {
            GroupArray.Resize(ref totals, keys.Count);
            for (var row = 0; row < numbers.Length; row++)
            {
                if (numbers[row] >= 0)
                    totals[numbers[row]] = Sums.Add(totals[numbers[row]], weights.IsEmpty ? 1 : weights[row]);
            }
        }

        private void AddValues(ExecutionState state, int[] numbers, Column values, ReadOnlySpan<long> weights)
        {
            while (compared.Count < keys.Count)
                compared.Add(null);
            for (var row = 0; row < numbers.Length; row++)
            {
                if (numbers[row] >= 0)
                    (compared[numbers[row]] ??= new ComparedValues()).Add(values[row], weights.IsEmpty ? 1 : weights[row]);
            }

            state.Allocate(numbers.Length * 32L);
        }
    }
}
