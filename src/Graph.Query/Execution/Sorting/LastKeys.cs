namespace Graph.Query.Execution;

/// <summary>The keys of the last row that a top has kept so far, for those who make its rows on whichever core.</summary>
internal sealed class LastKeys
{
    private volatile Value[]? keys;

    /// <summary>Null as long as the top would keep any row; never written to.</summary>
    public Value[]? Keys
    {
        get => keys;
        set => keys = value;
    }

    /// <param name="mark">Of the top.</param>
    public static LastKeys Of(ExecutionState state, object mark) => state.Share(mark, () => new LastKeys());
}
