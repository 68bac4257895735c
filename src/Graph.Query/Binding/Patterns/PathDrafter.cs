using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>
/// Brings a path into the form in which nodes and steps take turns: adds the nodes that the text leaves out, joins the ones that
/// meet, dissolves parentheses that repeat nothing, and declares every variable.
/// </summary>
internal sealed class PathDrafter(BindingContext context)
{
    private BindingDiagnostics Diagnostics => context.Diagnostics;

    public PathDraft Draft(PathSyntax syntax, PatternNames names)
    {
        var path = new PathDraft(names);
        foreach (var element in syntax.Elements)
            Append(path, element, isWhole: syntax.Elements.Count == 1);
        EndWithNode(path);
        return path;
    }

    private void Append(PathDraft path, PathElementSyntax element, bool isWhole)
    {
        Preparation.Count();
        switch (element)
        {
            case NodePatternSyntax node:
                AppendNode(path, node);
                break;
            case RelationshipPatternSyntax relationship:
                EndWithNode(path);
                path.Elements.Add(DraftRelationship(relationship, path.Names));
                break;
            case ParenthesizedPathSyntax { Quantifier: null } part:
                Dissolve(path, part, isWhole);
                break;
            case ParenthesizedPathSyntax part:
                EndWithNode(path);
                path.Elements.Add(DraftQuantified(part, path.Names));
                break;
        }
    }

    private static void EndWithNode(PathDraft path)
    {
        if (path.Elements is not [.., NodeDraft])
            path.Elements.Add(new NodeDraft(path.Names.DeclareNode(null)));
    }

    private void AppendNode(PathDraft path, NodePatternSyntax syntax)
    {
        if (syntax is { Labels: null, Variable: { } name } && !path.Names.IsKnown(name) && context.Catalog.HasLabel(name.Text))
            context.Diagnostics.NamedLikeALabel(name.Span, name.Text, "label");
        if (path.Elements is [.., NodeDraft node])
            Meet(path, node, syntax.Variable);
        else
            path.Elements.Add(node = new NodeDraft(path.Names.DeclareNode(syntax.Variable)));

        node.Patterns.Add(syntax);
        if (syntax.Labels is not null)
            node.Labels = LabelExpressions.And(node.Labels, context.Labels.Bind(syntax.Labels, LabelSite.Node));
        path.Names.Scope.AddLabels(node.Declared.Variable, node.Labels);
    }

    private static void Meet(PathDraft path, NodeDraft node, NameSyntax? name)
    {
        var variable = node.Declared.Variable;
        if (name is null || name.Text == variable.Name)
            return;

        if (variable.IsAnonymous)
        {
            path.Names.Withdraw(variable);
            node.Declared = path.Names.DeclareNode(name);
        }
        else if (!path.Names.TryAlias(name, variable))
        {
            path.Identities.Add((variable, path.Names.DeclareNode(name).Variable, name.Span));
        }
    }

    private ElementDraft DraftRelationship(RelationshipPatternSyntax syntax, PatternNames names)
    {
        var types = syntax.Types is null ? null : context.Labels.Bind(syntax.Types, LabelSite.Relation);
        if (syntax is { Types: null, Variable: { } name } && !names.IsKnown(name) && context.Catalog.HasRelationType(name.Text))
            context.Diagnostics.NamedLikeALabel(name.Span, name.Text, "relation type");
        if (syntax.Quantifier is { } quantifier)
            return DraftQuantifiedEdge(syntax, quantifier, names, types);
        if (syntax.Length is { } length)
            return DraftVariableLength(syntax, length, names, types);

        var declared = names.DeclareEdge(syntax.Variable);
        names.Scope.AddLabels(declared.Variable, types);
        return new EdgeDraft(syntax, declared, types);
    }

    private WalkDraft DraftVariableLength(RelationshipPatternSyntax syntax, LengthSyntax length, PatternNames names, LabelExpression? types)
    {
        var edge = context.CreateAnonymous(StaticType.Edge);
        names.Scope.AddLabels(edge, types);
        return new WalkDraft(syntax, names.DeclareEdgeList(syntax.Variable), edge, types, length.Minimum ?? 1, length.Maximum);
    }

    private WalkDraft DraftQuantifiedEdge(
        RelationshipPatternSyntax syntax, QuantifierSyntax quantifier, PatternNames names, LabelExpression? types)
    {
        var list = new DeclaredVariable(names.DeclareGroup(syntax.Variable, StaticType.Edge), IsBound: false);
        var edge = syntax.Variable is { } name ? new BoundVariable(name.Text, StaticType.Edge) : context.CreateAnonymous(StaticType.Edge);
        names.Scope.AddLabels(edge, types);
        return new WalkDraft(syntax, list, edge, types, quantifier.Minimum, quantifier.Maximum);
    }

    private QuantifiedDraft DraftQuantified(ParenthesizedPathSyntax syntax, PatternNames names)
    {
        RefusePathVariable(syntax);
        var inside = new QuantifiedNames(context, names);
        var path = Draft(syntax.Path, inside);
        if (syntax.Where is not null)
            path.Conditions.Add(new PartCondition(syntax.Where, MentionedNames.Collect(syntax)));
        return new QuantifiedDraft(syntax, path, inside.DeclareGroups());
    }

    // Parentheses that repeat nothing hold a part of the same path.
    private void Dissolve(PathDraft path, ParenthesizedPathSyntax syntax, bool isWhole)
    {
        foreach (var element in syntax.Path.Elements)
            Append(path, element, isWhole: false);
        if (syntax.Where is not null)
            path.Conditions.Add(new PartCondition(syntax.Where, MentionedNames.Collect(syntax)));

        if (isWhole && syntax.Variable is not null && path.Names is not QuantifiedNames)
            path.Variable = path.Names.DeclareNew(syntax.Variable, StaticType.Path);
        else
            RefusePathVariable(syntax);
    }

    private void RefusePathVariable(ParenthesizedPathSyntax syntax)
    {
        if (syntax.Variable is { } variable)
            Diagnostics.UnsupportedSyntax(variable.Span, $"{variable.Text} =", "GQL", "name the whole path instead of a part of it");
    }
}
