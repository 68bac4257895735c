using System.Collections.Concurrent;

namespace Graph.Query;

/// <summary>What one run of a query shares between its operators: the store, the parameters, and the limits.</summary>
internal sealed class ExecutionState(EvaluationContext context, SourceText source, BufferSizes sizes)
{
    /// <summary>How many cheap steps a loop may take between two calls of <see cref="Check"/>.</summary>
    public const int CheckInterval = QueryBudget.CheckInterval;

    private readonly ConcurrentDictionary<object, Lazy<object>> shared = new(ReferenceEqualityComparer.Instance);

    public EvaluationContext Context => context;

    public GraphStore Store => context.Store;

    public SourceText Source => source;

    public BufferSizes Sizes => sizes;

    /// <summary>Rows handed to the caller so far.</summary>
    public long RowCount
    {
        get => context.Budget.RowCount;
        set => context.Budget.RowCount = value;
    }

    /// <summary>What one operator needs once a run, however many cores or outer rows it runs for: made by the first that asks.</summary>
    public T Share<T>(object owner, Func<T> create)
        where T : class => (T)shared.GetOrAdd(owner, _ => new Lazy<object>(create)).Value;

    /// <summary>Stops the query where the caller cancelled it or its time is over.</summary>
    public void Check() => context.Budget.Check();

    /// <summary>Counts bytes that the query holds on to, beyond the batch it works on.</summary>
    public void Allocate(long bytes) => context.Budget.Allocate(bytes);

    public void Release(long bytes) => context.Budget.Release(bytes);
}
