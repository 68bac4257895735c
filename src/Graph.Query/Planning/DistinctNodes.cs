using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>
/// Where all columns of a DISTINCT follow from one node, <c>RETURN DISTINCT p.id, p.name</c>, a node that came before can bring nothing new:
/// nodes are told apart first, and the properties of each are read once.
/// </summary>
internal static class DistinctNodes
{
    public static PlanOperator Apply(PlanOperator plan) => Rewrites.BottomUp(plan, node => node switch
    {
        Distinct { Input: Project { Input: not Distinct } project } distinct when FindNode(project) is { } source =>
            distinct with { Input = project with { Input = new Distinct(project.Input, [source]) } },
        _ => node,
    });

    private static BoundVariable? FindNode(Project project)
    {
        BoundVariable? source = null;
        foreach (var item in project.Items)
        {
            if (!ExpressionVariables.IsDeterministic(item.Expression) || ExpressionVariables.Of(item.Expression) is not { Count: 1 } variables)
                return null;

            var variable = variables.First();
            if (variable.Type.Kind != TypeKind.Node || (source is not null && source != variable))
                return null;
            source = variable;
        }

        return source;
    }
}
