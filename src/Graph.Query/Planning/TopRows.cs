namespace Graph.Query.Planning;

/// <summary>A sort under LIMIT keeps only the rows that can be among the first.</summary>
internal static class TopRows
{
    public static PlanOperator Apply(PlanOperator plan) => plan.RewriteBottomUp(node => node switch
    {
        Limit { Input: Sort sort } limit => new Top(sort, null, limit.Count),
        Limit { Input: Skip { Input: Sort sort } skip } limit => new Top(sort, skip.Count, limit.Count),
        _ => node,
    });
}
