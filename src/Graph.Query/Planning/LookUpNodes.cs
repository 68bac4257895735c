using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// The nodes of a pattern that are asked for by a property that each has for itself, with what the value is computed from:
/// <c>a.id = r.article</c>.
/// </summary>
internal sealed class LookUpNodes(PatternGraph pattern, BoundExpression? where, GraphStatistics statistics)
{
    private readonly ILookup<BoundVariable, ImmutableArray<BoundVariable>> sources = Find(pattern, where, statistics);

    /// <summary>Whether all that one of a node's values is computed from is known.</summary>
    public bool IsTold(PatternNode node, HashSet<BoundVariable> known) => sources[node.Variable].Any(read => read.All(known.Contains));

    private static ILookup<BoundVariable, ImmutableArray<BoundVariable>> Find(
        PatternGraph pattern, BoundExpression? where, GraphStatistics statistics)
    {
        // What is not of this pattern was bound before it.
        var own = pattern.Nodes.Select(node => node.Variable)
            .Concat(pattern.Steps.OfType<PatternEdge>().Select(edge => edge.Element.Variable))
            .ToHashSet();
        var nodes = pattern.Nodes.ToDictionary(node => node.Variable);
        return pattern.Nodes.SelectMany(node => node.Conditions).Concat(ExpressionVariables.SplitConjunction(where))
            .OfType<BoundComparison>()
            .Where(condition => condition.Operator == ComparisonOperator.Equal)
            .SelectMany(condition => new[] { (Key: condition.Left, Value: condition.Right), (Key: condition.Right, Value: condition.Left) })
            .Where(pair => pair.Key is BoundProperty { Target: BoundReference reference } property
                && nodes.TryGetValue(reference.Variable, out var node)
                && !ExpressionVariables.Of(pair.Value).Contains(reference.Variable)
                && ExpressionVariables.Of(pair.Value).Count > 0
                && statistics.IsUnique(property.Key, node.LabelExpression))
            .ToLookup(
                pair => ((BoundReference)((BoundProperty)pair.Key).Target).Variable,
                pair => ExpressionVariables.Of(pair.Value).Where(own.Contains).ToImmutableArray());
    }
}
