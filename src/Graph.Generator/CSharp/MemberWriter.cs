using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>Members that read a property.</summary>
internal static class MemberWriter
{
    public static void Summarize(CodeWriter writer, PropertyModel property) =>
        writer.Summary(property.Definition.Hints.Description ?? $"The property '{property.Definition.Name}', {property.Type}.");

    /// <summary>The store of a struct; the default of the struct has none, and says so whatever is asked of it.</summary>
    public static void WriteStore(CodeWriter writer, string name)
    {
        writer.Line("private readonly GraphStore? store = Store;");
        writer.Space();
        writer.Line(
            "/// <exception cref=\"global::System.InvalidOperationException\">It is the default of its type, which is in no "
                + "graph.</exception>");
        writer.Line($"public GraphStore Store => store ?? NoGraph.Throw<GraphStore>({CSharpText.Literal(name)});");
        writer.Space();
    }

    /// <summary>What the default of a struct prints.</summary>
    public static string Nowhere(string name) => $"{name} of no graph";

    /// <param name="bound">The expression for what was found in the store.</param>
    /// <param name="element">The member that tells the node or edge.</param>
    public static void WriteProperty(CodeWriter writer, PropertyModel property, string bound, string element)
    {
        Summarize(writer, property);
        if (property.Type.IsNotNull)
            writer.Line(
                "/// <exception cref=\"MissingPropertyException\">The data has none, though the graph type says NOT NULL.</exception>");
        var read = CSharpText.Read(property.Type, $"{bound}.{property.Field}", element);
        writer.Line($"public {CSharpText.MemberType(property.Type)} {property.Name} => {read};");
        writer.Space();
    }
}
