using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>A node that is a key of groups, by itself or by a property.</summary>
/// <param name="Property">Null for the node itself.</param>
/// <param name="IsForExtremes">
/// It is the only such node, and nothing but least and greatest values needs the rows of a group together.
/// </param>
internal readonly record struct GroupedNode(BoundVariable Node, string? Property, bool IsForExtremes = false);

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
        var aggregates = projection.Grouping?.Aggregates ?? [];
        var nodes = keys.Select(key => Find(key.Expression)).OfType<GroupedNode>().ToImmutableArray();
        if (nodes.Select(node => node.Node).Distinct().Count() > 1 || aggregates.Any(NeedsAllRows))
            return nodes;

        // What is counted or summed by one node is summed step by step, from wherever the MATCH starts.
        return aggregates.Any(IsExtreme) ? [.. nodes.Select(node => node with { IsForExtremes = true })] : [];
    }

    private static GroupedNode? Find(BoundExpression key) => key switch
    {
        BoundReference { Variable: { Type.Kind: TypeKind.Node } node } => new GroupedNode(node, null),
        BoundProperty { Target: BoundReference { Variable: { Type.Kind: TypeKind.Node } node }, Key: var property } =>
            new GroupedNode(node, property),
        _ => null,
    };

    private static bool IsExtreme(BoundAggregate aggregate) =>
        aggregate.Function is AggregateFunction.Minimum or AggregateFunction.Maximum;

    private static bool NeedsAllRows(BoundAggregate aggregate) =>
        aggregate.Distinct || aggregate.Function is AggregateFunction.Collect or AggregateFunction.PercentileContinuous
            or AggregateFunction.PercentileDiscrete or AggregateFunction.StandardDeviation or AggregateFunction.StandardDeviationPopulation;
}
