using Graph.Query.Binding;
using Graph.Query.Planning;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>What one step along an edge may use.</summary>
/// <param name="Targets">The nodes the step may end in; null for any.</param>
/// <param name="Runs">Where its edges stand, but for those that cannot end in such nodes.</param>
internal sealed record EdgeStep(
    EdgeDirection Direction, ImmutableArray<EdgeTable> Tables, NodeSelection? Targets, ImmutableArray<EdgeRuns> Runs)
{
    /// <summary>Of edges that lie side by side, one is followed.</summary>
    public bool IsOnce { get; init; }

    public bool FollowsOutgoing => Direction != EdgeDirection.Left;

    public bool FollowsIncoming => Direction != EdgeDirection.Right;

    /// <summary>
    /// The step along edges of some types to nodes of some labels, which are not tested where all edges end in such nodes.
    /// </summary>
    public static EdgeStep Create(GraphStore store, EdgeDirection direction, LabelExpression? types, LabelExpression? labels)
    {
        var tables = LabelEvaluation.GetTables(store, types);
        var targets = labels is null ? null : LabelEvaluation.GetNodes(store, labels);
        ImmutableArray<EdgeRuns> runs = [.. tables.SelectMany(table => ListRuns(table, direction, targets))];
        return new EdgeStep(
            direction, tables, runs.All(run => run.Targets is null) && runs.Length == CountRuns(tables, direction) ? null : targets, runs);
    }

    /// <summary>The same edges followed the other way; only of a step that may end in any node.</summary>
    public EdgeStep Reverse() =>
        this with { Direction = Direction.Reverse(), Runs = [.. Runs.Select(run => run with { IsIncoming = !run.IsIncoming })] };

    private static int CountRuns(ImmutableArray<EdgeTable> tables, EdgeDirection direction) =>
        direction == EdgeDirection.Both ? tables.Length * 2 : tables.Length;

    private static IEnumerable<EdgeRuns> ListRuns(EdgeTable table, EdgeDirection direction, NodeSelection? targets)
    {
        if (direction != EdgeDirection.Left && EdgeRuns.TryCreate(table, isIncoming: false, targets) is { } outgoing)
            yield return outgoing;
        if (direction != EdgeDirection.Right && EdgeRuns.TryCreate(table, isIncoming: true, targets) is { } incoming)
            yield return incoming;
    }
}

/// <summary>The edges of one relation type in one direction.</summary>
/// <param name="Targets">The nodes that an edge must end in; null where every edge ends in one of them.</param>
internal sealed record EdgeRuns(EdgeTable Table, bool IsIncoming, NodeSelection? Targets)
{
    public AdjacencyView View => IsIncoming ? Table.Incoming.View : Table.Outgoing.View;

    /// <summary>Null where no edge ends in such a node.</summary>
    public static EdgeRuns? TryCreate(EdgeTable table, bool isIncoming, NodeSelection? targets)
    {
        var count = targets is null ? table.Count : targets.CountEdges(isIncoming ? table.Outgoing.View : table.Incoming.View);
        return count == 0 ? null : new EdgeRuns(table, isIncoming, count == table.Count ? null : targets);
    }
}
