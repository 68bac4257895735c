using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>The way into a store: the nodes of each label, the edges of each type, nodes by key and by name.</summary>
internal static class LookupWriter
{
    public static GeneratedFile Write(GraphModel model, string source)
    {
        var name = GeneratedNames.Lookups(model.Name);
        return SourceFile.Create($"{name}.g.cs", model.Namespace, source, writer =>
        {
            writer.Summary($"A store seen through the graph type '{model.Type.Name}'.");
            writer.Block($"public readonly record struct {name}(GraphStore Store)", () =>
            {
                foreach (var label in model.Labels)
                    WriteLabel(writer, label);
                foreach (var edge in model.Edges)
                    WriteEdge(writer, edge);
            });
        });
    }

    private static void WriteLabel(CodeWriter writer, LabelModel label)
    {
        writer.Summary($"Every node with the label '{label.Label}'.");
        writer.Line($"public NodeSet<{label.Name}> {label.Plural} => new(Store);");
        writer.Space();
        if (label.Key is { Type: { Scalar: ScalarType.String, IsList: false } } key)
        {
            writer.Summary($"The node with the label '{label.Label}' and the {key.Definition.Name}, or null.");
            writer.Line($"public {label.Name}? Find{label.Name}(string {key.Parameter}) => {FindBy(label, key)}.First;");
            writer.Space();
        }

        if (label.Caption is { Type: { Scalar: ScalarType.String, IsList: false } } caption && caption != label.Key)
        {
            writer.Summary($"The nodes with the label '{label.Label}' and the {caption.Definition.Name}.");
            var name = $"Find{label.Plural}By{caption.Name}";
            writer.Line($"public NodeMatches<{label.Name}> {name}(string {caption.Parameter}) => {FindBy(label, caption)};");
            writer.Space();
        }
    }

    private static string FindBy(LabelModel label, PropertyModel property) =>
        $"{label.Plural}.FindBy({CSharpText.Literal(property.Definition.Name)}, {property.Parameter})";

    private static void WriteEdge(CodeWriter writer, EdgeModel edge)
    {
        writer.Summary($"Every edge '{edge.Type.Label}' whose ends fit. {edge.Description}".TrimEnd());
        writer.Line($"public EdgeSet<{edge.StructName}> {edge.StructName}s => new(Store);");
        writer.Space();
    }
}
