using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>A builder with a method per type, so that what does not fit the graph type does not compile.</summary>
internal static class BuilderWriter
{
    public static GeneratedFile Write(GraphModel model, string source)
    {
        var name = GeneratedNames.Builder(model.Name);
        return SourceFile.Create($"{name}.g.cs", model.Namespace, source, writer =>
        {
            writer.Summary($"Builds a store of the graph type '{model.Type.Name}'.");
            writer.Parameter("builder", "Where nodes and edges go; it may be filled by other means too.");
            writer.Block($"public sealed class {name}(GraphBuilder builder)", () =>
            {
                foreach (var label in model.Labels.Where(label => label.IsConcrete))
                    WriteLabels(writer, label);
                writer.Line("private readonly TypedBuilding building = new(builder);");
                writer.Space();
                writer.Line($"public {name}()");
                writer.Line($"    : this(new GraphBuilder({GeneratedNames.Schema(model.Name)}.GraphType))");
                writer.Line("{");
                writer.Line("}");
                writer.Space();
                writer.Line("public GraphBuilder Builder => builder;");
                writer.Space();
                foreach (var label in model.Labels.Where(label => label.IsConcrete))
                    WriteAddNode(writer, label);
                foreach (var edge in model.Edges)
                    WriteAddEdge(writer, edge);
                writer.Line($"public {GeneratedNames.Graph(model.Name)} Build() => new(builder.Build());");
            });
        });
    }

    private static void WriteLabels(CodeWriter writer, LabelModel label)
    {
        var labels = string.Join(", ", label.NodeType!.Labels.Select(CSharpText.Literal));
        writer.Line($"private static readonly string[] {label.Name}Labels = [{labels}];");
    }

    private static void WriteAddNode(CodeWriter writer, LabelModel label)
    {
        writer.Summary($"Adds a node of type '{label.NodeType!.Name}'. {label.Description}".TrimEnd());
        if (label.Key is { } unique)
            writer.Line(
                $"/// <exception cref=\"global::System.ArgumentException\">There is one with the same "
                    + $"{CodeWriter.Escape(unique.Definition.Name)}.</exception>");
        var properties = BuildOrder(label.Properties);
        var parameters = properties.Select(Declare);
        writer.Signature($"public NodeHandle<{label.Name}> Add{label.Name}", [.. parameters], " =>");
        var key = CSharpText.Literal(label.Key?.Definition.Name);
        WriteCall(
            writer, $"building.AddNode<{label.Name}>({label.Name}Labels, {key},", properties, $"the node type '{label.NodeType.Name}'",
            ");");
    }

    private static void WriteAddEdge(CodeWriter writer, EdgeModel edge)
    {
        writer.Summary($"Adds an edge '{edge.Type.Label}'. {edge.Description}".TrimEnd());
        writer.Parameter("evidence", "Where an article says it; the article is the handle of its node.");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">An end was added to another builder.</exception>");
        var constraints = new List<string>();
        var source = DeclareEnd("source", "TSource", edge.Source, constraints);
        var target = DeclareEnd("target", "TTarget", edge.Target, constraints);
        var properties = BuildOrder(edge.Properties);
        var generics = constraints.Count == 0 ? "" : $"<{string.Join(", ", constraints.Select(constraint => constraint.Split(' ')[1]))}>";
        var parameters = properties.Select(Declare).Prepend(target).Prepend(source).Append("Evidence? evidence = null");
        writer.Signature(
            $"public EdgeHandle<{edge.StructName}> Add{edge.Name}{generics}", [.. parameters], constraints.Count == 0 ? " =>" : "");
        for (var i = 0; i < constraints.Count; i++)
            writer.Line($"    {constraints[i]}{(i + 1 < constraints.Count ? "" : " =>")}");
        WriteCall(
            writer,
            $"building.AddEdge<{edge.StructName}>(source.In(builder), target.In(builder),",
            properties,
            $"the relation '{edge.Type.Label}'",
            ", evidence);");
    }

    private static string DeclareEnd(string parameter, string generic, LabelModel? label, List<string> constraints)
    {
        if (label is { IsShared: false })
            return $"NodeHandle<{label.Name}> {parameter}";
        constraints.Add(label is null
            ? $"where {generic} : struct, INodeView<{generic}>"
            : $"where {generic} : struct, INodeView<{generic}>, {label.InterfaceName}");
        return $"NodeHandle<{generic}> {parameter}";
    }

    private static void WriteCall(CodeWriter writer, string open, IReadOnlyList<PropertyModel> properties, string owner, string close)
    {
        writer.Indented(() =>
        {
            writer.Line(open);
            writer.Line("[");
            writer.Indented(() =>
            {
                foreach (var property in properties)
                    writer.Line($"new({CSharpText.Literal(property.Definition.Name)}, "
                        + $"{CSharpText.Write(property.Type, property.Parameter, owner)}),");
            });
            writer.Line($"]{close}");
        });
        writer.Space();
    }

    /// <summary>What must be there comes first, as C# asks of parameters with defaults.</summary>
    private static IReadOnlyList<PropertyModel> BuildOrder(ImmutableArray<PropertyModel> properties) =>
        [.. properties.OrderBy(property => !property.Type.IsNotNull)];

    private static string Declare(PropertyModel property) =>
        $"{CSharpText.ParameterType(property.Type)} {property.Parameter}{(property.Type.IsNotNull ? "" : " = null")}";
}
