namespace Graph.Query.Binding;

/// <summary>Inside a column with an aggregate, but outside the aggregate: only the recognized keys are seen.</summary>
internal sealed class GroupedScope(GroupingBuilder grouping) : Scope
{
    public override IEnumerable<string> Names => grouping.Input.Names;

    public override NameLookup Find(string name)
    {
        if (FindKey(name, []) is { } key)
            return new FoundName(key);

        var lookup = grouping.Input.Find(name);
        return lookup is FoundName ? NameLookup.Ungrouped : lookup;
    }

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path)
    {
        foreach (var key in grouping.Recognized)
        {
            if (key.Path.Is(root, path))
                return key.Variable;
        }

        return null;
    }

    public override LabelExpression? LabelsOf(BoundVariable variable)
    {
        var origin = grouping.Recognized.FirstOrDefault(key => key.Variable == variable)?.Origin;
        return origin is null ? null : grouping.Input.LabelsOf(origin);
    }

    // Keys belong to the grouping, and nothing else is found here.
    public override void Mention(BoundVariable variable)
    {
    }
}
