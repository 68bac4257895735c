using System.Diagnostics;
using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>What a label expression is about.</summary>
internal enum LabelSite
{
    Node,
    Relation,

    /// <summary>A label test on a value that may be a node or a relation.</summary>
    Either,
}

/// <summary>Label expressions, with a diagnostic for each name that the graph does not have.</summary>
internal sealed class LabelBinder(BindingContext context)
{
    public LabelExpression Bind(LabelExpressionSyntax syntax, LabelSite site)
    {
        Preparation.Count();
        return BindKind(syntax, site);
    }

    private LabelExpression BindKind(LabelExpressionSyntax syntax, LabelSite site) => syntax switch
    {
        LabelNameSyntax name => BindName(name.Name, site),
        LabelWildcardSyntax => new AnyLabel(),
        LabelNotSyntax not => new LabelNot(Bind(not.Operand, site)),
        LabelAndSyntax and => new LabelAnd([.. and.Operands.Select(operand => Bind(operand, site))]),
        LabelOrSyntax or => new LabelOr([.. or.Operands.Select(operand => Bind(operand, site))]),
        _ => throw new UnreachableException(),
    };

    private LabelName BindName(NameSyntax name, LabelSite site)
    {
        var catalog = context.Catalog;
        var isLabel = catalog.HasLabel(name.Text);
        var isType = catalog.HasRelationType(name.Text);
        switch (site)
        {
            case LabelSite.Node when !isLabel:
                context.Diagnostics.UnknownLabel(name.Span, name.Text, catalog);
                break;
            case LabelSite.Relation when !isType:
                context.Diagnostics.UnknownRelationType(name.Span, name.Text, catalog);
                break;
            case LabelSite.Either when !isLabel && !isType:
                context.Diagnostics.UnknownLabelOrType(name.Span, name.Text, catalog);
                break;
        }

        return new LabelName(name.Text);
    }
}
