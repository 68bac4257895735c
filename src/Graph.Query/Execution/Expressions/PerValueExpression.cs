using System.Runtime.CompilerServices;

namespace Graph.Query.Execution;

/// <summary>
/// An expression that reads nothing but one or two properties whose strings or dates repeat, or the labels, keys or type of an element: it
/// is computed once for each value or pair of values that comes, when it first comes, and remembered for the rest of the run.
/// </summary>
/// <param name="inner">The same, row by row.</param>
internal sealed class PerValueExpression(CompiledExpression inner, ImmutableArray<CompiledExpression> sources, TextSpan span)
    : CompiledExpression(span)
{
    private const int MostPairs = 1 << 16;

    private readonly ConditionalWeakTable<ExecutionState, Results> resultsByRun = [];

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        if (inner is ComparisonExpression comparison && comparison.TryCompareCodes(state, batch) is { } truths)
            return truths;

        var columns = new Column[sources.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = sources[i].Evaluate(state, batch);
        if (CountValues(columns) is not { } count)
            return inner.Evaluate(state, batch);

        // A target that is a node in one batch and an edge in another has two numberings; the first one stays.
        var results = resultsByRun.GetValue(state, _ => new Results(state, [.. columns.Select(column => column.CodeSpace)], count));
        if (!results.AreOf(columns) || !results.AreWorthIt(batch.Count))
            return inner.Evaluate(state, batch);

        var values = Number(columns, batch.Count);
        results.Complete(values, rows => inner.Evaluate(state, batch.Select(rows)));
        return results.CreateColumn(values);
    }

    /// <summary>How many values, or pairs of them, there may be, with null; null where they hardly repeat.</summary>
    private static int? CountValues(Column[] columns)
    {
        var count = 1L;
        foreach (var column in columns)
        {
            if (column.ValueCount == 0)
                return null;
            count *= column.ValueCount + 1L;
        }

        return columns.Length == 1 || count <= MostPairs ? (int)count : null;
    }

    private static int[] Number(Column[] columns, int count)
    {
        var values = new int[count];
        columns[0].GetValueNumbers(values);
        if (columns.Length == 1)
            return values;

        var others = new int[count];
        columns[1].GetValueNumbers(others);
        for (var row = 0; row < values.Length; row++)
            values[row] = (values[row] * (columns[1].ValueCount + 1)) + others[row];
        return values;
    }

    /// <summary>The results of one run by the number of the value, or pair of values; the cores of a run share them.</summary>
    /// <param name="spaces">What the numbers of each source are numbers of.</param>
    private sealed class Results(ExecutionState state, object?[] spaces, int count)
    {
        private const int BytesPerValue = 22;
        private const int BytesPerText = 64;

        private readonly Lock isFilled = new();
        private readonly Dictionary<(string? Text, long Integer), int> numberByResult = [];
        private Value[] results = [];
        private Truth[] truths = [];
        private int[] numbers = [];
        private bool[] isKnown = [];
        private volatile bool areTruths = true;
        private long rowsSeen;

        public bool AreOf(Column[] columns)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i].CodeSpace != spaces[i])
                    return false;
            }

            return true;
        }

        /// <summary>A few rows of many possible values are done faster one by one.</summary>
        public bool AreWorthIt(int rows)
        {
            if (Volatile.Read(ref rowsSeen) < count / 2)
            {
                Interlocked.Add(ref rowsSeen, rows);
                return false;
            }

            lock (isFilled)
            {
                if (results.Length > 0)
                    return true;

                state.Allocate(count * (long)BytesPerValue);
                isKnown = new bool[count];
                truths = new Truth[count];
                numbers = new int[count];
                results = new Value[count];
                return true;
            }
        }

        public void Complete(ReadOnlySpan<int> values, Func<int[], Column> compute)
        {
            if (!FindUnknown(values))
                return;

            lock (isFilled)
            {
                var rows = ListUnknown(values);
                if (rows.Length == 0)
                    return;

                var computed = compute(rows);
                for (var i = 0; i < rows.Length; i++)
                {
                    var (value, result) = (values[rows[i]], computed[i]);
                    results[value] = result;
                    numbers[value] = Number(value, result);
                    truths[value] = result.IsTrue ? Truth.True : result.IsFalse ? Truth.False : Truth.Unknown;
                    areTruths &= result.IsNull || result.IsTrue || result.IsFalse;
                    Volatile.Write(ref isKnown[value], true);
                }
            }
        }

        public Column CreateColumn(ReadOnlySpan<int> values)
        {
            if (areTruths)
                return CreateTruths(values);

            var rows = GC.AllocateUninitializedArray<int>(values.Length);
            for (var row = 0; row < rows.Length; row++)
                rows[row] = numbers[values[row]];
            return new NumberedColumn(rows, results, this);
        }

        /// <summary>Equal strings and integers share the first one's number, so that groups of them are found by few codes.</summary>
        private int Number(int value, Value result)
        {
            if (result.Kind != ValueKind.String && !result.IsInteger)
                return value;

            var key = result.IsInteger ? (null, result.AsInteger()) : (result.AsString(), 0L);
            if (!numberByResult.TryAdd(key, value))
                return numberByResult[key];
            if (!result.IsInteger)
                state.Allocate(BytesPerText + (result.AsString().Length * 2L));
            return value;
        }

        private TruthColumn CreateTruths(ReadOnlySpan<int> values)
        {
            var found = GC.AllocateUninitializedArray<Truth>(values.Length);
            for (var row = 0; row < found.Length; row++)
                found[row] = truths[values[row]];

            return new TruthColumn(found);
        }

        private bool FindUnknown(ReadOnlySpan<int> values)
        {
            foreach (var value in values)
            {
                if (!Volatile.Read(ref isKnown[value]))
                    return true;
            }

            return false;
        }

        /// <summary>The first row of each value that is not known yet.</summary>
        private int[] ListUnknown(ReadOnlySpan<int> values)
        {
            var rows = new List<int>();
            var isListed = new HashSet<int>();
            for (var row = 0; row < values.Length; row++)
            {
                if (!isKnown[values[row]] && isListed.Add(values[row]))
                    rows.Add(row);
            }

            return [.. rows];
        }
    }
}
