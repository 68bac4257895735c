namespace Graph.Query.Binding;

/// <summary>
/// ORDER BY, and WHERE after WITH, where grouping or DISTINCT has ended the old rows: the new names, and the columns that are
/// recognized keys under their old names.
/// </summary>
/// <param name="keys">Columns that are a variable or static access, with the column's variable.</param>
/// <param name="keyVariables">Variables that keys are made of: to name one of these is ambiguous, to name another is undefined.</param>
internal sealed class CollapsedScope(
    RowScope columns, RowScope input, IReadOnlyList<RecognizedKey> keys, IReadOnlySet<BoundVariable> keyVariables) : Scope
{
    public override IEnumerable<string> Names =>
        columns.Names.Concat(keys.Where(key => key.Path.Keys.Length == 0).Select(key => key.Path.Root));

    public override NameLookup Find(string name)
    {
        if (columns.Declares(name))
            return columns.Find(name);
        if (FindKey(name, []) is { } key)
            return new FoundName(key);

        return input.Find(name) is FoundName found && keyVariables.Contains(found.Variable) ? NameLookup.Ungrouped : columns.Find(name);
    }

    public override BoundVariable? FindKey(string root, ReadOnlySpan<string> path)
    {
        if (columns.Declares(root) && !keys.Any(key => key.Path.Is(root, []) && key.Variable.Name == root))
            return null;

        foreach (var key in keys)
        {
            if (key.Path.Is(root, path))
                return key.Variable;
        }

        return null;
    }

    public override LabelExpression? LabelsOf(BoundVariable variable) => columns.LabelsOf(variable);

    // In a subquery the names around it are seen beside the columns.
    public override void Mention(BoundVariable variable) => columns.Mention(variable);
}
