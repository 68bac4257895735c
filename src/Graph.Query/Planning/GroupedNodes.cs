using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>A node that is a key of groups, by itself or by a property.</summary>
/// <param name="Property">Null for the node itself.</param>
internal readonly record struct GroupedNode(BoundVariable Node, string? Property);

/// <summary>
/// The nodes that the clause behind a MATCH groups by, where it pays to have the rows of a group together: a MATCH that starts at one of
/// them gives all rows of a node one after the other, so that its groups are finished where they are made, on every core.
/// </summary>
internal static class GroupedNodes
{
    /// <param name="next">The clause behind the MATCH; null for none.</param>
    public static ImmutableArray<GroupedNode> Of(BoundClause? next)
    {
        if (next is not BoundProject { Projection: var projection })
            return [];

        var keys = projection.Grouping?.Keys ?? (projection.Distinct ? projection.Items : []);
        var nodes = keys.Select(key => Find(key.Expression)).OfType<GroupedNode>().ToImmutableArray();

        // What is counted or summed by one node is summed step by step, from wherever the MATCH starts.
        var isTogether = nodes.Select(node => node.Node).Distinct().Count() > 1
            || (projection.Grouping?.Aggregates.Any(NeedsAllRows) ?? false);
        return isTogether ? nodes : [];
    }

    private static GroupedNode? Find(BoundExpression key) => key switch
    {
        BoundReference { Variable: { Type.Kind: TypeKind.Node } node } => new GroupedNode(node, null),
        BoundProperty { Target: BoundReference { Variable: { Type.Kind: TypeKind.Node } node }, Key: var property } =>
            new GroupedNode(node, property),
        _ => null,
    };

    private static bool NeedsAllRows(BoundAggregate aggregate) =>
        aggregate.Distinct || aggregate.Function is AggregateFunction.Collect or AggregateFunction.PercentileContinuous
            or AggregateFunction.PercentileDiscrete or AggregateFunction.StandardDeviation or AggregateFunction.StandardDeviationPopulation;
}
