namespace Graph.Query.Execution;

/// <summary>
/// Which edges of a node a walk may take. A condition on nothing but the edge is tested once for each node, however often walks come by.
/// </summary>
internal sealed class EdgeTests(ExecutionState state, WalkRule rule)
{
    private const long BytesANode = 96;

    private readonly Dictionary<(EdgeTable Table, bool IsIncoming, int Node), bool[]>? known =
        rule is { Where: not null, IsWhereOfEdgeAlone: true } ? [] : null;

    private long bytes;

    /// <summary>For each edge of the node in one direction whether the condition holds; null where there is no condition.</summary>
    /// <param name="row">The row that the condition is tested for.</param>
    public bool[]? Test(Batch batch, int row, EdgeTable table, bool isIncoming, int node)
    {
        if (rule.Where is null)
            return null;
        if (known is null)
            return TestRun(batch, row, isIncoming ? table.Incoming.View : table.Outgoing.View, node);
        if (known.TryGetValue((table, isIncoming, node), out var allowed))
            return allowed;

        allowed = TestRun(batch, row, isIncoming ? table.Incoming.View : table.Outgoing.View, node);
        known.Add((table, isIncoming, node), allowed);
        bytes += allowed.Length + BytesANode;
        state.Allocate(allowed.Length + BytesANode);
        return allowed;
    }

    public void Release() => state.Release(bytes);

    private bool[] TestRun(Batch batch, int row, AdjacencyView view, int node)
    {
        var run = view.GetRun(node);
        if (run.Count == 0)
            return [];

        var edges = new int[run.Count];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = view.GetEdge(run.Start + i);
        return EdgeCondition.Test(state, batch, row, rule.EdgeSlot, edges, rule.Where!);
    }
}

/// <summary>A condition on single edges, tested for many edges of one outer row at once.</summary>
internal static class EdgeCondition
{
    public static bool[] Test(ExecutionState state, Batch batch, int row, int edgeSlot, int[] edges, CompiledExpression condition)
    {
        var candidates = batch.Repeat(row, edges.Length);
        candidates.Set(edgeSlot, new EdgeColumn(edges));
        var truths = condition.EvaluateTruths(state, candidates, "WHERE");
        var allowed = new bool[edges.Length];
        for (var i = 0; i < allowed.Length; i++)
            allowed[i] = truths[i] == Truth.True;
        return allowed;
    }
}
