using Graph.Query.Schema;

namespace Graph.Generator.CodeModel;

/// <summary>Decides what everything in a graph type is called in C#.</summary>
internal static class GraphModelBuilder
{
    private static readonly string[] RecordMembers =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "Deconstruct", "ReferenceEquals", "PrintMembers", "Clone", "EqualityContract"];

    /// <summary>Members that every struct of a node has; a property of the same name gets an ending.</summary>
    private static readonly string[] NodeMembers = [.. RecordMembers, "Store", "NodeId", "Label", "At", "TryAs", "Evidence", "LabelTest"];

    private static readonly string[] EdgeMembers =
    [
        .. RecordMembers, "Store", "EdgeId", "RelationType", "SourceLabel", "TargetLabel", "At", "Source", "Target",
        "Evidence", "Quote", "Sentence",
    ];

    public static GraphModel Build(GraphType type, SourceText schema, string @namespace)
    {
        var labels = BuildLabels(type);
        return new GraphModel(@namespace, CSharpNames.ToPascalCase(type.Name), type, schema, labels, BuildEdges(type, labels));
    }

    private static ImmutableArray<LabelModel> BuildLabels(GraphType type)
    {
        var structs = new NameTable([
            .. GeneratedNames.Imported,
            .. GeneratedNames.Of(CSharpNames.ToPascalCase(type.Name)),
            .. NodeMembers
        ]);
        var sets = new NameTable("Store", "Equals", "GetHashCode", "GetType", "ToString", "Deconstruct");
        return [.. type.Labels.Select(label => BuildLabel(type, label, structs, sets))];
    }

    private static LabelModel BuildLabel(GraphType type, string label, NameTable structs, NameTable sets)
    {
        var nodeType = type.TryGetNodeType(label, out var found) ? found : null;
        var name = CSharpNames.ToPascalCase(nodeType?.Name ?? label);
        var isShared = type.NodeTypes.Any(other => other.KeyLabel != label && other.Labels.Contains(label));
        name = structs.TakeWith(isShared ? taken => [taken, $"I{taken}"] : taken => [taken], name, $"{name}Node");
        var plural = nodeType?.Hints["plural"] is { Length: > 0 } word ? CSharpNames.ToPascalCase(word) : $"{name}Nodes";
        return new LabelModel(
            label,
            name,
            nodeType,
            isShared,
            BuildProperties(GetSharedProperties(type, label), [name, .. NodeMembers], ["builder", "item"]),
            sets.Take(plural, $"{plural}Nodes"));
    }

    /// <summary>The properties that all concrete types with a label have with the same type; nullable if one of them says so.</summary>
    private static IEnumerable<PropertyDefinition> GetSharedProperties(GraphType type, string label)
    {
        var carriers = type.NodeTypes.Where(node => node.Labels.Contains(label) && !node.IsAbstract).ToList();
        if (carriers.Count == 0)
            carriers = [.. type.NodeTypes.Where(node => node.Labels.Contains(label))];
        foreach (var property in carriers[0].Properties)
        {
            var all = carriers.Select(carrier => carrier.FindProperty(property.Name)).ToList();
            if (all.All(other => other?.Type.Name == property.Type.Name))
                yield return property with { Type = property.Type with { IsNotNull = all.All(other => other!.Type.IsNotNull) } };
        }
    }

    private static ImmutableArray<PropertyModel> BuildProperties(
        IEnumerable<PropertyDefinition> properties, IEnumerable<string> members, IEnumerable<string> parameters)
    {
        var memberNames = new NameTable(members);
        var parameterNames = new NameTable(parameters);
        return [.. properties.Select(Build)];

        PropertyModel Build(PropertyDefinition property)
        {
            var name = CSharpNames.ToPascalCase(property.Name);
            var parameter = CSharpNames.ToCamelCase(property.Name);
            return new PropertyModel(
                property, memberNames.Take(name, $"{name}Value"), parameterNames.Take(parameter, $"{parameter.TrimStart('@')}Value"));
        }
    }

    private static ImmutableArray<EdgeModel> BuildEdges(GraphType type, ImmutableArray<LabelModel> labels)
    {
        var structs = new NameTable([.. GetEdgeNames(labels), .. RecordMembers]);
        var forward = type.EdgeTypes.Select(edge => structs.Take(GetNameCandidates(type, edge))).ToList();

        // Every traversal has one name in the whole schema, as C# cannot tell methods apart by their constraints.
        var traversals = new NameTable([.. forward, .. RecordMembers]);
        var inverse = type.EdgeTypes.Select((edge, i) => traversals.Take(GetInverseCandidates(type, edge, forward[i]))).ToList();
        return [.. type.EdgeTypes.Select((edge, i) => BuildEdge(edge, forward[i], inverse[i], labels))];
    }

    /// <summary>The names of edges whose structs would be called as something else is.</summary>
    private static IEnumerable<string> GetEdgeNames(ImmutableArray<LabelModel> labels) => labels
        .SelectMany(label => new[] { label.Name, label.InterfaceName })
        .Concat(GeneratedNames.Imported)
        .Where(name => name.EndsWith("Edge", StringComparison.Ordinal))
        .Select(name => name[..^"Edge".Length]);

    /// <summary>The name in front of the pattern, else the label; where several types share it, with the label at the other end.</summary>
    private static IReadOnlyList<string> GetNameCandidates(GraphType type, EdgeType edge)
    {
        var name = CSharpNames.ToPascalCase(edge.Name);
        var (source, target) = (GetEndName(edge.Source), GetEndName(edge.Target));
        var isShared = type.EdgeTypes.Count(other => other.Name == edge.Name) > 1;
        return isShared ? [$"{name}{target}", $"{source}{name}{target}"] : [name, $"{name}{target}", $"{source}{name}{target}"];
    }

    private static IReadOnlyList<string> GetInverseCandidates(GraphType type, EdgeType edge, string forward)
    {
        var source = GetEndName(edge.Source);
        if (edge.Hints["inverse"] is not { Length: > 0 } inverse)
            return [$"{forward}From", $"{forward}From{source}"];
        var name = CSharpNames.ToPascalCase(inverse);
        var isShared = type.EdgeTypes.Count(other => other.Hints["inverse"] == inverse) > 1;
        return isShared ? [$"{name}{source}", $"{forward}From{source}"] : [name, $"{name}{source}", $"{forward}From"];
    }

    private static string GetEndName(string? label) => label is null ? "Any" : CSharpNames.ToPascalCase(label);

    private static LabelModel? FindLabel(ImmutableArray<LabelModel> labels, string? label) =>
        labels.FirstOrDefault(model => model.Label == label);

    private static EdgeModel BuildEdge(EdgeType edge, string name, string inverse, ImmutableArray<LabelModel> labels) => new(
        edge,
        name,
        inverse,
        FindLabel(labels, edge.Source),
        FindLabel(labels, edge.Target),
        BuildProperties(edge.Properties, [$"{name}Edge", .. EdgeMembers], ["source", "target", "evidence", "builder", "item"]));
}
