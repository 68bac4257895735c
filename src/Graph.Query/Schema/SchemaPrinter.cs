
namespace Graph.Query.Schema;

/// <summary>Writes a graph type in the schema language.</summary>
public static class SchemaPrinter
{
    /// <summary>As a person would write it; reading the text gives the same type.</summary>
    public static string Print(GraphType type)
    {
        var form = new CompactForm(type);
        return Print(type, type.NodeTypes.Select(form.Reduce), type.EdgeTypes.Select(form.Reduce));
    }

    /// <summary>
    /// Plain GQL, in which each type stands alone: concrete types only, with every label and property written out, and one edge type
    /// for each pair of ends. It admits the same graphs.
    /// </summary>
    public static string PrintExpanded(GraphType type)
    {
        var concrete = type.NodeTypes.Where(node => !node.IsAbstract).ToList();

        // GQL has no graph type without elements, so one that admits no node stays as it is.
        return concrete.Count == 0 ? Print(type) : Print(type, concrete, ExpandedForm.GetEdgeTypes(type));
    }

    private static string Print(GraphType type, IEnumerable<NodeType> nodeTypes, IEnumerable<EdgeType> edgeTypes)
    {
        var elements = nodeTypes.Select(Print).Concat(edgeTypes.Select(Print));
        return $"{PrintHints(type.Hints, "")}CREATE GRAPH TYPE {Name(type.Name)} AS {{\n{string.Join(",\n", elements)}\n}}\n";
    }

    private static string Print(NodeType type)
    {
        var head = type.Name == type.KeyLabel ? "" : $"NODE TYPE {Name(type.Name)} ";
        var implied = type.Labels.Length > 1 ? $":{string.Join('&', type.Labels.Skip(1).Select(Name))}" : "";
        var content = $"{implied} {PrintProperties(type.Properties)}".Trim();
        return $"{PrintHints(type.Hints, "  ")}  {head}(:{Name(type.KeyLabel)}{(content.Length > 0 ? $" => {content}" : "")})";
    }

    private static string Print(EdgeType type)
    {
        var head = type.Name == type.Label ? "" : $"EDGE TYPE {Name(type.Name)} ";
        var properties = PrintProperties(type.Properties);
        var content = properties.Length > 0 ? $" {properties}" : "";
        return $"{PrintHints(type.Hints, "  ")}  {head}({End(type.Source)})-[:{Name(type.Label)}{content}]->({End(type.Target)})";
    }

    private static string PrintProperties(ImmutableArray<PropertyDefinition> properties)
    {
        if (properties.IsEmpty)
            return "";
        var words = properties.Select(property => $"{Name(property.Name)} {property.Type}");
        if (properties.All(property => IsEmpty(property.Hints)))
            return $"{{{string.Join(", ", words)}}}";
        var lines = properties.Zip(words, (property, text) => $"{PrintHints(property.Hints, "    ")}    {text}");
        return $"{{\n{string.Join(",\n", lines)}\n  }}";
    }

    private static string PrintHints(SchemaHints hints, string indent)
    {
        if (IsEmpty(hints))
            return "";
        var tags = hints.Tags.Select(tag => tag.Value.Length == 0 ? $"@{tag.Name}" : $"@{tag.Name} {Quote(tag)}");
        var words = new[] { hints.Description }.OfType<string>().Concat(tags);
        return $"{indent}/** {string.Join(' ', words).Replace("*/", "* /")} */\n";
    }

    private static bool IsEmpty(SchemaHints hints) => hints.Description is null && hints.Tags.IsEmpty;

    /// <summary>Without quotes a value that begins as a tag does would be one.</summary>
    private static string Quote(SchemaTag tag) => tag.Name == "inverse" || tag.Value[0] is '@' or '"' ? $"\"{tag.Value}\"" : tag.Value;

    private static string End(string? label) => label is null ? "" : $":{Name(label)}";

    private static string Name(string name) => SchemaNames.IsBare(name) ? name : $"`{name.Replace("`", "``")}`";
}
