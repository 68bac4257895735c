using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Declares the variables inside a quantified path: single inside, a list for each outside.</summary>
internal sealed class QuantifiedNames(BindingContext context, PatternNames outside)
    : PatternNames(context, outside.Before, PatternSite.Match)
{
    public PatternNames Outside => outside;

    /// <summary>Makes the lists, once everything inside is declared.</summary>
    public ImmutableArray<BoundGroupVariable> DeclareGroups() =>
        [.. Introduced.Where(variable => !variable.IsAnonymous).Select(DeclareGroup)];

    // A name from before cannot be repeated: it has one value only.
    protected override bool RefuseReuse(NameSyntax name, BoundVariable variable, StaticType type, string kind)
    {
        if (Introduces(variable))
            return base.RefuseReuse(name, variable, type, kind);

        Context.Diagnostics.AlreadyBound(name.Span, name.Text);
        return true;
    }

    private BoundGroupVariable DeclareGroup(BoundVariable inner)
    {
        var name = FirstMention(inner);
        if (outside.Scope.Find(inner.Name) is not FoundName)
            return new BoundGroupVariable(inner, outside.DeclareGroup(name, inner.Type));

        Context.Diagnostics.GroupVariableAsSingle(name.Span, inner.Name, inner.Type.Kind == TypeKind.Node ? "node" : "relation");
        return new BoundGroupVariable(inner, outside.IntroduceAnonymous(StaticType.ListOf(inner.Type)));
    }
}
