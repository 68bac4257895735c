using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>The variables of a plan that some operator, or the caller, reads; columns for the others need not be made.</summary>
internal static class ReadVariables
{
    public static IReadOnlySet<BoundVariable> Of(PlanOperator plan, ImmutableArray<BoundVariable> outputs)
    {
        var read = new HashSet<BoundVariable>(outputs);
        Collect(plan, read);
        return read;
    }

    /// <summary>The variables that one operator reads, apart from those of its inputs.</summary>
    public static IEnumerable<BoundVariable> OfStep(PlanOperator plan) =>
        OfOperator(plan).Concat(GetExpressions(plan).SelectMany(ExpressionVariables.Of));

    private static void Collect(PlanOperator plan, HashSet<BoundVariable> read)
    {
        read.UnionWith(OfStep(plan));
        foreach (var input in plan.Inputs)
            Collect(input, read);
    }

    /// <summary>The variables that an operator reads beside its expressions.</summary>
    public static IEnumerable<BoundVariable> OfOperator(PlanOperator plan) => plan switch
    {
        Expand expand => [expand.From, .. expand.IsInto ? [expand.To] : Array.Empty<BoundVariable>(), .. expand.DistinctFrom],
        MatchBoundEdge edge => [edge.From, edge.Edge, edge.To, .. edge.DistinctFrom],
        VariableLengthExpand expand => [expand.From, expand.To, .. expand.DistinctFrom],
        ReachExpand expand => [expand.From, expand.To],
        Intersect intersect => [.. new[] { intersect.First, intersect.Second }.SelectMany(leg => leg.DistinctFrom.Append(leg.From))],
        CountOptional count => [.. Present(count.Weight), .. Present(count.InnerWeight)],
        SumExpand expand => [expand.From, .. Present(expand.Weight)],
        CountMatches matches =>
            [
                .. Present(matches.Weight),
                .. Present(matches.InnerWeight),
                .. matches.Exclusions.SelectMany(step => step.SelfAndInputs()).SelectMany(OfStep),
            ],
        CountRows count => [.. OfOperator(count.Step), .. Present(count.Weight)],
        Chance chance => OfOperator(chance.Step),
        CallSubquery call => call.Call.Outer,
        Aggregate aggregate => Present(aggregate.Weight),
        FindPaths search => [.. search.Introduces, .. search.Bound, .. search.DistinctFrom],
        BindPath path => [path.Start, .. path.Edges],
        Distinct distinct => distinct.Columns,
        Sort sort => sort.Kept,
        Top top => top.Sort.Kept,
        Union union => union.Outputs.SelectMany(outputs => outputs),
        _ => [],
    };

    /// <summary>The expressions of an operator, not those of its inputs.</summary>
    public static IEnumerable<BoundExpression> GetExpressions(PlanOperator plan) => plan switch
    {
        NodeLookUp lookUp => lookUp.Values,
        Expand expand => expand.Conditions,
        CountRows count => GetExpressions(count.Step),
        Chance chance => GetExpressions(chance.Step),
        VariableLengthExpand expand => Present(expand.Walk.Where),
        ReachExpand expand => Present(expand.Walk.Where),
        FindPaths search => [.. QueryExpressions.Of(search.Path.Elements), .. Present(search.Path.Where)],
        HashJoin join => GetExpressions(join.Keys),
        CountMatches matches => GetExpressions(matches.Keys).Concat(matches.Comparisons),
        Filter filter => [filter.Condition],
        Unwind unwind => [unwind.Clause.List],
        CallProcedure call => call.Call.Arguments,
        Project project => project.Items.Select(item => item.Expression),
        Aggregate aggregate => GetExpressions(aggregate.Grouping),
        Sort sort => sort.Items.Select(item => item.Expression),
        TopCandidates candidates => candidates.Items.Select(item => item.Expression),
        Top top => [.. top.Sort.Items.Select(item => item.Expression), .. Present(top.Skip), top.Limit],
        Skip skip => [skip.Count],
        Limit limit => [limit.Count],
        _ => [],
    };

    private static IEnumerable<BoundExpression> GetExpressions(ImmutableArray<JoinKey> keys) =>
        keys.SelectMany(key => new[] { key.Outer, key.Inner });

    private static IEnumerable<BoundExpression> GetExpressions(BoundGrouping grouping) =>
    [
        .. grouping.Keys.Select(key => key.Expression),
        .. grouping.Aggregates.SelectMany(aggregate => Present(aggregate.Argument).Concat(Present(aggregate.Parameter))),
    ];

    private static T[] Present<T>(T? item)
        where T : class => item is null ? [] : [item];
}
