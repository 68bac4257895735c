using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>A property that elements may have, of the type that all of them share; ANY where types differ.</summary>
public sealed record CatalogProperty(string Name, StaticType Type, SchemaHints Hints);

/// <summary>A label that each end of a relation must have; null for any node.</summary>
public sealed record CatalogEndpoints(string? Source, string? Target);

/// <summary>
/// What a query may name: what the graph type declares and what the data contains. Never changes; safe for several threads.
/// </summary>
public sealed class GraphCatalog
{
    private readonly GraphStore? store;
    private readonly ElementShapes nodes;
    private readonly ElementShapes relations;
    private readonly EndpointIndex? endpoints;
    private readonly HashSet<string> labelSet;
    private readonly HashSet<string> relationTypeSet;

    private GraphCatalog(GraphType? type, GraphStore? store)
    {
        Type = type;
        this.store = store;
        nodes = CatalogBuilder.NodesOf(type, store);
        relations = CatalogBuilder.RelationsOf(type, store);
        endpoints = store is null ? null : new EndpointIndex(store);
        Labels = Merge(type?.Labels, store?.Labels);
        RelationTypes = Merge(type?.RelationTypes, store?.EdgeTables.Select(table => table.Type));
        labelSet = Labels.ToHashSet(StringComparer.Ordinal);
        relationTypeSet = RelationTypes.ToHashSet(StringComparer.Ordinal);
        PropertyKeys = Merge(
            nodes.GetProperties(null).Concat(relations.GetProperties(null)).Select(property => property.Name), store?.PropertyKeys);
    }

    public GraphType? Type { get; }

    /// <summary>Unknown names are errors; on an open graph they are warnings and match nothing.</summary>
    public bool IsClosed => Type is not null;

    /// <summary>Labels of nodes, in the order of the graph type, then ordinal.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>In the order of the graph type, then ordinal.</summary>
    public ImmutableArray<string> RelationTypes { get; }

    /// <summary>The keys of nodes and relations, in the order of the graph type, then ordinal.</summary>
    public ImmutableArray<string> PropertyKeys { get; }

    internal bool HasLabel(string name) => labelSet.Contains(name);

    internal bool HasRelationType(string name) => relationTypeSet.Contains(name);

    /// <summary>From a graph type (then the graph is closed), a store, or both.</summary>
    /// <exception cref="ArgumentException">Neither is given.</exception>
    public static GraphCatalog Create(GraphType? type, GraphStore? store)
    {
        if (type is null && store is null)
            throw new ArgumentException("A catalog needs a graph type or a store.");

        return new GraphCatalog(type, store);
    }

    /// <summary>The properties of the nodes that a condition admits, of all nodes where there is none.</summary>
    internal ImmutableArray<CatalogProperty> GetNodeProperties(LabelExpression? labels = null) => nodes.GetProperties(labels);

    public ImmutableArray<CatalogProperty> GetNodeProperties(string label) => nodes.GetProperties(new LabelName(label));

    /// <summary>The properties of the relations that a condition admits, of all relations where there is none.</summary>
    internal ImmutableArray<CatalogProperty> GetRelationProperties(LabelExpression? types = null) => relations.GetProperties(types);

    internal ImmutableArray<CatalogProperty> GetRelationProperties(string relationType) =>
        relations.GetProperties(new LabelName(relationType));

    /// <summary>The ends that the graph type allows for a relation type; none for one that only the data has.</summary>
    public ImmutableArray<CatalogEndpoints> GetEndpoints(string relationType) =>
    [
        .. from type in Type?.EdgeTypes ?? []
           where type.Label == relationType
           select new CatalogEndpoints(type.Source, type.Target),
    ];

    /// <summary>What the graph type says about a label.</summary>
    public SchemaHints GetLabelHints(string label) =>
        Type is not null && Type.TryGetNodeType(label, out var type) ? type.Hints : SchemaHints.None;

    /// <summary>What the graph type says about a relation type: the first of its edge types that says something.</summary>
    public SchemaHints GetRelationHints(string relationType) =>
        Type?.EdgeTypes.FirstOrDefault(type => type.Label == relationType && type.Hints.Description is not null)?.Hints ?? SchemaHints.None;

    /// <summary>False for conditions that contradict each other, as far as the graph type and the data tell.</summary>
    internal bool HasNodes(LabelExpression? labels) => nodes.AnyMatches(labels);

    internal bool HasRelations(LabelExpression? types) => relations.AnyMatches(types);

    internal CatalogProperty? FindNodeProperty(LabelExpression? labels, string name) => nodes.FindProperty(labels, name);

    internal CatalogProperty? FindRelationProperty(LabelExpression? types, string name) => relations.FindProperty(types, name);

    /// <summary>Whether the graph type allows, or the data has, a relation between such nodes.</summary>
    internal bool AllowsRelation(LabelExpression? types, LabelExpression? source, LabelExpression? target) =>
        IsDeclared(types, source, target) || IsStored(types, source, target);

    /// <summary>Whether the data has a relation between such nodes.</summary>
    internal bool HasStoredRelation(LabelExpression? types, LabelExpression? source, LabelExpression? target) =>
        IsStored(types, source, target);

    private bool IsDeclared(LabelExpression? types, LabelExpression? source, LabelExpression? target)
    {
        foreach (var type in Type?.EdgeTypes ?? [])
        {
            if ((types is null || types.MatchesOne(type.Label))
                && nodes.AnyMatches(source, type.Source)
                && nodes.AnyMatches(target, type.Target))
                return true;
        }

        return false;
    }

    private bool IsStored(LabelExpression? types, LabelExpression? source, LabelExpression? target) =>
        store is not null && endpoints is not null && store.EdgeTables.Any(table =>
            (types is null || types.MatchesOne(table.Type)) && endpoints.Contains(table, source, target));

    private static ImmutableArray<string> Merge(IEnumerable<string>? declared, IEnumerable<string>? stored)
    {
        var first = (declared ?? []).Distinct(StringComparer.Ordinal).ToList();
        return [.. first, .. (stored ?? []).Except(first, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
