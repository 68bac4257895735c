using System.Diagnostics.CodeAnalysis;

namespace Graph.Core;

/// <summary>
/// A schema: node types with label sets and properties, edge types with endpoints. Everything is resolved: label sets are
/// closed over implied labels, properties include inherited ones. Orders are those of the schema text.
/// </summary>
public sealed class GraphType
{
    private readonly Dictionary<string, NodeType> nodeTypes;

    public GraphType(string name, ImmutableArray<NodeType> nodeTypes, ImmutableArray<EdgeType> edgeTypes)
    {
        Name = name;
        NodeTypes = nodeTypes;
        EdgeTypes = edgeTypes;
        this.nodeTypes = nodeTypes.ToDictionary(type => type.KeyLabel, StringComparer.Ordinal);
        Labels = [.. nodeTypes.Select(type => type.KeyLabel).Concat(nodeTypes.SelectMany(type => type.Labels)).Distinct()];
        RelationTypes = [.. edgeTypes.Select(type => type.Label).Distinct()];
    }

    public string Name { get; }

    /// <summary>What the structured comment before the whole schema says; <c>@provenance</c> that facts tell how sure they are.</summary>
    public SchemaHints Hints { get; init; } = SchemaHints.None;

    /// <summary>All node types, abstract ones too.</summary>
    public ImmutableArray<NodeType> NodeTypes { get; }

    /// <summary>Several edge types may share a label: the same relation with other ends.</summary>
    public ImmutableArray<EdgeType> EdgeTypes { get; }

    /// <summary>Every label a node can carry, in schema order.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>The labels of the edge types, each once, in schema order.</summary>
    public ImmutableArray<string> RelationTypes { get; }

    public bool TryGetNodeType(string keyLabel, [NotNullWhen(true)] out NodeType? type) => nodeTypes.TryGetValue(keyLabel, out type);
}

/// <param name="Name">The name in front of the pattern, else the key label.</param>
/// <param name="KeyLabel">The label that the type is known by.</param>
/// <param name="Labels">The key label first, then all labels it implies.</param>
/// <param name="Properties">Own and inherited properties, inherited ones first.</param>
/// <param name="IsAbstract">No node has this type alone; it is a label only.</param>
public sealed record NodeType(
    string Name,
    string KeyLabel,
    ImmutableArray<string> Labels,
    ImmutableArray<PropertyDefinition> Properties,
    bool IsAbstract,
    SchemaHints Hints)
{
    public PropertyDefinition? FindProperty(string name) => Properties.FirstOrDefault(property => property.Name == name);
}

/// <param name="Source">The label that the source must have, or null for any node.</param>
/// <param name="Target">The label that the target must have, or null for any node.</param>
public sealed record EdgeType(
    string Name,
    string Label,
    string? Source,
    string? Target,
    ImmutableArray<PropertyDefinition> Properties,
    SchemaHints Hints);

public sealed record PropertyDefinition(string Name, PropertyType Type, SchemaHints Hints);

/// <summary>What the structured comments of a schema say of an element; never changes which data is valid.</summary>
public sealed record SchemaHints(string? Description, ImmutableArray<SchemaTag> Tags)
{
    public static readonly SchemaHints None = new(null, []);

    /// <summary>The value of a tag such as <c>caption</c>, or null.</summary>
    public string? this[string tag] => Tags.FirstOrDefault(candidate => candidate.Name == tag)?.Value;

    public bool Equals(SchemaHints? other) =>
        other is not null && Description == other.Description && Tags.AsSpan().SequenceEqual(other.Tags.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Description, Tags.Length);
}

public sealed record SchemaTag(string Name, string Value);
