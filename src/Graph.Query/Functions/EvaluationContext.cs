namespace Graph.Query;

/// <summary>What expressions may see beside the row: the store, the parameters, and the limits of the query.</summary>
public sealed class EvaluationContext(GraphStore store, IReadOnlyDictionary<string, Value> parameters, CancellationToken cancellation)
{
    public GraphStore Store => store;

    public IReadOnlyDictionary<string, Value> Parameters => parameters;

    public CancellationToken Cancellation => cancellation;
}
