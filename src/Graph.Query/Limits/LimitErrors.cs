namespace Graph.Query;

/// <summary>The errors of a query that was stopped as a whole.</summary>
internal static class LimitErrors
{
    /// <summary>Every limit has this id.</summary>
    public const string Id = "GR5006";

    /// <param name="limit">As <see cref="Describe(TimeSpan)"/> or <see cref="Describe(long)"/> has it.</param>
    /// <param name="rows">How many were handed out before.</param>
    public static QueryException Reached(string limit, long rows) =>
        QueryException.Create(Id, $"Stopped: {limit} reached after {rows} rows.", null);

    /// <summary>The same before the query runs.</summary>
    /// <inheritdoc cref="Reached" path="/param[@name='limit']"/>
    public static QueryException ReachedEarly(string limit) =>
        QueryException.Create(Id, $"Stopped: {limit} reached while the query was read and planned.", null);

    public static string Describe(TimeSpan timeout) => string.Create(null, $"time limit of {timeout.TotalSeconds} s");

    public static string Describe(long memory) => string.Create(null, $"memory limit of {memory} bytes");
}
