namespace Graph.Query;

/// <summary>What expressions may see beside the row: the store, the parameters, and what the query may still use.</summary>
public sealed class EvaluationContext(GraphStore store, IReadOnlyDictionary<string, Value> parameters, QueryBudget budget)
{
    public GraphStore Store => store;

    public IReadOnlyDictionary<string, Value> Parameters => parameters;

    public QueryBudget Budget => budget;
}
