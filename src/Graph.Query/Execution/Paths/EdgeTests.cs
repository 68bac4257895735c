using System.Runtime.InteropServices;

namespace Graph.Query.Execution;

/// <summary>
/// Which edges of a node a walk may take. A condition on nothing but the edge is tested once for each node, however often walks come by.
/// </summary>
internal sealed class EdgeTests(WalkRule rule)
{
    private readonly Dictionary<(EdgeTable Table, bool IsIncoming, int Node), bool[]>? known =
        rule is { Where: not null, IsWhereOfEdgeAlone: true } ? [] : null;

    /// <summary>For each edge of the node in one direction whether the condition holds; null where there is no condition.</summary>
    /// <param name="row">The row that the condition is tested for.</param>
    public bool[]? Test(ExecutionState state, Batch batch, int row, EdgeTable table, bool isIncoming, int node)
    {
        if (rule.Where is null)
            return null;
        if (known is null)
            return TestRun(state, batch, row, isIncoming ? table.Incoming.View : table.Outgoing.View, node);

        ref var allowed = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (table, isIncoming, node), out _);
        return allowed ??= TestRun(state, batch, row, isIncoming ? table.Incoming.View : table.Outgoing.View, node);
    }

    private bool[] TestRun(ExecutionState state, Batch batch, int row, AdjacencyView view, int node)
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
