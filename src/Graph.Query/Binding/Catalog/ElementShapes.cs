using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Labels that occur together, or one relation type, and the properties that such elements can have.</summary>
internal sealed record ElementShape(ImmutableArray<string> Labels, ImmutableArray<CatalogProperty> Properties);

/// <summary>Every shape that the graph type declares or the data has, those of the graph type first.</summary>
internal sealed class ElementShapes
{
    private readonly ImmutableArray<ElementShape> shapes;
    private readonly Dictionary<string, List<(ElementShape Shape, CatalogProperty Property)>> byProperty = new(StringComparer.Ordinal);

    public ElementShapes(ImmutableArray<ElementShape> shapes)
    {
        this.shapes = shapes;
        foreach (var shape in shapes)
        {
            foreach (var property in shape.Properties)
            {
                if (!byProperty.TryGetValue(property.Name, out var owners))
                    byProperty.Add(property.Name, owners = []);
                owners.Add((shape, property));
            }
        }
    }

    /// <summary>Whether there are elements that a condition on labels admits.</summary>
    public bool AnyMatches(LabelExpression? labels) => AnyMatches(labels, label: null);

    /// <summary>Whether there are elements with a label, or any label where it is null, that a condition admits.</summary>
    public bool AnyMatches(LabelExpression? labels, string? label)
    {
        foreach (var shape in shapes)
        {
            if ((label is null || shape.Labels.Contains(label)) && (labels is null || labels.Matches(shape.Labels)))
                return true;
        }

        return false;
    }

    /// <summary>A property of the elements that a condition admits, of the type that all share; null where none has it.</summary>
    public CatalogProperty? FindProperty(LabelExpression? labels, string name)
    {
        CatalogProperty? found = null;
        foreach (var (shape, property) in byProperty.TryGetValue(name, out var owners) ? owners : [])
        {
            if (labels is null || labels.Matches(shape.Labels))
                found = Merge(found, property);
        }

        return found;
    }

    /// <summary>All properties of the elements that a condition admits, each once, in the order they are met.</summary>
    public ImmutableArray<CatalogProperty> GetProperties(LabelExpression? labels)
    {
        var properties = new OrderedDictionary<string, CatalogProperty>(StringComparer.Ordinal);
        foreach (var property in Matching(labels).SelectMany(shape => shape.Properties))
            properties[property.Name] = Merge(properties.GetValueOrDefault(property.Name), property);
        return [.. properties.Values];
    }

    private IEnumerable<ElementShape> Matching(LabelExpression? labels) =>
        labels is null ? shapes : shapes.Where(shape => labels.Matches(shape.Labels));

    private static CatalogProperty Merge(CatalogProperty? known, CatalogProperty other)
    {
        if (known is null)
            return other;

        var type = TypeLattice.Join(known.Type, other.Type);
        return type == known.Type ? known : known with { Type = type };
    }
}
