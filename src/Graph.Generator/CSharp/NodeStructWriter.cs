using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>One struct per label: a store and a node id, and members that read the node's row.</summary>
internal static class NodeStructWriter
{
    public static GeneratedFile Write(GraphModel model, string source) =>
        SourceFile.Create($"{model.Name}Nodes.g.cs", model.Namespace, source, writer =>
        {
            foreach (var label in model.Labels)
                WriteStruct(writer, label, model);
        });

    private static void WriteStruct(CodeWriter writer, LabelModel label, GraphModel model)
    {
        var bases = LabelInterfaceWriter.GetBases(label, model).ToList();
        var shared = bases.Prepend(label).Where(other => other.IsShared).Select(other => other.InterfaceName);
        var interfaces = string.Join(", ", shared.Prepend($"INodeView<{label.Name}>"));
        writer.Summary(label.Description ?? $"A node with the label '{label.Label}'.");
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(NodeJsonConverter<{label.Name}>))]");
        writer.Block($"public readonly record struct {label.Name}(GraphStore Store, int NodeId) : {interfaces}", () =>
        {
            MemberWriter.WriteStore(writer, label.Name);
            writer.Line($"public static string Label => {CSharpText.Literal(label.Label)};");
            writer.Space();
            foreach (var property in label.Properties)
                MemberWriter.WriteProperty(writer, property, GraphWriter.Bind(model, "Store"), "NodeId");
            WriteExplicitMembers(writer, label, bases, model);
            WriteCommonMembers(writer, label);
            WriteConversions(writer, label, bases);
            WriteToString(writer, label, GraphWriter.Bind(model, "Store"));
        });
    }

    /// <summary>For interfaces that see a property in another form, such as nullable there and not here.</summary>
    private static void WriteExplicitMembers(CodeWriter writer, LabelModel label, IReadOnlyList<LabelModel> bases, GraphModel model)
    {
        foreach (var shared in bases.Prepend(label).Where(other => other.IsShared))
        {
            foreach (var declared in LabelInterfaceWriter.GetDeclared(shared, model))
            {
                var own = label.Properties.First(property => property.Definition.Name == declared.Definition.Name);
                if (LabelInterfaceWriter.HaveSameForm(own, declared))
                    continue;
                writer.Line($"{CSharpText.MemberType(declared.Type)} {shared.InterfaceName}.{declared.Name} => {own.Name};");
                writer.Space();
            }
        }
    }

    private static void WriteCommonMembers(CodeWriter writer, LabelModel label)
    {
        writer.Summary("Where articles speak of it, by article and position.");
        writer.Line("public IReadOnlyList<Evidence> Evidence => Store.GetNodeEvidence(NodeId);");
        writer.Space();
        writer.Summary("A view of a node that is known to have the label.");
        writer.Line($"public static {label.Name} At(GraphStore store, int node) => new(store, node);");
        writer.Space();
        writer.Summary("The node as another type, if it has its label.");
        writer.Line("public bool TryAs<TNode>(out TNode node)");
        writer.Line("    where TNode : struct, INodeView<TNode> => LabelTest.TryView(Store, NodeId, out node);");
        writer.Space();
    }

    private static void WriteConversions(CodeWriter writer, LabelModel label, IReadOnlyList<LabelModel> bases)
    {
        writer.Line($"public static implicit operator AnyNode({label.Name} node) => new(node.Store, node.NodeId);");
        writer.Space();
        writer.Line($"public static implicit operator QueryArgument({label.Name} node) => (AnyNode)node;");
        writer.Space();
        foreach (var other in bases)
        {
            writer.Line($"public static implicit operator {other.Name}({label.Name} node) => new(node.Store, node.NodeId);");
            writer.Space();
        }
    }

    private static void WriteToString(CodeWriter writer, LabelModel label, string bound)
    {
        var fallback = $"$\"{label.Name} {{NodeId}}\"";
        var text = label.Caption is { Type: { Scalar: ScalarType.String, IsList: false } } caption
            ? $"{bound}.{caption.Field}.GetString(NodeId) ?? {fallback}"
            : fallback;
        writer.Line(
            $"public override string ToString() => store is null ? {CSharpText.Literal(MemberWriter.Nowhere(label.Name))} : {text};");
    }
}
