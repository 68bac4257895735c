using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// A condition that holds for all edges of a walk, or for none, is tested edge by edge while the walk is made, so that no walk goes on from
/// an edge that breaks it: <c>all(r IN relationships(p) WHERE ..)</c>, and the same of the list that the step names or of <c>nodes(p)</c>.
/// </summary>
internal static class WalkConditions
{
    public static PlanOperator Apply(PlanOperator plan) => plan.RewriteBottomUp(node => node is Filter filter ? Move(filter) : node);

    private static PlanOperator Move(Filter filter)
    {
        if (filter.Condition is not BoundQuantified { Quantifier: ListQuantifier.All or ListQuantifier.None } quantified
            || FailingConditions.CanFailAsCondition(quantified.Where)
            || ExpressionVariables.Of(quantified.Where).Any(variable => variable != quantified.Variable)
            || FindEdges(filter.Input, quantified.List) is not { } edges)
            return filter;

        var ofNodes = quantified.List is BoundCall { Function.Name: "nodes" };
        var plan = filter.Input;
        foreach (var list in edges)
        {
            if (FindWalk(plan, list) is not { } walk)
                continue;
            plan = plan.Replace(walk, ofNodes ? AddOfNodes(walk, quantified) : Add(walk, quantified.Variable, GetCondition(quantified)));
        }

        // Nothing is left to be tested of edges that all belong to such walks; but a walk without an edge has a node.
        return !ofNodes && edges.All(list => FindWalk(plan, list) is not null) ? plan : filter with { Input = plan };
    }

    /// <summary>The edges, and lists of edges, that a list comes from; null where it is another list.</summary>
    private static ImmutableArray<BoundVariable>? FindEdges(PlanOperator plan, BoundExpression list) => list switch
    {
        BoundReference reference when FindWalk(plan, reference.Variable) is not null => [reference.Variable],
        BoundCall { Function.Name: "relationships" or "nodes", Arguments: [BoundReference path] } =>
            StepsOfRow(plan).OfType<BindPath>().FirstOrDefault(binding => binding.Path == path.Variable)?.Edges,
        _ => null,
    };

    private static BoundExpression GetCondition(BoundQuantified quantified) =>
        quantified.Quantifier == ListQuantifier.All ? quantified.Where : new BoundNot(quantified.Where, quantified.Span);

    private static VariableLengthExpand? FindWalk(PlanOperator plan, BoundVariable list) =>
        StepsOfRow(plan).OfType<VariableLengthExpand>().FirstOrDefault(walk => walk.Walk.Variable == list && !walk.Walk.IsBound);

    private static IEnumerable<PlanOperator> StepsOfRow(PlanOperator plan) => PlanChain.Of(plan).Steps;

    /// <summary>The nodes of a walk are the ends of its edges.</summary>
    private static VariableLengthExpand AddOfNodes(VariableLengthExpand expand, BoundQuantified quantified)
    {
        var edge = new BoundVariable(expand.Walk.Edge.Name, expand.Walk.Edge.Type, isAnonymous: true);
        ImmutableArray<BoundExpression> ends =
        [
            .. new[] { "startNode", "endNode" }.Select(end => new BoundLet(
                quantified.Variable,
                new BoundCall(FunctionRegistry.Get(end), [new BoundReference(edge, default)], quantified.Variable.Type, default),
                GetCondition(quantified),
                quantified.Span)),
        ];
        return Add(expand, edge, new BoundLogical(LogicalOperator.And, ends, quantified.Span));
    }

    /// <param name="edge">The variable of the edge in the condition.</param>
    private static VariableLengthExpand Add(VariableLengthExpand expand, BoundVariable edge, BoundExpression condition)
    {
        if (expand.Walk.Where is not { } before)
            return expand with { Walk = expand.Walk with { Edge = edge, Where = condition } };

        var ofEdge = new BoundLet(edge, new BoundReference(expand.Walk.Edge, default), condition, condition.Span);
        var both = new BoundLogical(LogicalOperator.And, [before, ofEdge], condition.Span);
        return expand with { Walk = expand.Walk with { Where = both } };
    }
}
