using Graph.Query.Schema;

namespace Graph.Generator.CodeModel;

/// <summary>Decides what everything in a graph type is called in C#.</summary>
internal static class GraphModelBuilder
{
    private static readonly string[] RecordMembers =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "Deconstruct", "ReferenceEquals", "PrintMembers",
            "Clone", "EqualityContract"];

    /// <summary>Members that every struct of a node has; a property of the same name gets an ending.</summary>
    private static readonly string[] NodeMembers = [.. RecordMembers, "Store", "NodeId", "Label", "At", "TryAs", "Evidence", "LabelTest",
        "NoGraph"];

    private static readonly string[] EdgeMembers =
    [
        .. RecordMembers, "Store", "EdgeId", "RelationType", "SourceLabel", "TargetLabel", "At", "Source", "Target",
        "Evidence", "Quote", "Sentence", "NoGraph",
    ];

    /// <summary>Members of the class of a graph that look nodes up or come from its base, beside the sets of its nodes and edges.</summary>
    private static readonly string[] GraphMembers =
    [
        "Store", "Engine", "ToQuikGraph", "Dispose", "Open", "Load", "Equals", "GetHashCode", "GetType", "ToString",
        "MemberwiseClone", "Finalize", "ReferenceEquals",
    ];

    public static GraphModel Build(GraphType type, SourceText schema, string @namespace, ImmutableArray<int> declaredCounts)
    {
        var name = CSharpNames.ToPascalCase(type.Name);
        var fields = new NameTable([.. RecordMembers, .. GeneratedNames.Imported, GeneratedNames.Binding(name), "Of", "AllNodes"]);
        var members = new NameTable([.. GraphMembers, GeneratedNames.Graph(name)]);
        var labels = BuildLabels(type, members, fields);
        return new GraphModel(@namespace, name, type, schema, labels, BuildEdges(type, labels, members, fields, declaredCounts));
    }

    private static ImmutableArray<LabelModel> BuildLabels(GraphType type, NameTable members, NameTable fields)
    {
        var structs = new NameTable([
            .. GeneratedNames.Imported,
            .. GeneratedNames.Of(CSharpNames.ToPascalCase(type.Name)),
            .. NodeMembers
        ]);
        return [.. type.Labels.Select(label => BuildLabel(type, label, structs, members, fields))];
    }

    private static LabelModel BuildLabel(GraphType type, string label, NameTable structs, NameTable members, NameTable fields)
    {
        var nodeType = type.TryGetNodeType(label, out var found) ? found : null;
        var name = CSharpNames.ToPascalCase(nodeType?.Name ?? label);
        var isShared = type.NodeTypes.Any(other => other.KeyLabel != label && other.Labels.Contains(label));
        name = structs.TakeWith(isShared ? taken => [taken, $"I{taken}"] : taken => [taken], name, $"{name}Node");
        var plural = nodeType?.Hints["plural"] is { Length: > 0 } word ? CSharpNames.ToPascalCase(word) : $"{name}Nodes";
        plural = members.Take(plural, $"{plural}Nodes");
        var caption = CSharpNames.ToPascalCase(nodeType?.Hints["caption"] ?? "Caption");
        return new LabelModel(
            label,
            name,
            nodeType,
            isShared,
            BuildProperties(
                GetSharedProperties(type, label), name, [name, GetBinding(type), .. NodeMembers], ["builder", "building", "item"], fields),
            plural,
            members.Take($"Find{name}", $"Find{name}Node"),
            members.Take($"Find{plural}By{caption}", $"Find{plural}ByText"),
            fields.Take($"{name}Nodes"),
            fields.Take($"{name}Keys"));
    }

    private static string GetBinding(GraphType type) => GeneratedNames.Binding(CSharpNames.ToPascalCase(type.Name));

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
        IEnumerable<PropertyDefinition> properties, string owner, IEnumerable<string> members, IEnumerable<string> parameters,
        NameTable fields)
    {
        var memberNames = new NameTable(members);
        var parameterNames = new NameTable(parameters);
        return [.. properties.Select(Build)];

        PropertyModel Build(PropertyDefinition property)
        {
            var name = CSharpNames.ToPascalCase(property.Name);
            var parameter = CSharpNames.ToCamelCase(property.Name);
            name = memberNames.Take(name, $"{name}Value");
            return new PropertyModel(
                property, name, parameterNames.Take(parameter, $"{parameter.TrimStart('@')}Value"),
                fields.Take($"{owner}{name.TrimStart('@')}"));
        }
    }

    private static ImmutableArray<EdgeModel> BuildEdges(
        GraphType type, ImmutableArray<LabelModel> labels, NameTable members, NameTable fields, ImmutableArray<int> declaredCounts)
    {
        var structs = new NameTable([.. GetEdgeNames(labels), GetBinding(type), .. RecordMembers]);
        var forward = type.EdgeTypes.Select(edge => structs.Take(GetNameCandidates(type, edge))).ToList();

        // Every traversal has one name in the whole schema, as C# cannot tell methods apart by their constraints.
        var traversals = new NameTable([.. forward, GetBinding(type), .. RecordMembers]);
        var inverse = type.EdgeTypes.Select((edge, i) => traversals.Take(GetInverseCandidates(type, edge, forward[i]))).ToList();
        return [.. type.EdgeTypes.Select((edge, i) => BuildEdge(edge, i, forward[i], inverse[i]))];

        EdgeModel BuildEdge(EdgeType edge, int index, string name, string inverse) => new(
            edge,
            name,
            inverse,
            FindLabel(labels, edge.Source),
            FindLabel(labels, edge.Target),
            BuildProperties(
                GetVisibleProperties(type, edge, declaredCounts[index]),
                $"{name}Edge",
                [$"{name}Edge", GetBinding(type), .. EdgeMembers],
                ["source", "target", "evidence", "builder", "building", "item"],
                fields),
            members.Take($"{name}Edges"),
            fields.Take($"{name}Outgoing"),
            fields.Take($"{name}Incoming"));
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

    /// <summary>What is declared; how sure a fact is, which every fact can have, only where the schema says <c>@provenance</c>.</summary>
    private static IEnumerable<PropertyDefinition> GetVisibleProperties(GraphType type, EdgeType edge, int declaredCount) =>
        type.Hints["provenance"] is not null || edge.Hints["provenance"] is not null
            ? edge.Properties
            : edge.Properties.Take(declaredCount);
}
