using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>One struct per edge type: a store and an edge id, and members that read the edge's row.</summary>
internal static class EdgeStructWriter
{
    public static GeneratedFile Write(GraphModel model, string source) =>
        SourceFile.Create($"{model.Name}Edges.g.cs", model.Namespace, source, writer =>
        {
            foreach (var edge in model.Edges)
                WriteStruct(writer, edge, GraphWriter.Bind(model, "Store"));
        });

    private static void WriteStruct(CodeWriter writer, EdgeModel edge, string bound)
    {
        writer.Summary(edge.Description ?? $"A relation '{edge.Type.Label}'.");
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(EdgeJsonConverter<{edge.StructName}>))]");
        writer.Block($"public readonly record struct {edge.StructName}(GraphStore Store, int EdgeId) : IEdgeView<{edge.StructName}>", () =>
        {
            MemberWriter.WriteStore(writer, edge.StructName);
            writer.Line($"public static string RelationType => {CSharpText.Literal(edge.Type.Label)};");
            writer.Space();
            writer.Line($"public static string? SourceLabel => {CSharpText.Literal(edge.Type.Source)};");
            writer.Space();
            writer.Line($"public static string? TargetLabel => {CSharpText.Literal(edge.Type.Target)};");
            writer.Space();
            WriteEnd(writer, "Source", edge.Source, $"{bound}.{edge.OutgoingField}");
            WriteEnd(writer, "Target", edge.Target, $"{bound}.{edge.OutgoingField}");
            foreach (var property in edge.Properties)
                MemberWriter.WriteProperty(writer, property, bound, "EdgeId");
            writer.Summary("Where an article says it; null for an edge that was not read from an article.");
            writer.Line("public Evidence? Evidence => Store.GetEdgeEvidence(EdgeId);");
            writer.Space();
            writer.Summary("The words of the article that say it, or null.");
            writer.Line("public string? Quote => Store.GetQuote(Evidence);");
            writer.Space();
            writer.Summary("The whole sentence of the article that says it, or null.");
            writer.Line("public string? Sentence => Store.GetSentence(Evidence);");
            writer.Space();
            writer.Summary("A view of an edge that is known to have the type.");
            writer.Line($"public static {edge.StructName} At(GraphStore store, int edge) => new(store, edge);");
            writer.Space();
            writer.Line($"public static implicit operator AnyEdge({edge.StructName} edge) => new(edge.Store, edge.EdgeId);");
            writer.Space();
            writer.Line($"public static implicit operator QueryArgument({edge.StructName} edge) => (AnyEdge)edge;");
            writer.Space();
            writer.Line(
                $"public override string ToString() => store is null ? {CSharpText.Literal(MemberWriter.Nowhere(edge.StructName))} : "
                    + "$\"{Source} {RelationType} {Target}\";");
        });
    }

    private static void WriteEnd(CodeWriter writer, string end, LabelModel? label, string edges)
    {
        writer.Line($"public {label?.Name ?? "AnyNode"} {end} => new(Store, {edges}.Get{end}(EdgeId));");
        writer.Space();
    }
}
