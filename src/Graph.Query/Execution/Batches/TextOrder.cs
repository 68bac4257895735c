using System.Collections.Concurrent;

namespace Graph.Query.Execution;

/// <summary>Compares two properties that hold strings, row by row, without making a string.</summary>
internal sealed class TextOrder(ExecutionState state, PropertyReader left, PropertyReader right)
{
    private readonly ConcurrentDictionary<(int Left, int Right), DictionaryOrder> orders = [];

    public bool IsOf(PropertyReader leftReader, PropertyReader rightReader) => left == leftReader && right == rightReader;

    /// <param name="results">What the comparison gives where the left string is smaller, equal and larger.</param>
    public void Compare(ReadOnlySpan<int> leftIds, ReadOnlySpan<int> rightIds, ReadOnlySpan<Truth> results, Span<Truth> truths)
    {
        for (var start = 0; start < truths.Length;)
        {
            var end = left.FindRunEnd(leftIds, start, isConsecutive: false, out var section);
            CompareRun(section, leftIds[start..end], rightIds[start..end], results, truths[start..end]);
            start = end;
        }
    }

    /// <param name="leftSection">Where all strings of the left side stand; -1 for rows of null.</param>
    private void CompareRun(
        int leftSection, ReadOnlySpan<int> leftIds, ReadOnlySpan<int> rightIds, ReadOnlySpan<Truth> results, Span<Truth> truths)
    {
        for (var start = 0; start < truths.Length;)
        {
            var end = right.FindRunEnd(rightIds, start, isConsecutive: false, out var rightSection);
            if (leftSection < 0 || rightSection < 0 || !left[leftSection].HasColumn || !right[rightSection].HasColumn)
                truths[start..end].Fill(Truth.Unknown);
            else
                Compare(left[leftSection], right[rightSection], leftIds[start..end], rightIds[start..end], results, truths[start..end]);
            start = end;
        }
    }

    private void Compare(
        PropertySection leftSection,
        PropertySection rightSection,
        ReadOnlySpan<int> leftIds,
        ReadOnlySpan<int> rightIds,
        ReadOnlySpan<Truth> results,
        Span<Truth> truths)
    {
        if (leftSection.Strings is { IsIdentity: false, Dictionary: { IsSorted: true } leftTexts }
            && rightSection.Strings is { IsIdentity: false, Dictionary: { IsSorted: true } rightTexts })
        {
            var order = orders.GetOrAdd((leftSection.Index, rightSection.Index), _ => new DictionaryOrder(state, leftTexts, rightTexts));
            if (order.IsWorthIt(truths.Length))
            {
                CompareTextIds(leftSection, rightSection, leftIds, rightIds, order, results, truths);
                return;
            }
        }

        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = leftSection.TryGetUtf8(leftIds[row], out var leftUtf8)
                && rightSection.TryGetUtf8(rightIds[row], out var rightUtf8)
                ? results[Math.Sign(leftUtf8.SequenceCompareTo(rightUtf8)) + 1]
                : Truth.Unknown;
        }
    }

    private static void CompareTextIds(
        PropertySection leftSection,
        PropertySection rightSection,
        ReadOnlySpan<int> leftIds,
        ReadOnlySpan<int> rightIds,
        DictionaryOrder order,
        ReadOnlySpan<Truth> results,
        Span<Truth> truths)
    {
        const int Missing = -1;
        var leftTexts = GC.AllocateUninitializedArray<int>(truths.Length);
        var rightTexts = GC.AllocateUninitializedArray<int>(truths.Length);
        leftSection.GetValueNumbers(leftIds, first: 0, Missing, leftTexts);
        rightSection.GetValueNumbers(rightIds, first: 0, Missing, rightTexts);
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = leftTexts[row] == Missing || rightTexts[row] == Missing
                ? Truth.Unknown
                : results[order.Compare(leftTexts[row], rightTexts[row]) + 1];
        }
    }

    /// <summary>The order of the strings of two sorted dictionaries by their ids.</summary>
    private sealed class DictionaryOrder(ExecutionState state, StringDictionary left, StringDictionary right)
    {
        private readonly Lock isMade = new();
        private int[]? places;
        private long rowsSeen;

        /// <summary>A few rows of many possible strings are compared faster one by one.</summary>
        public bool IsWorthIt(int rows)
        {
            if (left == right || Volatile.Read(ref places) is not null)
                return true;
            if (Interlocked.Add(ref rowsSeen, rows) < (left.Count + right.Count) / 4)
                return false;

            lock (isMade)
            {
                if (places is null)
                    Volatile.Write(ref places, FindPlaces());
                return true;
            }
        }

        /// <returns>-1, 0 or 1.</returns>
        public int Compare(int leftId, int rightId) =>
            left == right ? leftId.CompareTo(rightId) : ((leftId * 2L) + 1).CompareTo(places![rightId]);

        /// <summary>
        /// Where each string of the right side stands among those of the left, of which the one with id i has the place 2i + 1.
        /// </summary>
        private int[] FindPlaces()
        {
            state.Allocate(right.Count * (long)sizeof(int));
            var found = new int[right.Count];
            var leftId = 0;
            for (var rightId = 0; rightId < found.Length; rightId++)
            {
                if ((rightId & (ExecutionState.CheckInterval - 1)) == 0)
                    state.Check();
                var order = 1;
                while (leftId < left.Count && (order = left.GetUtf8(leftId).SequenceCompareTo(right.GetUtf8(rightId))) < 0)
                    leftId++;
                found[rightId] = (leftId * 2) + (order == 0 ? 1 : 0);
            }

            return found;
        }
    }
}
