using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>The graph type as static tables, so that a program starts without reading the schema.</summary>
internal static class SchemaTableWriter
{
    public static GeneratedFile Write(GraphModel model, string source) =>
        SourceFile.Create($"{GeneratedNames.Schema(model.Name)}.g.cs", model.Namespace, source, writer => WriteClass(writer, model));

    private static void WriteClass(CodeWriter writer, GraphModel model)
    {
        writer.Summary($"The graph type '{model.Type.Name}': its node types, edge types and text.");
        writer.Block($"public static partial class {GeneratedNames.Schema(model.Name)}", () =>
        {
            WriteText(writer, model.Schema);
            writer.Summary("The graph type, with every label and property resolved.");
            var name = CSharpText.Literal(model.Type.Name);
            var hints = model.Type.Hints == SchemaHints.None ? "" : $" {{ Hints = {DescribeHints(model.Type.Hints)} }}";
            writer.Line($"public static GraphType GraphType {{ get; }} = new({name}, CreateNodeTypes(), CreateEdgeTypes()){hints};");
            writer.Space();
            WriteTable(writer, "NodeType", "CreateNodeTypes", model.Type.NodeTypes.Select(DescribeNodeType));
            WriteTable(writer, "EdgeType", "CreateEdgeTypes", model.Type.EdgeTypes.Select(DescribeEdgeType));
            WriteFactories(writer);
        });
    }

    private static void WriteText(CodeWriter writer, SourceText schema)
    {
        var text = CSharpText.RawLiteral(CSharpText.WithLineFeeds(schema.Text), out var quotes);
        writer.Summary("The schema as it was written, its lines ended by LF.");
        writer.Line($"public const string Text = {quotes}");
        writer.Verbatim(text);
        writer.Verbatim($"{quotes};");
        writer.Space();
    }

    private static void WriteTable(CodeWriter writer, string type, string method, IEnumerable<IReadOnlyList<string>> rows)
    {
        writer.Line($"private static global::System.Collections.Immutable.ImmutableArray<{type}> {method}() =>");
        writer.Line("[");
        writer.Indented(() =>
        {
            foreach (var row in rows)
            {
                writer.Line(row[0]);
                writer.Indented(() =>
                {
                    foreach (var line in row.Skip(1))
                        writer.Line(line);
                });
            }
        });
        writer.Line("];");
        writer.Space();
    }

    private static IReadOnlyList<string> DescribeNodeType(NodeType type) =>
    [
        "new(",
        $"{CSharpText.Literal(type.Name)},",
        $"{CSharpText.Literal(type.KeyLabel)},",
        $"[{string.Join(", ", type.Labels.Select(CSharpText.Literal))}],",
        .. DescribeProperties(type.Properties),
        $"IsAbstract: {CSharpText.Literal(type.IsAbstract)},",
        $"{DescribeHints(type.Hints)}),",
    ];

    private static IReadOnlyList<string> DescribeEdgeType(EdgeType type) =>
    [
        "new(",
        $"{CSharpText.Literal(type.Name)},",
        $"{CSharpText.Literal(type.Label)},",
        $"{CSharpText.Literal(type.Source)},",
        $"{CSharpText.Literal(type.Target)},",
        .. DescribeProperties(type.Properties),
        $"{DescribeHints(type.Hints)}),",
    ];

    private static IEnumerable<string> DescribeProperties(ImmutableArray<PropertyDefinition> properties) =>
        properties.IsEmpty ? ["[],"] : ["[", .. properties.Select(property => $"    {DescribeProperty(property)},"), "],"];

    private static string DescribeProperty(PropertyDefinition property)
    {
        var type = property.Type;
        var shape = $"ScalarType.{type.Scalar}{(type.IsList ? ", isList: true" : "")}{(type.IsNotNull ? ", isNotNull: true" : "")}";
        return property.Hints == SchemaHints.None
            ? $"Property({CSharpText.Literal(property.Name)}, {shape})"
            : $"Property({CSharpText.Literal(property.Name)}, {shape}, hints: {DescribeHints(property.Hints)})";
    }

    private static string DescribeHints(SchemaHints hints)
    {
        var tags = hints.Tags.Select(tag => $", ({CSharpText.Literal(tag.Name)}, {CSharpText.Literal(tag.Value)})");
        return $"Hints({CSharpText.Literal(hints.Description)}{string.Concat(tags)})";
    }

    private static void WriteFactories(CodeWriter writer)
    {
        writer.Line("private static PropertyDefinition Property(");
        writer.Line("    string name, ScalarType scalar, bool isList = false, bool isNotNull = false, SchemaHints? hints = null) =>");
        writer.Line("    new(name, new PropertyType(scalar, isList, isNotNull), hints ?? SchemaHints.None);");
        writer.Space();
        writer.Line("private static SchemaHints Hints(string? description, params (string Name, string Value)[] tags) =>");
        writer.Line(
            "    new(description, [.. global::System.Linq.Enumerable.Select(tags, static tag => new SchemaTag(tag.Name, tag.Value))]);");
    }
}
