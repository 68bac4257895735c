using Graph.Query.Binding;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>What one step along an edge may use.</summary>
/// <param name="Targets">The nodes the step may end in; null for any.</param>
internal sealed record EdgeStep(EdgeDirection Direction, ImmutableArray<EdgeTable> Tables, NodeSelection? Targets)
{
    public bool FollowsOutgoing => Direction != EdgeDirection.Left;

    public bool FollowsIncoming => Direction != EdgeDirection.Right;

    /// <summary>The step along edges of some types to nodes of some labels, which are not tested where all these edges end in such nodes.</summary>
    public static EdgeStep Create(GraphStore store, EdgeDirection direction, LabelExpression? types, LabelExpression? labels)
    {
        var step = new EdgeStep(direction, LabelEvaluation.GetTables(store, types), labels is null ? null : LabelEvaluation.GetNodes(store, labels));
        return step.Targets is { } targets && step.Tables.All(table => step.EndsIn(targets, table)) ? step with { Targets = null } : step;
    }

    private bool EndsIn(NodeSelection nodes, EdgeTable table) =>
        (!FollowsOutgoing || nodes.CountEdges(table.Incoming.View) == table.Count) && (!FollowsIncoming || nodes.CountEdges(table.Outgoing.View) == table.Count);
}
