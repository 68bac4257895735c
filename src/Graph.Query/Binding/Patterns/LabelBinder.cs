using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>What a label expression is about.</summary>
internal enum LabelSite
{
    Node,
    Relation,

    /// <summary>A relation with a length in the brackets, which takes openCypher's forms only.</summary>
    VariableLength,

    /// <summary>A label test on a value that may be a node or a relation.</summary>
    Either,
}

/// <summary>Label expressions: that the names are known, and that openCypher's forms and GQL's are not mixed.</summary>
internal sealed class LabelBinder(BindingContext context)
{
    public LabelExpression Bind(LabelExpressionSyntax syntax, LabelSite site)
    {
        CheckForm(syntax, site);
        return BindExpression(syntax, site);
    }

    private LabelExpression BindExpression(LabelExpressionSyntax syntax, LabelSite site) => syntax switch
    {
        LabelNameSyntax name => BindName(name.Name, site),
        LabelWildcardSyntax => new AnyLabel(),
        LabelNotSyntax not => new LabelNot(BindExpression(not.Operand, site)),
        LabelAndSyntax and => new LabelAnd([.. and.Operands.Select(operand => BindExpression(operand, site))]),
        LabelOrSyntax or => new LabelOr([.. or.Operands.Select(operand => BindExpression(operand, site))]),
        _ => throw new InvalidOperationException($"Unknown label expression {syntax.GetType().Name}."),
    };

    private LabelName BindName(NameSyntax name, LabelSite site)
    {
        var catalog = context.Catalog;
        var isLabel = catalog.Labels.Contains(name.Text);
        var isType = catalog.RelationTypes.Contains(name.Text);
        switch (site)
        {
            case LabelSite.Node when !isLabel:
                context.Diagnostics.UnknownLabel(name.Span, name.Text, catalog);
                break;
            case LabelSite.Relation or LabelSite.VariableLength when !isType:
                context.Diagnostics.UnknownRelationType(name.Span, name.Text, catalog);
                break;
            case LabelSite.Either when !isLabel && !isType:
                context.Diagnostics.UnknownLabelOrType(name.Span, name.Text, catalog);
                break;
        }

        return new LabelName(name.Text);
    }

    private void CheckForm(LabelExpressionSyntax syntax, LabelSite site)
    {
        var isRelation = site is LabelSite.Relation or LabelSite.VariableLength;
        if (syntax is LabelAndSyntax { Colons: true } && isRelation)
            context.Diagnostics.SeveralTypes(syntax.Span);
        else if (HasColons(syntax) && (HasGqlForm(syntax) || syntax is LabelOrSyntax { Colons: true } && !isRelation || IsNested(syntax)))
            context.Diagnostics.MixedLabelForms(syntax.Span, $":{context.Source.GetText(syntax.Span)}", $":{LabelExpressions.Format(Plain(syntax))}");
        else if (site == LabelSite.VariableLength && HasGqlForm(syntax))
            context.Diagnostics.MixedLabelForms(syntax.Span, "*", "{1,3} after the arrow");
    }

    private static LabelExpression Plain(LabelExpressionSyntax syntax) => syntax switch
    {
        LabelNameSyntax name => new LabelName(name.Name.Text),
        LabelNotSyntax not => new LabelNot(Plain(not.Operand)),
        LabelAndSyntax and => new LabelAnd([.. and.Operands.Select(Plain)]),
        LabelOrSyntax or => new LabelOr([.. or.Operands.Select(Plain)]),
        _ => new AnyLabel(),
    };

    private static bool HasColons(LabelExpressionSyntax syntax) => syntax switch
    {
        LabelAndSyntax and => and.Colons || and.Operands.Any(HasColons),
        LabelOrSyntax or => or.Colons || or.Operands.Any(HasColons),
        LabelNotSyntax not => HasColons(not.Operand),
        _ => false,
    };

    private static bool HasGqlForm(LabelExpressionSyntax syntax) => syntax switch
    {
        LabelAndSyntax and => !and.Colons || and.Operands.Any(HasGqlForm),
        LabelOrSyntax or => or.Operands.Any(HasGqlForm),
        LabelNotSyntax or LabelWildcardSyntax => true,
        _ => false,
    };

    private static bool IsNested(LabelExpressionSyntax syntax) => syntax switch
    {
        LabelAndSyntax and => and.Operands.Any(operand => operand is not LabelNameSyntax),
        LabelOrSyntax or => or.Operands.Any(operand => operand is not LabelNameSyntax),
        _ => false,
    };
}
