namespace Graph.Generator.CodeModel;

/// <summary>A graph type with the C# name of everything in it.</summary>
/// <param name="Name">What the names of the schema, lookup and builder classes begin with.</param>
internal sealed record GraphModel(
    string Namespace, string Name, GraphType Type, SourceText Schema, ImmutableArray<LabelModel> Labels, ImmutableArray<EdgeModel> Edges);

/// <summary>A label, which becomes a struct.</summary>
/// <param name="NodeType">The type keyed by the label; null for a label that is only implied.</param>
/// <param name="IsShared">Other types carry the label too, so it becomes an interface as well.</param>
/// <param name="Properties">What all types with the label have with the same type.</param>
/// <param name="Plural">The name of the set of all its nodes.</param>
/// <param name="Find">The name of the look-up by key, where there is one.</param>
/// <param name="FindByCaption">The name of the look-up by caption, where there is one.</param>
/// <param name="NodesField">Where the nodes are found in a store.</param>
/// <param name="KeysField">Where the keys are found in a store.</param>
internal sealed record LabelModel(
    string Label,
    string Name,
    NodeType? NodeType,
    bool IsShared,
    ImmutableArray<PropertyModel> Properties,
    string Plural,
    string Find,
    string FindByCaption,
    string NodesField,
    string KeysField)
{
    public string InterfaceName => $"I{Name}";

    public string? Description => NodeType?.Hints.Description;

    /// <summary>Nodes can have exactly this type.</summary>
    public bool IsConcrete => NodeType is { IsAbstract: false };

    public PropertyModel? Key => FindTagged("key");

    /// <summary>A key by which nodes can be looked up.</summary>
    public PropertyModel? LookupKey =>
        Key is { Type: { Scalar: ScalarType.String or ScalarType.Integer, IsList: false } } key ? key : null;

    /// <summary>A caption by which nodes can be looked up, unless it is the key.</summary>
    public PropertyModel? TextCaption =>
        Caption is { Type: { Scalar: ScalarType.String, IsList: false } } caption && caption != LookupKey ? caption : null;

    public PropertyModel? Caption => FindTagged("caption");

    private PropertyModel? FindTagged(string tag) =>
        Properties.FirstOrDefault(property => NodeType?.Hints[tag] == property.Definition.Name);
}

/// <param name="Name">As a member of its type.</param>
/// <param name="Parameter">As a parameter of the builder.</param>
/// <param name="Field">Where it is found in a store.</param>
internal sealed record PropertyModel(PropertyDefinition Definition, string Name, string Parameter, string Field)
{
    public PropertyType Type => Definition.Type;
}

/// <summary>An edge type, which becomes a struct and two traversals.</summary>
/// <param name="Name">Of the struct, and of the traversal from source to target without its ending.</param>
/// <param name="Inverse">Of the traversal against the direction.</param>
/// <param name="Source">Null for any node.</param>
/// <param name="Target">Null for any node.</param>
/// <param name="Plural">The name of the set of all its edges.</param>
/// <param name="OutgoingField">Where its edges are found in a store, by source.</param>
/// <param name="IncomingField">Where its edges are found in a store, by target.</param>
internal sealed record EdgeModel(
    EdgeType Type,
    string Name,
    string Inverse,
    LabelModel? Source,
    LabelModel? Target,
    ImmutableArray<PropertyModel> Properties,
    string Plural,
    string OutgoingField,
    string IncomingField)
{
    public string StructName => $"{Name}Edge";

    public string? Description => Type.Hints.Description;
}
