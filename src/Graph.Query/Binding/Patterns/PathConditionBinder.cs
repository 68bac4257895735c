using System.Diagnostics;
using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>
/// Binds the conditions of a drafted path. What speaks of one element stays with it; what names other elements of the same MATCH
/// is handed to the whole.
/// </summary>
internal sealed class PathConditionBinder(BindingContext context)
{
    private const string InPattern = "a pattern";

    private ExpressionBinder Expressions => context.Expressions;

    /// <param name="shared">Receives the conditions that no single element can check.</param>
    public ImmutableArray<BoundPathElement> Bind(PathDraft path, List<BoundExpression> shared)
    {
        var work = new PathConditionDraft(path, shared);
        foreach (var condition in path.Conditions)
            BindPart(condition, work);
        var elements = path.Elements.Select(element => BindElement(element, work)).ToImmutableArray();
        foreach (var (left, right, span) in path.Identities)
            shared.Add(Expressions.Compare(
                ComparisonOperator.Equal, new BoundReference(left, span), new BoundReference(right, span), span));
        return elements;
    }

    // Of the WHERE of a part, what speaks of one element is checked where that element is met.
    private void BindPart(PartCondition condition, PathConditionDraft work)
    {
        var conjuncts = condition.Where is LogicalSyntax { Operator: LogicalOperator.And } and ? and.Operands : [condition.Where];
        foreach (var conjunct in conjuncts)
        {
            var scope = new RecordingScope(PartOf(work.Names, condition.Names));
            work.Add(BindCondition(conjunct, scope), scope.Mentioned);
        }
    }

    private BoundPathElement BindElement(ElementDraft draft, PathConditionDraft work) => draft switch
    {
        NodeDraft node => BindNode(node, work),
        EdgeDraft edge => BindEdge(edge, work),
        WalkDraft walk => BindWalk(walk, work),
        QuantifiedDraft quantified => BindQuantified(quantified),
        _ => throw new UnreachableException(),
    };

    private BoundNode BindNode(NodeDraft draft, PathConditionDraft work)
    {
        var variable = draft.Declared.Variable;
        var own = work.TakeOwn(variable);
        foreach (var pattern in draft.Patterns)
        {
            BindProperties(pattern.Properties, variable, work.Names, own, work.Shared);
            if (pattern.Where is not null)
                own.Add(BindCondition(pattern.Where, PartOf(work.Names, NamesOf(pattern.Variable))));
        }

        return new BoundNode(variable, draft.Labels, Join(own), draft.Declared.IsBound);
    }

    private BoundEdge BindEdge(EdgeDraft draft, PathConditionDraft work)
    {
        var syntax = draft.Syntax;
        var own = work.TakeOwn(draft.Declared.Variable);
        BindProperties(syntax.Properties, draft.Declared.Variable, work.Names, own, work.Shared);
        if (syntax.Where is not null)
            own.Add(BindCondition(syntax.Where, PartOf(work.Names, NamesOf(syntax.Variable))));
        return new BoundEdge(syntax.Direction, draft.Declared.Variable, draft.Types, Join(own), draft.Declared.IsBound);
    }

    private BoundVariableLengthEdge BindWalk(WalkDraft draft, PathConditionDraft work)
    {
        var syntax = draft.Syntax;
        var own = new List<BoundExpression>();
        var ofEachEdge = new List<BoundExpression>();
        BindProperties(syntax.Properties, draft.Edge, work.Names, own, ofEachEdge);
        foreach (var condition in ofEachEdge)
            work.Shared.Add(ForEach(draft, condition));
        if (syntax.Where is not null)
            own.Add(BindCondition(syntax.Where, new LocalScope(draft.Edge, PartOf(work.Names, NamesOf(null)))));

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

    private BoundExpression BindEntry(MapEntrySyntax entry, BoundVariable variable, Scope scope)
    {
        var target = new BoundReference(variable, entry.Key.Span);
        var property = Expressions.BindPropertyOf(target, entry.Key, entry.Key.Span, scope);
        var value = Expressions.Bind(entry.Value, ExpressionPlace.WithoutAggregates(scope, InPattern));
        if (ExpressionBinder.IsNullLiteral(value))
            context.Diagnostics.NullCompared(entry.Span, $"{(variable.IsAnonymous ? "n" : variable.Name)}.{entry.Key.Text} IS NULL");
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
