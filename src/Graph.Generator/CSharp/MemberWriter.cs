using Graph.Generator.CodeModel;

namespace Graph.Generator.CSharp;

/// <summary>Members that read a property.</summary>
internal static class MemberWriter
{
    public static void Summarize(CodeWriter writer, PropertyModel property) =>
        writer.Summary(property.Definition.Hints.Description ?? $"The property '{property.Definition.Name}', {property.Type}.");

    /// <param name="value">The expression that reads the value, without its last argument: <c>Store.GetNodeProperty(NodeId</c>.</param>
    public static void WriteProperty(CodeWriter writer, PropertyModel property, string value)
    {
        Summarize(writer, property);
        if (property.Type.IsNotNull)
            writer.Line(
                "/// <exception cref=\"MissingPropertyException\">The data has none, though the graph type says NOT NULL.</exception>");
        var name = property.Definition.Name;
        var read = CSharpText.Read(property.Type, $"{value}, {CSharpText.Literal(name)})", name);
        writer.Line($"public {CSharpText.MemberType(property.Type)} {property.Name} => {read};");
        writer.Space();
    }
}
