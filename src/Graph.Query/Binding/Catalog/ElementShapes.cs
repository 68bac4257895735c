namespace Graph.Query.Binding;

/// <summary>Labels that occur together, or one relation type, and the properties that such elements can have.</summary>
internal sealed record ElementShape(ImmutableArray<string> Labels, ImmutableArray<CatalogProperty> Properties)
{
    public CatalogProperty? FindProperty(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name == name)
                return property;
        }

        return null;
    }
}

/// <summary>Every shape that the graph type declares or the data has, those of the graph type first.</summary>
internal sealed class ElementShapes(ImmutableArray<ElementShape> shapes)
{
    /// <summary>The shapes that a condition on labels admits.</summary>
    public IEnumerable<ElementShape> Matching(LabelExpression? labels) =>
        labels is null ? shapes : shapes.Where(shape => labels.Matches(shape.Labels));

    public bool AnyMatches(LabelExpression? labels) => Matching(labels).Any();

    /// <summary>A property of the elements that a condition admits, of the type that all share; null where none has it.</summary>
    public CatalogProperty? FindProperty(LabelExpression? labels, string name)
    {
        CatalogProperty? found = null;
        foreach (var shape in shapes)
        {
            if (labels is null || labels.Matches(shape.Labels))
                found = Merge(found, shape.FindProperty(name));
        }

        return found;
    }

    /// <summary>All properties of the elements that a condition admits, each once, in the order they are met.</summary>
    public ImmutableArray<CatalogProperty> GetProperties(LabelExpression? labels)
    {
        var properties = Matching(labels).SelectMany(shape => shape.Properties);
        var names = properties.Select(property => property.Name).Distinct(StringComparer.Ordinal);
        return [.. names.Select(name => FindProperty(labels, name)!)];
    }

    private static CatalogProperty? Merge(CatalogProperty? left, CatalogProperty? right)
    {
        if (left is null || right is null)
            return left ?? right;

        return left with { Type = TypeLattice.Join(left.Type, right.Type) };
    }
}
