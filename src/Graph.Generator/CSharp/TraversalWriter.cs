using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>Two methods per edge type, from source to target and back, on every struct that can stand at that end.</summary>
internal static class TraversalWriter
{
    public static GeneratedFile Write(GraphModel model, string source) =>
        SourceFile.Create($"{GeneratedNames.Traversals(model.Name)}.g.cs", model.Namespace, source, writer =>
        {
            writer.Summary($"Steps along the edges of the graph type '{model.Type.Name}'.");
            writer.Block($"public static class {GeneratedNames.Traversals(model.Name)}", () =>
            {
                foreach (var edge in model.Edges)
                {
                    WriteMethod(writer, edge, edge.Name, edge.Source, edge.Target, Bind(edge.OutgoingField));
                    WriteMethod(writer, edge, edge.Inverse, edge.Target, edge.Source, Bind(edge.IncomingField));
                }
            });

            string Bind(string field) => $"{GraphWriter.Bind(model, "node.Store")}.{field}";
        });

    private static void WriteMethod(CodeWriter writer, EdgeModel edge, string name, LabelModel? from, LabelModel? to, string edges)
    {
        var ends = $"<{edge.StructName}, {to?.Name ?? "AnyNode"}>";
        var result = $"Traversal{ends}";
        var body = $"{edges}.From{ends}(node.NodeId);";
        var direction = name == edge.Name ? $"Along '{edge.Type.Label}'" : $"Against '{edge.Type.Label}'";
        writer.Summary($"{direction}. {edge.Description}".TrimEnd());
        if (from is { IsShared: false })
        {
            writer.Line($"public static {result} {name}(this {from.Name} node) =>");
            writer.Line($"    {body}");
        }
        else
        {
            writer.Line($"public static {result} {name}<TNode>(this TNode node)");
            writer.Line($"    where TNode : struct, {from?.InterfaceName ?? "INodeView"} =>");
            writer.Line($"    {body}");
        }

        writer.Space();
    }
}
