using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Generator.Shapes;

/// <summary>The types of properties where the query reaches them in a way that the binder does not follow.</summary>
internal sealed class ElementProperties(GraphType type)
{
    private readonly GraphCatalog catalog = GraphCatalog.Create(type, store: null);

    /// <summary>What all elements that can have the property have; ANY where they differ, or where it is nobody's.</summary>
    /// <param name="labels">Those that a node has.</param>
    public StaticType GetType(TypeKind element, ImmutableArray<string> labels, string key)
    {
        var property = element == TypeKind.Node
            ? catalog.FindNodeProperty(labels.IsEmpty ? null : new LabelAnd([.. labels.Select(label => new LabelName(label))]), key)
            : catalog.FindRelationProperty(types: null, key);
        return property?.Type ?? StaticType.Any;
    }
}
