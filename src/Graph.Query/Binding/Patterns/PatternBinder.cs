using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Patterns of MATCH and of expressions: declares all variables, then binds the conditions, which see each other's.</summary>
internal sealed class PatternBinder
{
    private readonly BindingContext context;
    private readonly PathDrafter drafter;
    private readonly PathConditionBinder conditions;
    private readonly PatternChecks checks;

    public PatternBinder(BindingContext context)
    {
        this.context = context;
        drafter = new PathDrafter(context);
        conditions = new PathConditionBinder(context);
        checks = new PatternChecks(context);
    }

    /// <returns>The clause, and the names after it.</returns>
    public (BoundMatch Match, RowScope Rows) BindMatch(MatchSyntax syntax, RowScope before)
    {
        var names = new PatternNames(context, before, PatternSite.Match);
        var drafts = syntax.Patterns.Select(pattern => Draft(pattern, names)).ToList();
        var mode = syntax.Mode ?? MatchMode.DifferentEdges;
        checks.Check(syntax.Patterns, drafts, mode);
        var match = Build(syntax.Patterns, drafts, names, syntax.Where, mode, syntax.IsOptional);
        return (match, syntax.IsOptional ? WithoutNewConditions(before, names) : names.Scope);
    }

    /// <summary>A path as a condition.</summary>
    public BoundMatch BindPredicate(PathSyntax syntax, RowScope before)
    {
        var names = new PatternNames(context, before, PatternSite.Condition);
        return BindSingle(new PatternSyntax(null, null, syntax) { Span = syntax.Span }, null, names);
    }

    public (BoundMatch Match, RowScope Rows) BindComprehension(PatternSyntax syntax, ExpressionSyntax? where, RowScope before)
    {
        var names = new PatternNames(context, before, PatternSite.Match);
        return (BindSingle(syntax, where, names), names.Scope);
    }

    /// <summary>A call of <c>shortestPath</c> as a value: both its ends must be there already.</summary>
    public (BoundMatch Match, BoundVariable Path) BindShortestPath(PathSyntax syntax, RowScope before)
    {
        var function = syntax.Function == ShortestPathFunction.ShortestPath ? "shortestPath" : "allShortestPaths";
        if (syntax.Elements.OfType<NodePatternSyntax>().FirstOrDefault(node => node.Variable is null) is { } end)
            context.Diagnostics.UnboundPathEnd(end.Span, function);

        var names = new PatternNames(context, before, PatternSite.Value);
        var pattern = new PatternSyntax(null, null, syntax) { Span = syntax.Span };
        var draft = Draft(pattern, names);
        draft.Variable = names.IntroduceAnonymous(StaticType.Path);
        return (Build([pattern], [draft], names, null, MatchMode.DifferentEdges, isOptional: false), draft.Variable);
    }

    private BoundMatch BindSingle(PatternSyntax syntax, ExpressionSyntax? where, PatternNames names)
    {
        var drafts = new List<PathDraft> { Draft(syntax, names) };
        checks.Check([syntax], drafts, MatchMode.DifferentEdges);
        return Build([syntax], drafts, names, where, MatchMode.DifferentEdges, isOptional: false);
    }

    private PathDraft Draft(PatternSyntax syntax, PatternNames names)
    {
        var path = drafter.Draft(syntax.Path, names);
        if (syntax.Variable is null)
            return path;

        if (path.Variable is not null)
            context.Diagnostics.UnsupportedSyntax(syntax.Variable.Span, $"{syntax.Variable.Text} =", "GQL", "a path has one name");
        path.Variable = names.DeclareNew(syntax.Variable, StaticType.Path);
        return path;
    }

    private BoundMatch Build(
        SyntaxList<PatternSyntax> patterns,
        List<PathDraft> drafts,
        PatternNames names,
        ExpressionSyntax? where,
        MatchMode mode,
        bool isOptional)
    {
        var shared = new List<BoundExpression>();
        var paths = drafts.Select((draft, i) => BuildPath(patterns[i], draft, shared)).ToImmutableArray();
        if (where is not null)
            shared.Add(context.Expressions.BindCondition(where, ExpressionPlace.WithoutAggregates(names.Scope, "WHERE"), "WHERE"));

        var condition = shared.Count == 0 ? null : ExpressionBinder.And(shared, shared[^1].Span);
        return new BoundMatch(isOptional, mode, paths, condition, [.. names.Introduced]);
    }

    private BoundPath BuildPath(PatternSyntax syntax, PathDraft draft, List<BoundExpression> shared)
    {
        var selection = PathSelection.Of(syntax);
        var count = BindCount(syntax.Prefix?.Count);
        if (selection.Selector == PathSelectorKind.All)
            return new BoundPath(draft.Variable, selection.Selector, count, selection.Mode, conditions.Bind(draft, shared));

        // A selector chooses among the paths that fulfil the conditions inside, so these cannot wait for the clause's WHERE.
        var before = new List<BoundExpression>();
        var elements = conditions.Bind(draft, before);
        var where = before.Count == 0 ? null : ExpressionBinder.And(before, before[^1].Span);
        return new BoundPath(draft.Variable, selection.Selector, count, selection.Mode, elements, where);
    }

    private BoundExpression? BindCount(ExpressionSyntax? syntax)
    {
        if (syntax is null)
            return null;

        var count = context.Expressions.Bind(syntax, ExpressionPlace.WithoutAggregates(new ConstantScope("SHORTEST"), "SHORTEST"));
        context.Parameters.Expect(count, StaticType.Integer);
        if (count is BoundConstant { Value: var value } && !(value.IsInteger && value.AsInteger() > 0))
            context.Diagnostics.CountOutOfRange(syntax.Span, "The number of paths", "SHORTEST");
        return count;
    }

    // What OPTIONAL MATCH asks of a node from before does not hold for it afterwards.
    private static RowScope WithoutNewConditions(RowScope before, PatternNames names)
    {
        var after = before.Extend();
        foreach (var (name, variable) in names.Scope.Variables)
        {
            if (before.Declares(name))
                continue;

            after.Add(name, variable);
            if (names.Introduces(variable))
                after.AddLabels(variable, names.Scope.LabelsOf(variable));
        }

        return after;
    }
}
