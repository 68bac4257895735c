namespace Graph.Query.Functions;

/// <summary>
/// How far two texts are from each other: the code points that are put in, left out or exchanged to make one of the other.
/// </summary>
internal static class TextSimilarity
{
    public static Value GetDistance(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var (left, right) = (Read("levenshtein", arguments[0]), Read("levenshtein", arguments[1]));
        return Value.FromInteger(GetDistance(context, left, right));
    }

    /// <summary>From 0 for texts that share nothing to 1 for equal ones: the part of the longer one that need not change.</summary>
    public static Value GetSimilarity(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var (left, right) = (Read("similarity", arguments[0]), Read("similarity", arguments[1]));
        var longest = Math.Max(left.Length, right.Length);
        return Value.FromFloat(longest == 0 ? 1 : 1 - ((double)GetDistance(context, left, right) / longest));
    }

    // Row by row over the table of distances of all fronts, of which one row is kept.
    private static int GetDistance(ExecutionState context, int[] left, int[] right)
    {
        context.Budget.Require(sizeof(int) * (long)(right.Length + 1));
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            context.Budget.Check();
            var before = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var exchanged = before + (left[i - 1] == right[j - 1] ? 0 : 1);
                before = row[j];
                row[j] = Math.Min(exchanged, Math.Min(row[j - 1], before) + 1);
            }
        }

        return row[^1];
    }

    private static int[] Read(string function, Value value) => value.Kind == ValueKind.String
        ? [.. value.AsString().EnumerateRunes().Select(point => point.Value)]
        : throw RuntimeErrors.InvalidArgument(function, value);
}
