using System.Collections.Concurrent;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>The numbers of rows by key, and for a comparison by value within a key.</summary>
internal sealed class MatchTable
{
    private readonly KeyNumbers keys;
    private readonly long[] totals;
    private readonly IntegerMatches? integers;

    // How the compared values are integers; null where they are not.
    private readonly ComparedForm? form;

    // Of values that are not all integers, or that others than integers are compared with.
    private readonly Lazy<ComparedValues?[]> compared;

    // Readers remember what they met; each is used by one thread at a time.
    private readonly ConcurrentBag<Reader> readers = [];

    private MatchTable(
        KeyNumbers keys, long[] totals, IntegerMatches? integers, ComparedForm? form, Lazy<ComparedValues?[]> compared)
    {
        this.integers = integers;
        this.form = form;
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
        var reader = readers.TryTake(out var free) ? free : new Reader(new KeyReader(keys, match.OuterKeys, adds: false), new(), new());
        Count(state, batch, match, reader, counts);
        readers.Add(reader);
    }

    private void Count(ExecutionState state, Batch batch, CompiledMatch match, Reader reader, Span<long> counts)
    {
        var numbers = reader.Keys.Read(state, batch);
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
        if (!TryCountIntegers(reader, numbers, first, values, second, bounds, counts))
            CountValues(numbers, first, values, second, bounds, counts);
    }

    private bool TryCountIntegers(
        Reader reader, int[] numbers, ComparisonOperator first, Column values, ComparisonOperator second, Column? bounds, Span<long> counts)
    {
        if (integers is null || form is null)
            return false;
        var left = new long[counts.Length];
        var right = bounds is null ? left : new long[counts.Length];
        if (!form.TryRank(values, left, reader.Values) || (bounds is not null && !form.TryRank(bounds, right, reader.Bounds)))
            return false;

        for (var row = 0; row < counts.Length; row++)
        {
            if (left[row] == PropertyReader.NullCode || right[row] == PropertyReader.NullCode)
                continue;
            counts[row] = bounds is null
                ? integers.Count(numbers[row], first, left[row])
                : integers.Count(numbers[row], first, left[row], second, right[row]);
        }

        return true;
    }

    private void CountValues(
        int[] numbers, ComparisonOperator first, Column values, ComparisonOperator second, Column? bounds, Span<long> counts)
    {
        var all = compared.Value;
        for (var row = 0; row < counts.Length; row++)
        {
            if ((uint)numbers[row] >= (uint)all.Length || all[numbers[row]] is not { } found)
                continue;
            counts[row] = bounds is null ? found.Count(first, values[row]) : found.Count(first, values[row], second, bounds[row]);
        }
    }

    /// <summary>What one thread remembers of the outer columns.</summary>
    private sealed record Reader(KeyReader Keys, CodeMemo Values, CodeMemo Bounds);

    private sealed class Builder(CompiledMatch match, int weightSlot)
    {
        private const long BytesPerInteger = 40;
        private const long BytesPerValue = 32;

        private readonly KeyNumbers keys = new(match.InnerKeys.Length);
        private readonly List<ComparedValues?> compared = [];
        private IntegerMatches.Builder? integers = new();
        private long[] totals = [];
        private KeyReader? reader;
        private ComparedForm? form;
        private long[] buffer = [];
        private int rows;

        public void Add(ExecutionState state, Batch batch)
        {
            reader ??= new KeyReader(keys, match.InnerKeys, adds: true);
            var numbers = reader.Read(state, batch);
            var weights = weightSlot < 0 ? default : ((CountColumn)batch[weightSlot]).Counts;
            if (match.Inner is null)
                AddTotals(numbers, weights);
            else
                AddValues(state, numbers, match.Inner.Evaluate(state, batch), weights);
            rows += batch.Count;
        }

        public MatchTable Create(ExecutionState state)
        {
            state.Allocate(keys.Bytes + (totals.Length * 8L));
            var known = rows == 0 ? [] : totals.Length > 0 ? totals : new long[1];
            if (integers is null || form is null)
                return new MatchTable(keys, known, null, null, new Lazy<ComparedValues?[]>(Sort()));

            var (taken, takenForm) = (integers, form);
            state.Allocate(takenForm.Bytes);
            var matches = taken.Create(keys.Count, takenForm.Sort());
            return new MatchTable(keys, known, matches, takenForm, new Lazy<ComparedValues?[]>(() =>
            {
                AddIntegersAsValues(state, taken, takenForm);
                return Sort();
            }));
        }

        private ComparedValues?[] Sort()
        {
            foreach (var values in compared)
                values?.Sort();
            return [.. compared];
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
            form ??= ComparedForm.Of(values, onlyDiffer: match.Comparisons.All(item => item.Operator == ComparisonOperator.NotEqual));
            if (integers is not null && TryAddIntegers(integers, form, numbers, values, weights))
            {
                state.Allocate(numbers.Length * BytesPerInteger);
                return;
            }

            if (integers is not null)
                AddIntegersAsValues(state, integers, form);
            integers = null;
            for (var row = 0; row < numbers.Length; row++)
            {
                if (numbers[row] >= 0)
                    Add(numbers[row], values[row], weights.IsEmpty ? 1 : weights[row]);
            }

            state.Allocate(numbers.Length * BytesPerValue);
        }

        private bool TryAddIntegers(
            IntegerMatches.Builder target, ComparedForm integerForm, int[] numbers, Column values, ReadOnlySpan<long> weights)
        {
            if (buffer.Length < numbers.Length)
                buffer = new long[numbers.Length];
            var read = buffer.AsSpan(0, numbers.Length);
            if (!integerForm.TryNumber(values, read))
                return false;

            target.Add(numbers, read, weights);
            return true;
        }

        private void AddIntegersAsValues(ExecutionState state, IntegerMatches.Builder source, ComparedForm sourceForm)
        {
            foreach (var (key, integer, count) in source.List())
            {
                state.Allocate(BytesPerValue);
                Add(key, sourceForm.Decode(integer), count);
            }
        }

        private void Add(int key, Value value, long count)
        {
            while (compared.Count <= key)
                compared.Add(null);
            (compared[key] ??= new ComparedValues()).Add(value, count);
        }
    }
}
