namespace Graph.Query.Binding;

/// <summary>Inside a part of a pattern: sees the part and what was there before, not the rest of the MATCH.</summary>
internal sealed class PartScope(Scope visible, Scope whole) : NestedScope(visible)
{
    public override NameLookup Find(string name)
    {
        var lookup = Parent.Find(name);
        return lookup is not FoundName && whole.Find(name) is FoundName or OutsideElementName ? NameLookup.OutsideElement : lookup;
    }

    public override LabelExpression? LabelsOf(BoundVariable variable) => Parent.LabelsOf(variable) ?? whole.LabelsOf(variable);
}
