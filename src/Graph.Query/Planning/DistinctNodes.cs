using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Where all columns of a DISTINCT follow from one node, <c>RETURN DISTINCT p.id, p.name</c>, a node that came before can bring nothing
/// new: nodes are told apart first. If one of the columns is the node, or a property that no two nodes share, that is all there is to do;
/// and of several nodes that are told so, no other property is compared.
/// </summary>
internal static class DistinctNodes
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.RewriteBottomUp(node => node switch
    {
        Distinct { Input: Project { Input: not Distinct } project } distinct when FindNode(project) is { } source =>
            Rewrite(distinct, project, source, context.Statistics),
        Distinct { Input: Project { Input: not Distinct } project } distinct => TellByNodes(distinct, project, context.Statistics),
        _ => node,
    });

    private static PlanOperator Rewrite(Distinct distinct, Project project, BoundVariable source, GraphStatistics statistics)
    {
        var projected = project with { Input = ComesOnce(project.Input, source) ? project.Input : new Distinct(project.Input, [source]) };
        var isTold = project.Items.Any(item => item.Expression is BoundReference)
            || (ElementGrouping.FindLabels(project.Input, source) is { } labels
            && project.Items.Any(item => GetKey(item.Expression) is { } key && statistics.IsUnique(key, labels.Expression)));
        return isTold ? projected : distinct with { Input = projected };
    }

    /// <summary>Columns that follow from nodes which other columns tell are read once rows are told apart.</summary>
    private static PlanOperator TellByNodes(Distinct distinct, Project project, GraphStatistics statistics)
    {
        var told = project.Items.Select(item => FindTold(item.Expression, project.Input, statistics)).OfType<BoundVariable>().ToHashSet();
        var following = project.Items.Where(item => Follows(item.Expression, told)).ToList();
        if (following.Count == project.Items.Length ? told.Count == 0 : following.Count <= told.Count)
            return distinct;

        var others = project.Items.RemoveRange(following);
        var compared = others.IsEmpty ? project.Input : project with { Items = others };
        return new Project(new Distinct(compared, [.. told, .. others.Select(item => item.Variable)]), [.. following]);
    }

    /// <summary>The node that a column tells from all others; null for none.</summary>
    private static BoundVariable? FindTold(BoundExpression expression, PlanOperator plan, GraphStatistics statistics) => expression switch
    {
        BoundReference { Variable: { Type.Kind: TypeKind.Node } node } => node,
        BoundProperty { Target: BoundReference { Variable: { Type.Kind: TypeKind.Node } node }, Key: var key }
            when ElementGrouping.FindLabels(plan, node) is { } labels && statistics.IsUnique(key, labels.Expression) => node,
        _ => null,
    };

    private static bool Follows(BoundExpression expression, HashSet<BoundVariable> told) =>
        ExpressionVariables.Of(expression) is { Count: > 0 } variables && variables.All(told.Contains);

    /// <summary>Whether the node is scanned or looked up, and nothing but conditions come after.</summary>
    private static bool ComesOnce(PlanOperator plan, BoundVariable node) => plan switch
    {
        Filter filter => ComesOnce(filter.Input, node),
        NodeScan { Input: ArgumentRows { Variables.IsEmpty: true } } scan => scan.Node == node,
        _ => false,
    };

    private static string? GetKey(BoundExpression expression) =>
        expression is BoundProperty { Target: BoundReference } property ? property.Key : null;

    private static BoundVariable? FindNode(Project project)
    {
        BoundVariable? source = null;
        foreach (var item in project.Items)
        {
            if (ExpressionVariables.Of(item.Expression) is not { Count: 1 } variables)
                return null;

            var variable = variables.First();
            if (variable.Type.Kind != TypeKind.Node || (source is not null && source != variable))
                return null;
            source = variable;
        }

        return source;
    }
}
