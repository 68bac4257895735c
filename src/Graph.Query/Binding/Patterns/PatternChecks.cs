using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>Rules over whole patterns: selectors, and relations that the graph type does not allow.</summary>
internal sealed class PatternChecks(BindingContext context)
{
    public void Check(SyntaxList<PatternSyntax> patterns, List<PathDraft> drafts, MatchMode mode)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (mode == MatchMode.DifferentEdges && patterns[i].Prefix is { Selector: not PathSelectorKind.All } prefix)
                CheckAlone(prefix, drafts, i);
            CheckNodes(drafts[i]);
            CheckRelations(drafts[i]);
        }
    }

    // Labels that no node has together, also where two patterns or clauses name them.
    private void CheckNodes(PathDraft draft)
    {
        var catalog = context.Catalog;
        for (var i = 0; i < draft.Elements.Count && catalog.IsClosed; i++)
        {
            if (draft.Elements[i] is NodeDraft { Labels: not null } node
                && LabelsAt(draft, i) is { } labels
                && IsKnown(labels, catalog.HasLabel)
                && !catalog.HasNodes(labels))
                context.Diagnostics.ImpossibleNode(node.Patterns[^1].Span, labels);
        }
    }

    // Which edges are different depends on the choice, and the choice on which edges are different.
    private void CheckAlone(PathPrefixSyntax prefix, List<PathDraft> drafts, int index)
    {
        if (drafts.Where((draft, i) => i != index && draft.Elements.Count > 1).Any())
            context.Diagnostics.SelectiveNotAlone(prefix.Span, context.Source.GetText(prefix.Span));
    }

    private void CheckRelations(PathDraft draft)
    {
        for (var i = 1; i < draft.Elements.Count - 1; i += 2)
        {
            var (before, after) = (LabelsAt(draft, i - 1), LabelsAt(draft, i + 1));
            switch (draft.Elements[i])
            {
                case EdgeDraft edge:
                    CheckRelation(edge.Syntax, edge.Types, before, after);
                    break;
                case WalkDraft { Minimum: > 0 } walk:
                    CheckRelation(walk.Syntax, walk.Types, before, walk.Maximum == 1 ? after : null);
                    CheckRelation(walk.Syntax, walk.Types, walk.Maximum == 1 ? before : null, after);
                    break;
                case QuantifiedDraft quantified:
                    CheckRelations(quantified.Path);
                    break;
            }
        }
    }

    private void CheckRelation(RelationshipPatternSyntax syntax, LabelExpression? types, LabelExpression? before, LabelExpression? after)
    {
        var catalog = context.Catalog;
        if (types?.IsImpossibleForOne() is true)
            context.Diagnostics.ImpossibleRelation(syntax.Span, types, null, null);
        var isKnown = IsKnown(types, catalog.HasRelationType) && IsKnown(before, catalog.HasLabel) && IsKnown(after, catalog.HasLabel);
        if (!catalog.IsClosed || !isKnown)
            return;

        var (source, target) = syntax.Direction == EdgeDirection.Left ? (after, before) : (before, after);
        var isAllowed = catalog.AllowsRelation(types, source, target)
            || (syntax.Direction == EdgeDirection.Both && catalog.AllowsRelation(types, target, source));
        if (!isAllowed)
            context.Diagnostics.ImpossibleRelation(syntax.Span, types, source, target);
    }

    private static LabelExpression? LabelsAt(PathDraft draft, int index) =>
        draft.Elements[index] is NodeDraft node ? draft.Names.Scope.LabelsOf(node.Declared.Variable) : null;

    // An unknown name has a diagnostic of its own.
    private static bool IsKnown(LabelExpression? labels, Func<string, bool> isKnown) => labels switch
    {
        LabelName name => isKnown(name.Name),
        LabelNot not => IsKnown(not.Operand, isKnown),
        LabelAnd and => and.Operands.All(operand => IsKnown(operand, isKnown)),
        LabelOr or => or.Operands.All(operand => IsKnown(operand, isKnown)),
        _ => true,
    };
}
