using System.Diagnostics;
using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>
/// From what a statement means to how it runs: clauses become operators in order, then the rewrites improve the tree one after another.
/// </summary>
internal sealed class Planner(GraphStore store, RewriteSet rewrites)
{
    private readonly GraphStatistics statistics = new(store);

    public Plan Plan(BoundStatement statement)
    {
        var (root, outputs) = PlanParts(statement.Query, []);
        var estimate = new RowEstimate(statistics);
        var context = new RewriteContext(
            store, statistics, outputs, RowsMatter: true, IsSubquery: false, Outer: null, estimate, rewrites.LeastParallelRows);
        var steps = Rewrite(root, context);
        var subqueries = new Dictionary<BoundQuery, SubqueryPlan>(ReferenceEqualityComparer.Instance);
        PlanSubqueries(steps[^1].Root, outer: null, estimate, subqueries);
        return new Plan(statement.Mode, steps[^1].Root, outputs, statement.Query.Columns, subqueries, steps);
    }

    /// <summary>The plan of the clauses, and what each rewrite made of it that changed it.</summary>
    private ImmutableArray<PlanStep> Rewrite(PlanOperator root, RewriteContext context)
    {
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        steps.Add(new PlanStep("clauses", root));
        foreach (var rewrite in Rewrites.All.Where(rewrite => rewrites.Contains(rewrite.Name)))
        {
            var rewritten = rewrite.Apply(steps[^1].Root, context);
            if (!ReferenceEquals(rewritten, steps[^1].Root))
                steps.Add(new PlanStep(rewrite.Name, rewritten));
        }

        return steps.ToImmutable();
    }

    /// <param name="outer">The plan of the rows that the plan itself runs for; null for that of the query.</param>
    private void PlanSubqueries(
        PlanOperator plan, PlanOperator? outer, RowEstimate estimate, Dictionary<BoundQuery, SubqueryPlan> planned)
    {
        foreach (var (step, subquery) in plan.SelfAndInputs().SelectMany(step => Subquery.Of(step).Select(subquery => (step, subquery))))
        {
            if (planned.ContainsKey(subquery.Query))
                continue;

            var (root, outputs) = PlanParts(subquery.Query, subquery.Outer);
            var isCounted = subquery is { IsCounted: true, IsRowWise: true };
            var context = new RewriteContext(
                store,
                statistics,
                isCounted || !subquery.RowsMatter ? [] : outputs,
                subquery.RowsMatter,
                IsSubquery: true,
                GetOuter(step, outer),
                estimate,
                rewrites.LeastParallelRows);
            var rewritten = Rewrite(root, context)[^1].Root;
            var (counted, weight) = isCounted && (rewritten is CountMatches || rewrites.Contains("count-rows"))
                ? RowCounting.CountSteps(rewritten, [])
                : (rewritten, null);
            planned.Add(subquery.Query, new SubqueryPlan(counted, context.Outputs, subquery.IsRowWise, weight));
            PlanSubqueries(counted, context.Outer, estimate, planned);
        }
    }

    /// <summary>What the rows of a step come from.</summary>
    private static PlanOperator GetOuter(PlanOperator step, PlanOperator? outer)
    {
        var input = step.Inputs.IsEmpty ? step : step.Inputs[0];
        return outer is null ? input : input.OnTopOf(outer);
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
        var written = query.Clauses.SelectMany(ExpandCalls);
        var clauses = (rewrites.Contains(Rewrites.MergedMatches) ? MatchMerging.Apply(written) : written).ToList();
        for (var i = 0; i < clauses.Count; i++)
        {
            // Rows that are there already are not dealt by the node that a later MATCH starts from.
            var grouped = i == 0 && outer.IsEmpty ? GroupedNodes.Of(clauses.ElementAtOrDefault(1)) : [];
            plan = PlanClause(clauses[i], plan, bound, outer, grouped);
            bound.UnionWith(GetIntroduced(clauses[i]));
        }

        return plan;
    }

    /// <summary>
    /// A CALL that makes its rows from one outer row each becomes part of the outer query, so that it is joined as if it had been written
    /// there.
    /// </summary>
    private static IEnumerable<BoundClause> ExpandCalls(BoundClause clause) =>
        clause is BoundCallSubquery { IsOptional: false, Query.Parts: [var only] } && only.Clauses.All(Subquery.WorksRowByRow)
            ? only.Clauses.SelectMany(ExpandCalls)
            : [clause];

    // Asked of the clause, as the root of its plan may be a filter or a limit, which introduces nothing.
    private static IEnumerable<BoundVariable> GetIntroduced(BoundClause clause) => clause switch
    {
        BoundMatch match => match.Variables,
        BoundUnwind unwind => unwind.Variables,
        BoundProcedureCall call => call.Yields.Select(yield => yield.Variable),
        BoundCallSubquery call => call.Variables,
        BoundProject project => project.Projection.Items.Select(item => item.Variable),
        _ => throw new UnreachableException(),
    };

    private PlanOperator PlanClause(
        BoundClause clause,
        PlanOperator input,
        HashSet<BoundVariable> bound,
        ImmutableArray<BoundVariable> outer,
        ImmutableArray<GroupedNode> grouped) => clause switch
        {
            BoundMatch { IsOptional: false } match => PlanMatch(match, input, bound, grouped),
            BoundMatch match => new Optional(
                input, PlanMatch(match, new ArgumentRows([.. GetRead(match).Where(bound.Contains)]), bound, []), match.Variables),
            BoundUnwind unwind => new Unwind(input, unwind),
            BoundProcedureCall call => AddFilter(new CallProcedure(input, call), call.Where),
            BoundCallSubquery call => new CallSubquery(input, call),
            BoundProject project => AddFilter(PlanProjection(project, input, outer), project.Where),
            _ => throw new UnreachableException(),
        };

    /// <summary>What the pattern and its conditions name.</summary>
    private static IEnumerable<BoundVariable> GetRead(BoundMatch match) =>
        match.Paths.SelectMany(path => PatternVariables.Of(path.Elements))
        .Concat(QueryExpressions.Of(match).SelectMany(ExpressionVariables.Of)).Distinct();

    private PlanOperator PlanMatch(
        BoundMatch match, PlanOperator input, IReadOnlySet<BoundVariable> bound, ImmutableArray<GroupedNode> grouped) =>
        new MatchPlanner(match, bound, grouped, statistics, rewrites).Plan(input);

    private static PlanOperator PlanProjection(BoundProject project, PlanOperator input, ImmutableArray<BoundVariable> outer)
    {
        var projection = project.Projection;
        ImmutableArray<BoundVariable> columns = [.. projection.Items.Select(item => item.Variable)];
        var plan = projection.Grouping is null ? input : new Aggregate(input, projection.Grouping, outer);
        if (projection.Kept is null || !projection.Items.IsEmpty)
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

    private static PlanOperator AddFilter(PlanOperator plan, BoundExpression? condition) =>
        condition is null ? plan : new Filter(plan, condition);
}
