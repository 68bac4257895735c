namespace Graph.Query.Binding;

/// <summary>ORDER BY, and WHERE after WITH: the new names first, then the old ones.</summary>
internal sealed class ProjectedScope(RowScope columns, RowScope input) : Scope
{
    public override IEnumerable<string> Names => columns.Names.Concat(input.Names);

    public override NameLookup Find(string name) => columns.Declares(name) ? columns.Find(name) : input.Find(name);

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path) =>
        columns.Declares(root) ? null : input.FindKey(root, path);

    public override LabelExpression? LabelsOf(BoundVariable variable) => columns.LabelsOf(variable) ?? input.LabelsOf(variable);

    public override void Mention(BoundVariable variable)
    {
        if (!columns.Contains(variable))
            input.Mention(variable);
    }
}
