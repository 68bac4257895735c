using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>The nodes that a step can start from, as far as labels tell them.</summary>
internal static class HubNodes
{
    // A row that is matched by a table takes as long as several that are only made.
    private const double RowsPerMatch = 8;

    /// <summary>A plan that finds the nodes by itself: by an index where they were looked up so, else by labels.</summary>
    public static PlanOperator Find(ImmutableArray<PlanOperator> below, Expand expand, GraphStore store) =>
        below.FirstOrDefault(step => step is NodeLookUp && step.Introduces.Contains(expand.From)) is { } lookUp
            && !ReadVariables.OfStep(lookUp).Any()
            ? lookUp.WithInputs([new ArgumentRows([])])
            : new NodeScan(new ArgumentRows([]), expand.From, GetLabels(expand, store));

    /// <summary>
    /// What the plan knows of the node's labels; or, where that leaves many nodes without such an edge, the labels of those that have one.
    /// </summary>
    public static LabelExpression? GetLabels(Expand expand, GraphStore store)
    {
        var known = KnownLabels.Of(expand.Input, expand.From);
        var nodes = LabelEvaluation.GetNodes(store, known);
        var tables = LabelEvaluation.GetTables(store, expand.Types);
        var used = store.NodeRanges
            .Where(range => nodes.Contains(range.Start) && tables.Any(table => HasEdge(table, expand.Direction, range)))
            .ToList();
        var isNarrower = used.Sum(range => (long)range.Count) * 2 < nodes.Count;
        return isNarrower && used.Count > 0 && used.All(range => !range.Labels.IsEmpty) ? NameLabels(used, known, store) : known;
    }

    /// <summary>
    /// Whether the inner part may run once for all nodes: where the outer one comes by them about as often, or both together have far fewer
    /// rows than are made where nothing is split. A subquery often ends at a first row, so that only the latter counts there.
    /// </summary>
    /// <param name="made">The last rows that are made where nothing is split.</param>
    public static bool AreMetOften(ChainSplit split, PlanOperator made, RewriteContext context)
    {
        var outer = context.EstimateRows(split.Outer);
        return (context.Outer is null && outer > 1.2 * Count(split, context)) || MakeMany(split, made, context);
    }

    /// <summary>Whether both parts together have far fewer rows than are made where nothing is split.</summary>
    /// <param name="made">The last rows that are made where nothing is split.</param>
    public static bool MakeMany(ChainSplit split, PlanOperator made, RewriteContext context) =>
        context.EstimateRows(made)
            > RowsPerMatch * (context.EstimateRows(split.Outer) + RowEstimate.Of(split.Inner, context.Statistics));

    /// <summary>How many nodes have an edge of the inner part's first step, at most.</summary>
    public static double Count(ChainSplit split, RewriteContext context)
    {
        var step = split.InnerSteps.OfType<Expand>().First();
        var rows = LabelEvaluation.GetTables(context.Store, step.Types).Sum(table => (double)CountRows(table, step.Direction));
        return Math.Min(rows, RowEstimate.Of(split.InnerScan, context.Statistics));
    }

    private static int CountRows(EdgeTable table, EdgeDirection direction)
    {
        var outgoing = direction == EdgeDirection.Left ? 0 : table.Outgoing.View.RowCount;
        var incoming = direction == EdgeDirection.Right ? 0 : table.Incoming.View.RowCount;
        return Math.Min(table.Count, outgoing) + Math.Min(table.Count, incoming);
    }

    private static bool HasEdge(EdgeTable table, EdgeDirection direction, NodeRange range) =>
        (direction != EdgeDirection.Left && EdgeCoverage.HasEdge(table.Outgoing.View, new Range32(range.Start, range.End)))
        || (direction != EdgeDirection.Right && EdgeCoverage.HasEdge(table.Incoming.View, new Range32(range.Start, range.End)));

    private static LabelExpression NameLabels(List<NodeRange> ranges, LabelExpression? known, GraphStore store)
    {
        ImmutableArray<LabelExpression> sets = [.. ranges.Select(range => NameLabels(range, store))];
        var used = sets.Length == 1 ? sets[0] : new LabelOr(sets);
        return known is null ? used : new LabelAnd([known, used]);
    }

    private static LabelExpression NameLabels(NodeRange range, GraphStore store)
    {
        ImmutableArray<LabelExpression> names = [.. range.Labels.Select(label => new LabelName(store.Labels[label]))];
        return names.Length == 1 ? names[0] : new LabelAnd(names);
    }
}
