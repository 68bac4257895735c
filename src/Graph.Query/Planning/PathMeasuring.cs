using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Shortest paths along one repeated edge of which only the ends, the lengths or the numbers are read are not made: one search a start
/// tells how far each node is, and how many paths lead there.
/// </summary>
internal static class PathMeasuring
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        plan
            .SelfAndInputs()
            .OfType<FindPaths>()
            .Where(CanMeasure)
            .Aggregate(plan, (rewritten, search) => Measure(rewritten, search, context.Outputs));

    private static PlanOperator Measure(PlanOperator plan, FindPaths search, ImmutableArray<BoundVariable> outputs)
    {
        var binding = plan.SelfAndInputs().OfType<BindPath>().FirstOrDefault(path => path.Edges.Contains(search.Walked));
        if (binding is { Edges.Length: > 1 })
            return plan;

        var steps = plan.SelfAndInputs().Where(step => step != binding && step != search).ToList();
        var unread = new HashSet<BoundVariable>(PatternVariables.Of(search.Path.Elements)
            .Where(variable => variable.Type.Kind != Types.TypeKind.Node)) { search.Walked };
        if (binding is not null)
            unread.Add(binding.Path);
        if (outputs.Any(unread.Contains) || steps.Exists(step => Reads(step, unread, binding?.Path)))
            return plan;

        var measured = plan.Replace(search, search with { Measure = new PathMeasure(binding?.Path, null) });
        return binding is null
            ? measured
            : measured.RewriteBottomUp(step => step is BindPath path && path.Path == binding.Path ? path.Input : step);
    }

    private static bool CanMeasure(FindPaths search) =>
        search.DistinctFrom.IsEmpty
        && search.Path is
        {
            Count: null,
            Where: null,
            Selector: PathSelectorKind.Any or PathSelectorKind.Shortest or PathSelectorKind.AllShortest,
            // What is asked of both nodes stands in filters too.
            Elements: [BoundNode start, BoundVariableLengthEdge { Where: null, IsBound: false, Minimum: <= 1 } walk, BoundNode end],
        }
        && search.Bound.Contains(start.Variable) && !search.Bound.Contains(end.Variable) && !search.Bound.Contains(walk.Variable)

        // How many undirected paths lead back to the start is not told by the numbers that lead to its neighbours.
        && !(search.Path.Selector == PathSelectorKind.AllShortest && walk is { Direction: EdgeDirection.Both, Minimum: 1 });

    /// <summary>Whether a step reads a variable, but for the length of one of them.</summary>
    private static bool Reads(PlanOperator step, HashSet<BoundVariable> variables, BoundVariable? path) =>
        ReadVariables.OfStep(step).Any(variable => variables.Contains(variable) && variable != path)
        || ReadVariables.OfOperator(step).Any(variable => variable == path)
        || ReadVariables.GetExpressions(step).Any(expression => ReadsMoreThanLength(expression, path));

    private static bool ReadsMoreThanLength(BoundExpression expression, BoundVariable? path)
    {
        if (path is null || expression is BoundCall { Function.Name: PathLengthExpression.FunctionName, Arguments: [BoundReference] })
            return false;

        // A subquery reads outer variables that none of its children name.
        var children = ExpressionVariables.GetChildren(expression).ToList();
        return children.Exists(child => ReadsMoreThanLength(child, path))
            || (ExpressionVariables.Of(expression).Contains(path)
                && !children.Exists(child => ExpressionVariables.Of(child).Contains(path)));
    }
}
