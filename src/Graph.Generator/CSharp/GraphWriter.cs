using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>The class of a graph: how it is opened, the nodes of each label, the edges of each type, nodes by key and by name.</summary>
internal static class GraphWriter
{
    public static GeneratedFile Write(GraphModel model, string source)
    {
        var name = GeneratedNames.Graph(model.Name);
        return SourceFile.Create($"{name}.g.cs", model.Namespace, source, Write, "Graph.Query");

        void Write(CodeWriter writer)
        {
            writer.Summary($"A graph of the graph type '{model.Type.Name}'. It never changes; any number of threads may use one at once.");
            writer.Block($"public sealed class {name} : TypedGraph, ITypedGraph<{name}>", () =>
            {
                WriteOpening(writer, model, name);
                foreach (var label in model.Labels)
                    WriteLabel(writer, label, Bind(model, "Store"));
                foreach (var edge in model.Edges)
                    WriteEdge(writer, edge, Bind(model, "Store"));
            });
        }
    }

    /// <summary>The expression for what was found in a store.</summary>
    public static string Bind(GraphModel model, string store) => $"{GeneratedNames.Binding(model.Name)}.Of({store})";

    private static void WriteOpening(CodeWriter writer, GraphModel model, string name)
    {
        const string Refusal =
            "/// <exception cref=\"GraphTypeException\">The store has another graph type; the message says what differs.</exception>";
        writer.Line(Refusal);
        writer.Line($"public {name}(GraphStore store)");
        writer.Line($"    : base(store, {GeneratedNames.Schema(model.Name)}.GraphType)");
        writer.Line("{");
        writer.Line("}");
        writer.Space();
        writer.Line($"static GraphType ITypedGraph<{name}>.GraphType => {GeneratedNames.Schema(model.Name)}.GraphType;");
        writer.Space();
        writer.Summary("Opens a graph that 'graph build' or GraphFile.Write stored.");
        writer.Line(Refusal);
        writer.Line("/// <exception cref=\"GraphFileException\">There is no graph, or it is damaged or of another version.</exception>");
        writer.Line($"public static {name} Open(string path) => new(GraphFile.Open(path));");
        writer.Space();
        writer.Line($"static {name} ITypedGraph<{name}>.Of(GraphStore store) => new(store);");
        writer.Space();
    }

    private static void WriteLabel(CodeWriter writer, LabelModel label, string bound)
    {
        writer.Summary($"Every node with the label '{label.Label}'.");
        writer.Line($"public NodeSet<{label.Name}> {label.Plural} => {bound}.{label.NodesField}.All<{label.Name}>();");
        writer.Space();
        if (label.LookupKey is { } key)
        {
            writer.Summary($"The node with the label '{label.Label}' and the {key.Definition.Name}, or null.");
            writer.Line($"public {label.Name}? {label.Find}({CSharpText.ScalarName(key.Type.Scalar)} {key.Parameter}) =>");
            writer.Line($"    {bound}.{label.KeysField}.Find<{label.Name}>({key.Parameter});");
            writer.Space();
        }

        if (label.TextCaption is { } caption)
        {
            writer.Summary($"The nodes with the label '{label.Label}' and the {caption.Definition.Name}.");
            writer.Line($"public NodeMatches<{label.Name}> {label.FindByCaption}(string {caption.Parameter}) =>");
            writer.Line($"    {label.Plural}.FindBy({CSharpText.Literal(caption.Definition.Name)}, {caption.Parameter});");
            writer.Space();
        }
    }

    private static void WriteEdge(CodeWriter writer, EdgeModel edge, string bound)
    {
        writer.Summary($"Every edge '{edge.Type.Label}' whose ends fit. {edge.Description}".TrimEnd());
        writer.Line($"public EdgeSet<{edge.StructName}> {edge.Plural} => {bound}.{edge.OutgoingField}.All<{edge.StructName}>();");
        writer.Space();
    }
}
