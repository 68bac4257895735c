namespace Graph.Query.Execution;

internal static class Sums
{
    /// <summary>The sum of two counts.</summary>
    public static long Add(long left, long right)
    {
        var sum = unchecked(left + right);
        return sum >= 0 ? sum : throw RuntimeErrors.Overflow("count");
    }
}
