namespace Graph.Query.Execution;

/// <summary>
/// How results of two expressions of few results each compare, by the numbers of both: each pair is compared when it first comes. Used by
/// one thread at a time.
/// </summary>
internal sealed class ResultPairs(Func<Value, Value, bool?> compare)
{
    private const int Most = 256;

    private readonly byte[] known = new byte[Most * Most];
    private readonly Side left = new();
    private readonly Side right = new();
    private bool areTooMany;

    /// <summary>False, and nothing to go by, where there are too many results or others than before.</summary>
    public bool TryCompare(NumberedColumn leftColumn, NumberedColumn rightColumn, Span<Truth> truths)
    {
        if (areTooMany || !left.IsOf(leftColumn) || !right.IsOf(rightColumn))
            return false;

        for (var row = 0; row < truths.Length; row++)
        {
            var (leftNumber, rightNumber) = (leftColumn.Numbers[row], rightColumn.Numbers[row]);
            var (first, second) = (left.GetPlace(leftNumber), right.GetPlace(rightNumber));
            areTooMany = first < 0 || second < 0;
            if (areTooMany)
                return false;

            ref var pair = ref known[(first * Most) + second];
            if (pair == 0)
                pair = (byte)(1 + (byte)Truths.Of(compare(leftColumn.Values[leftNumber], rightColumn.Values[rightNumber])));
            truths[row] = (Truth)(pair - 1);
        }

        return true;
    }

    /// <summary>The results of one expression that came, in the order in which they came.</summary>
    private sealed class Side
    {
        private object? space;
        private int[] places = [];
        private int count;

        public bool IsOf(NumberedColumn column)
        {
            space ??= column.CodeSpace;
            if (space != column.CodeSpace)
                return false;
            if (places.Length < column.Values.Length)
                Array.Resize(ref places, column.Values.Length);
            return true;
        }

        /// <summary>Negative where there is no room for one more.</summary>
        public int GetPlace(int number)
        {
            if (places[number] == 0 && count < Most)
                places[number] = ++count;
            return places[number] - 1;
        }
    }
}
