using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>
/// Binds the conditions of a drafted path. What speaks of one element stays with it; what names other elements of the same MATCH
/// is handed to the whole.
/// </summary>
internal sealed class PathConditions(BindingContext context)
{
    private const string InPattern = "a pattern";

    private ExpressionBinder Expressions => context.Expressions;

    /// <param name="shared">Receives the conditions that no single element can check.</param>
    public ImmutableArray<BoundPathElement> Bind(PathDraft path, List<BoundExpression> shared)
    {
        var elements = path.Elements.Select(element => BindElement(element, path.Names, shared)).ToImmutableArray();
        foreach (var condition in path.Conditions)
            shared.Add(BindCondition(condition.Where, PartOf(path.Names, condition.Names)));
        foreach (var (left, right, span) in path.Identities)
            shared.Add(new BoundComparison(ComparisonOperator.Equal, new BoundReference(left, span), new BoundReference(right, span), span));
        return elements;
    }

    private BoundPathElement BindElement(ElementDraft draft, PatternNames names, List<BoundExpression> shared) => draft switch
    {
        NodeDraft node => BindNode(node, names, shared),
        EdgeDraft edge => BindEdge(edge, names, shared),
        WalkDraft walk => BindWalk(walk, names, shared),
        QuantifiedDraft quantified => BindQuantified(quantified),
        _ => throw new InvalidOperationException($"Unknown element {draft.GetType().Name}."),
    };

    private BoundNode BindNode(NodeDraft draft, PatternNames names, List<BoundExpression> shared)
    {
        var variable = draft.Declared.Variable;
        var own = new List<BoundExpression>();
        foreach (var pattern in draft.Patterns)
        {
            BindProperties(pattern.Properties, variable, names, own, shared);
            if (pattern.Where is not null)
                own.Add(BindCondition(pattern.Where, PartOf(names, NamesOf(pattern.Variable))));
        }

        return new BoundNode(variable, draft.Labels, Join(own), draft.Declared.IsBound);
    }

    private BoundEdge BindEdge(EdgeDraft draft, PatternNames names, List<BoundExpression> shared)
    {
        var syntax = draft.Syntax;
        var own = new List<BoundExpression>();
        BindProperties(syntax.Properties, draft.Declared.Variable, names, own, shared);
        if (syntax.Where is not null)
            own.Add(BindCondition(syntax.Where, PartOf(names, NamesOf(syntax.Variable))));
        return new BoundEdge(syntax.Direction, draft.Declared.Variable, draft.Types, Join(own), draft.Declared.IsBound);
    }

    private BoundVariableLengthEdge BindWalk(WalkDraft draft, PatternNames names, List<BoundExpression> shared)
    {
        var syntax = draft.Syntax;
        var own = new List<BoundExpression>();
        var ofEachEdge = new List<BoundExpression>();
        BindProperties(syntax.Properties, draft.Edge, names, own, ofEachEdge);
        foreach (var condition in ofEachEdge)
            shared.Add(ForEach(draft, condition));
        if (syntax.Where is not null)
            own.Add(BindCondition(syntax.Where, new LocalScope(draft.Edge, PartOf(names, NamesOf(null)))));

        return new BoundVariableLengthEdge(
            syntax.Direction,
            draft.Declared.Variable,
            draft.Edge,
            draft.Types,
            Join(own),
            draft.Minimum,
            draft.Maximum,
            draft.Declared.IsBound);
    }

    private static BoundQuantified ForEach(WalkDraft draft, BoundExpression condition)
    {
        var list = new BoundReference(draft.Declared.Variable, condition.Span);
        return new BoundQuantified(ListQuantifier.All, draft.Edge, list, condition, condition.Span);
    }

    private BoundQuantifiedPath BindQuantified(QuantifiedDraft draft)
    {
        var conditions = new List<BoundExpression>();
        var elements = Bind(draft.Path, conditions);
        return new BoundQuantifiedPath(elements, Join(conditions), draft.Quantifier.Minimum, draft.Quantifier.Maximum, draft.Groups);
    }

    private void BindProperties(
        ExpressionSyntax? properties, BoundVariable variable, PatternNames names, List<BoundExpression> own, List<BoundExpression> shared)
    {
        if (properties is not MapSyntax map)
            return;

        foreach (var entry in map.Entries)
        {
            var scope = new RecordingScope(Whole(names));
            var condition = BindEntry(entry, variable, scope);
            var namesOthers = scope.Mentioned.Any(other => other != variable && names.Introduces(other));
            (namesOthers ? shared : own).Add(condition);
        }
    }

    private BoundComparison BindEntry(MapEntrySyntax entry, BoundVariable variable, Scope scope)
    {
        var target = new BoundReference(variable, entry.Key.Span);
        var property = Expressions.BindPropertyOf(target, entry.Key, entry.Key.Span, scope);
        var value = Expressions.Bind(entry.Value, ExpressionPlace.WithoutAggregates(scope, InPattern));
        return Expressions.Compare(ComparisonOperator.Equal, property, value, entry.Span);
    }

    private BoundExpression BindCondition(ExpressionSyntax syntax, Scope scope) =>
        Expressions.BindCondition(syntax, ExpressionPlace.WithoutAggregates(scope, "WHERE"), "WHERE");

    private static Scope Whole(PatternNames names) =>
        names is QuantifiedNames quantified ? new PartScope(names.Scope, quantified.Outside.Scope) : names.Scope;

    private static PartScope PartOf(PatternNames names, IReadOnlySet<string> visible)
    {
        var part = names.Before.Extend();
        foreach (var name in visible)
        {
            if (names.Scope.Find(name) is FoundName found)
                part.Add(name, found.Variable);
        }

        return new PartScope(part, Whole(names));
    }

    private static HashSet<string> NamesOf(NameSyntax? name) => name is null ? [] : [name.Text];

    private static BoundExpression? Join(List<BoundExpression> conditions) =>
        conditions.Count == 0 ? null : ExpressionBinder.And(conditions, conditions[0].Span.Cover(conditions[^1].Span));
}
