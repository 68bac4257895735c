using System.Collections.Concurrent;

namespace Graph.Query;

/// <summary>
/// What one run of a query shares between its operators, functions and procedures: the store, the parameters, the text for places of
/// errors, and what the run may still use.
/// </summary>
internal sealed class ExecutionState(
    GraphStore store, IReadOnlyDictionary<string, Value> parameters, SourceText source, QueryBudget budget, BufferSizes sizes,
    TimeProvider? clock = null)
{
    /// <summary>How many cheap steps a loop may take between two calls of <see cref="Check"/>.</summary>
    public const int CheckInterval = QueryBudget.CheckInterval;

    private readonly ConcurrentDictionary<object, Lazy<object>> shared = new(ReferenceEqualityComparer.Instance);

    /// <summary>When the run began: the same time for every row.</summary>
    public DateTimeOffset Started { get; } = (clock ?? TimeProvider.System).GetUtcNow();

    public GraphStore Store => store;

    public IReadOnlyDictionary<string, Value> Parameters => parameters;

    public SourceText Source => source;

    public BufferSizes Sizes => sizes;

    public QueryBudget Budget => budget;

    /// <summary>Rows handed to the caller so far.</summary>
    public long RowCount
    {
        get => budget.RowCount;
        set => budget.RowCount = value;
    }

    /// <summary>What one operator needs once a run, however many cores or outer rows it runs for: made by the first that asks.</summary>
    public T Share<T>(object owner, Func<T> create)
        where T : class => (T)shared.GetOrAdd(owner, _ => new Lazy<object>(create)).Value;

    /// <summary>All bytes that were counted so far, whether they are still held or not.</summary>
    public long Allocated => budget.Allocated;

    /// <summary>Stops the query where the caller cancelled it or its time is over.</summary>
    public void Check() => budget.Check();

    /// <summary>Counts bytes that the query holds on to, beyond the batch it works on.</summary>
    public void Allocate(long bytes) => budget.Allocate(bytes);

    public void Release(long bytes) => budget.Release(bytes);
}
