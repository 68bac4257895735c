using System.Diagnostics;
using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>From what a statement means to how it runs: clauses become operators in order, then the rewrites improve the tree one after another.</summary>
internal sealed class Planner(GraphStore store, RewriteSet rewrites)
{
    private readonly GraphStatistics statistics = new(store);

    public Plan Plan(BoundStatement statement)
    {
        var (root, outputs) = PlanQuery(statement.Query, [], rowsMatter: true, isSubquery: false);
        return new Plan(statement.Mode, root, outputs, statement.Query.Columns);
    }

    /// <summary>The plan of a subquery, which starts from rows that have the outer variables.</summary>
    /// <param name="rowsMatter">False where only the existence of a row is asked for.</param>
    public (PlanOperator Root, ImmutableArray<BoundVariable> Outputs) PlanSubquery(
        BoundQuery query, ImmutableArray<BoundVariable> outer, bool rowsMatter) => PlanQuery(query, outer, rowsMatter, isSubquery: true);

    private (PlanOperator Root, ImmutableArray<BoundVariable> Outputs) PlanQuery(
        BoundQuery query, ImmutableArray<BoundVariable> outer, bool rowsMatter, bool isSubquery)
    {
        var (root, outputs) = PlanParts(query, outer);
        foreach (var rewrite in Rewrites.All)
        {
            if (rewrites.Contains(rewrite.Name))
                root = rewrite.Apply(root, new RewriteContext(store, statistics, outputs, rowsMatter, isSubquery, rewrites.LeastParallelRows));
        }

        return (root, outputs);
    }

    private (PlanOperator Root, ImmutableArray<BoundVariable> Outputs) PlanParts(BoundQuery query, ImmutableArray<BoundVariable> outer)
    {
        var parts = query.Parts.Select(part => PlanSingle(part, outer)).ToImmutableArray();
        if (parts.Length == 1)
            return (parts[0], query.Parts[0].Output);

        ImmutableArray<BoundVariable> columns = [.. query.Columns.Select(column => new BoundVariable(column.Name, column.Type))];
        PlanOperator union = new Union(parts, [.. query.Parts.Select(part => part.Output)], columns);
        return (query.UnionAll ? union : new Distinct(union, columns), columns);
    }

    private PlanOperator PlanSingle(BoundSingleQuery query, ImmutableArray<BoundVariable> outer)
    {
        PlanOperator plan = new ArgumentRows(outer);
        var bound = new HashSet<BoundVariable>(outer);
        foreach (var clause in query.Clauses)
        {
            plan = PlanClause(clause, plan, bound, outer);
            bound.UnionWith(GetIntroduced(clause));
        }

        return plan;
    }

    // Asked of the clause, as the root of its plan may be a filter or a limit, which introduces nothing.
    private static IEnumerable<BoundVariable> GetIntroduced(BoundClause clause) => clause switch
    {
        BoundMatch match => match.Variables,
        BoundUnwind unwind => [unwind.Variable],
        BoundProcedureCall call => call.Yields.Select(yield => yield.Variable),
        BoundProject project => project.Projection.Items.Select(item => item.Variable),
        _ => throw new UnreachableException(),
    };

    private PlanOperator PlanClause(BoundClause clause, PlanOperator input, HashSet<BoundVariable> bound, ImmutableArray<BoundVariable> outer) => clause switch
    {
        BoundMatch { IsOptional: false } match => PlanMatch(match, input, bound),
        BoundMatch match => new Optional(input, PlanMatch(match, new ArgumentRows([.. bound]), bound), match.Variables),
        BoundUnwind unwind => new Unwind(input, unwind.List, unwind.Variable),
        BoundProcedureCall call => AddFilter(new CallProcedure(input, call), call.Where),
        BoundProject project => AddFilter(PlanProjection(project, input, outer), project.Where),
        _ => throw new UnreachableException(),
    };

    private PlanOperator PlanMatch(BoundMatch match, PlanOperator input, IReadOnlySet<BoundVariable> bound) =>
        new MatchPlanner(match, bound, statistics, rewrites).Plan(input);

    private static PlanOperator PlanProjection(BoundProject project, PlanOperator input, ImmutableArray<BoundVariable> outer)
    {
        var projection = project.Projection;
        ImmutableArray<BoundVariable> columns = [.. projection.Items.Select(item => item.Variable)];
        var plan = projection.Grouping is null ? input : new Aggregate(input, projection.Grouping, outer);
        plan = new Project(plan, projection.Items);
        if (projection.Distinct)
            plan = new Distinct(plan, columns);
        if (!projection.OrderBy.IsEmpty)
            plan = new Sort(plan, projection.OrderBy, [.. columns.Union(GetReadAfter(project)).Except(outer)], outer);
        if (projection.Skip is not null)
            plan = new Skip(plan, projection.Skip);
        return projection.Limit is null ? plan : new Limit(plan, projection.Limit);
    }

    // The WHERE of a WITH runs last, and may read what was there before the columns.
    private static IEnumerable<BoundVariable> GetReadAfter(BoundProject project) =>
        project.Where is null ? [] : ExpressionVariables.Of(project.Where);

    private static PlanOperator AddFilter(PlanOperator plan, BoundExpression? condition) => condition is null ? plan : new Filter(plan, condition);
}
